package main

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"example.org/svod/generator/chart"
)

// Examples of the author's guide that are whole files begin with their path in a
// comment. All charts stand on one page more, beside the table of the guide.
// Together they are a report without a single mistake.
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
		write(t, source, example[3], example[2])
	}
	gallery := "---\ntitle: Галерея\n---\n"
	charts := regexp.MustCompile("(?ms)^````\n(```chart\n.*?\n```\n)````$").FindAllStringSubmatch(string(guide), -1)
	for _, block := range charts {
		gallery += block[1] + "\n"
	}
	write(t, source, "content/galereya/index.md", gallery)
	table := regexp.MustCompile("(?ms)^```csv\n(.*?)^```$").FindStringSubmatch(string(guide))
	write(t, source, "content/galereya/zavod.csv", table[1])
	for _, kind := range chart.Kinds {
		if !strings.Contains(gallery, "\ntype: "+string(kind)+"\n") {
			t.Errorf("the guide shows no %s", kind)
		}
	}
	var said strings.Builder
	if status := run(context.Background(), []string{"check", "--lang", "ru", "-s", source, "--clock", "2025-02-17"}, streams{nil, &said, &said}); status != exitDone || !strings.Contains(said.String(), "Ошибок нет") {
		t.Errorf("%d: %s", status, said.String())
	}
}

// The list of contents at the top of the guide leads to headings that there are,
// and to each chapter.
func TestGuideContents(t *testing.T) {
	guide, err := os.ReadFile("../../content/README.md")
	if err != nil {
		t.Fatal(err)
	}
	text := regexp.MustCompile("(?ms)^````$.*?^````$|^```[a-z]*$.*?^```$").ReplaceAllString(string(guide), "")
	led := map[string]bool{}
	for _, link := range regexp.MustCompile(`\]\(#([^)]+)\)`).FindAllStringSubmatch(text, -1) {
		led[link[1]] = true
	}
	signs := regexp.MustCompile(`[^\pL\pN _-]`)
	there := map[string]bool{}
	for _, heading := range regexp.MustCompile(`(?m)^(##+) (.+)$`).FindAllStringSubmatch(text, -1) {
		anchor := strings.ReplaceAll(signs.ReplaceAllString(strings.ToLower(heading[2]), ""), " ", "-")
		there[anchor] = true
		if heading[1] == "##" && anchor != "содержание" && !led[anchor] {
			t.Errorf("the contents do not name the chapter %q", heading[2])
		}
	}
	for anchor := range led {
		if !there[anchor] {
			t.Errorf("#%s leads nowhere", anchor)
		}
	}
}

func write(t *testing.T, folder, name, text string) {
	t.Helper()
	name = filepath.Join(folder, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
