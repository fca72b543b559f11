package main

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Examples of the author's guide that are whole files begin with their path in a
// comment. Together they are a report without a single mistake.
func TestGuideExamples(t *testing.T) {
	needAssets(t)
	guide, err := os.ReadFile("../../content/README.md")
	if err != nil {
		t.Fatal(err)
	}
	fence := regexp.MustCompile("(?ms)^(`{3,})[a-z]*\n((?:---\n)?# (content/\\S+)\n.*?)^`{3,}$")
	source := t.TempDir()
	examples := fence.FindAllStringSubmatch(string(guide), -1)
	if len(examples) < 5 {
		t.Fatalf("only %d examples", len(examples))
	}
	for _, example := range examples {
		name := filepath.Join(source, filepath.FromSlash(example[3]))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(example[2]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var said strings.Builder
	if status := run(context.Background(), []string{"check", "--lang", "ru", "-s", source}, streams{nil, &said, &said}); status != exitDone || !strings.Contains(said.String(), "Ошибок нет") {
		t.Errorf("%d: %s", status, said.String())
	}
}
