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
	// Four marks stand around an example that has blocks of three in it.
	const file = `((?:---\n)?# (content/\S+)\n.*?)`
	fence := regexp.MustCompile("(?ms)^````[a-z]*\n" + file + "^````$|^```[a-z]*\n" + file + "^```$")
	source := t.TempDir()
	examples := fence.FindAllStringSubmatch(string(guide), -1)
	if len(examples) < 5 {
		t.Fatalf("only %d examples", len(examples))
	}
	for _, example := range examples {
		text, file := example[1]+example[3], example[2]+example[4]
		name := filepath.Join(source, filepath.FromSlash(file))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var said strings.Builder
	if status := run(context.Background(), []string{"check", "--lang", "ru", "-s", source}, streams{nil, &said, &said}); status != exitDone || !strings.Contains(said.String(), "Ошибок нет") {
		t.Errorf("%d: %s", status, said.String())
	}
}
