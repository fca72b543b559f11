package content_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
)

// TestMistakes reads every chunk of testdata/*.txt as a content folder of its
// own. A chunk is a txtar archive; chunks are parted by lines of equals signs.
// A mistake is expected on the line that says so in a comment,
//
//	investment: семь # ошибка: сумма «семь» не читается
//
// or in the text before the first file as FILE:LINE: ошибка: …. Whatever else is
// told makes the test fail. The comments are cut off before the file is read.
func TestMistakes(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		chunks := regexp.MustCompile(`(?m)^={5,}\n`).Split(string(b), -1)
		for n, chunk := range chunks {
			t.Run(fmt.Sprintf("%s/%d", filepath.Base(file), n+1), func(t *testing.T) {
				archive := txtar.Parse([]byte(chunk))
				if len(archive.Files) == 0 {
					t.Fatalf("no files in chunk:\n%s", chunk)
				}
				got := mistakes(t, folder(archive))
				if diff := cmp.Diff(expected(archive), got); diff != "" {
					t.Errorf("%s\n%s", diff, chunk)
				}
			})
		}
	}
}

var (
	comment = regexp.MustCompile(`(?m) # ((?:ошибка|внимание): .*)$`)
	escapes = strings.NewReplacer(`\t`, "\t", `\r`, "\r", `\ufeff`, "\ufeff", `\xff`, "\xff")
)

// folder makes a content folder of an archive, with a report around it unless
// the archive brings its own. In a file whose name ends in "!", \t, \r, \ufeff
// and \xff stand for what they say.
func folder(a *txtar.Archive) fstest.MapFS {
	files := fstest.MapFS{"content/_index.md": {Data: []byte("---\ntitle: Отчёт\n---\n")}}
	for _, f := range a.Files {
		name, raw := strings.CutSuffix(f.Name, "!")
		data := comment.ReplaceAllString(string(f.Data), "")
		if raw {
			data = escapes.Replace(data)
		}
		files[name] = &fstest.MapFile{Data: []byte(data)}
		if data == "(none)\n" {
			delete(files, name)
		}
	}
	return files
}

func expected(a *txtar.Archive) []string {
	var want []string
	for line := range strings.Lines(string(a.Comment)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			want = append(want, line)
		}
	}
	for _, f := range a.Files {
		n := 0
		for line := range strings.Lines(string(f.Data)) {
			n++
			if m := comment.FindStringSubmatch(strings.TrimRight(line, "\n")); m != nil {
				for _, message := range strings.Split(m[1], " | ") {
					want = append(want, fmt.Sprintf("%s:%d: %s", f.Name, n, message))
				}
			}
		}
	}
	slices.Sort(want)
	return want
}

// mistakes are what reading and assembling tells, as FILE:LINE: ошибка: message,
// with the remedy where it says what was meant.
func mistakes(t *testing.T, files fstest.MapFS) []string {
	t.Helper()
	read, err := reader(files).Read(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	_, found := report.Assemble(read.Entries, report.Edition{})
	p := diag.NewPrinter("ru")
	var got []string
	for _, d := range diag.Sort(append(read.Diagnostics, found...)) {
		where := d.File
		if d.Line > 0 {
			where = fmt.Sprintf("%s:%d", d.File, d.Line)
		}
		line := fmt.Sprintf("%s: %s: %s", where, p.Severity(d.Severity), p.Message(d))
		if s, ok := d.Args["Suggestion"].(string); ok && s != "" {
			line += " → " + s
		}
		got = append(got, line)
		if p.Remedy(d) == "" || strings.Contains(p.Remedy(d), "<no value>") || strings.Contains(p.Message(d), "<no value>") {
			t.Errorf("%s: badly worded: %s; %s", d.Code, p.Message(d), p.Remedy(d))
		}
	}
	slices.Sort(got)
	return got
}

func reader(files fs.FS) *content.Reader {
	return content.NewReader(files, content.Options{})
}
