package markdown_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark/util"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/markdown"
)

// different are the mistakes of which CommonMark knows nothing. Where an example
// makes one of them, we mean to differ, and our own tests say how.
var different = []diag.Code{
	diag.RawHTML, diag.CommentUnclosed, diag.TextAfterComment,
	diag.LinkScheme, diag.LinkEmpty, diag.LinkInLink,
	diag.ReferenceUnclosed, diag.UnknownReference, diag.FootnoteUndefined,
}

var (
	headingID  = regexp.MustCompile(`(<h[1-6]) id="[^"]*"`)
	firstLevel = regexp.MustCompile(`(</?h)1`)
)

// TestCommonMark runs the examples of CommonMark's specification, which
// goldmark's module carries, with typography off. Left out are those with
// pictures and comments, which we show in our own way, and those with a mistake
// that is one for us alone. Our ids and rel attributes are taken out, and headings
// of the first level are of the second.
func TestCommonMark(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Skip("no go command to find goldmark with:", err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "_test", "spec.json"))
	if err != nil {
		t.Skip("goldmark's module has no examples:", err)
	}
	var examples []struct {
		Markdown, HTML, Section string
		Example                 int
	}
	if err := json.Unmarshal(data, &examples); err != nil {
		t.Fatal(err)
	}
	c := markdown.New(markdown.Options{})
	env := markdown.Env{Link: func(t markdown.Target) (markdown.Link, []diag.Diagnostic) {
		return markdown.Link{Href: string(util.URLEscape([]byte(t.Path), false))}, nil
	}}
	run := 0
	for _, e := range examples {
		r := convert(t, c, e.Markdown, env)
		if strings.Contains(e.Markdown, "![") || strings.Contains(e.Markdown, "<!--") || differs(r.Diagnostics) {
			continue
		}
		run++
		got := strings.ReplaceAll(headingID.ReplaceAllString(r.HTML, "$1"), ` rel="external"`, "")
		want := firstLevel.ReplaceAllString(e.HTML, "${1}2")
		want = strings.ReplaceAll(want, " />", ">")
		if got != want {
			t.Errorf("example %d (%s)\n%s\n got %s\nwant %s", e.Example, e.Section, e.Markdown, got, want)
		}
	}
	t.Logf("%d of %d examples", run, len(examples))
	if run < 400 {
		t.Errorf("only %d of %d examples were run", run, len(examples))
	}
}

func differs(list []diag.Diagnostic) bool {
	return slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return slices.Contains(different, d.Code) })
}
