package site_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/tools/txtar"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/report"
	"example.org/svod/generator/site"
)

var update = flag.Bool("update", false, "rewrite what is expected in testdata/mistakes")

// TestMistakes builds every case of testdata/mistakes: what a journalist could
// really save, whatever kind of file it is in, and everything that she is told of
// it. A file holds cases parted by lines of equals signs. A case is a txtar
// archive with its name in the first line, and a small report around it (see
// around). What is told stands at the end of its line, after three hashes, column
// first, remedy last; what belongs to no line stands above the files:
//
//	stage: строится ### 8: ошибка: стадии «строится» нет — напишите …
//
// The expectations are cut off before anything is read. Nothing else may be told;
// a case without any says that what looks like a slip is none. Words in brackets
// after the name of a file say how it is saved; see saved.
//
// With -update the expectations are rewritten: read each of them.
func TestMistakes(t *testing.T) {
	files, err := filepath.Glob("testdata/mistakes/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	b := newBench(t)
	count, names := 0, map[string]bool{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		chunks := strings.Split(string(text), "=====\n")
		for i, chunk := range chunks {
			name := strings.TrimSuffix(filepath.Base(file), ".txt") + "/" + caseName(chunk)
			if names[name] {
				t.Errorf("%s: two cases have this name", name)
			}
			names[name] = true
			count++
			t.Run(name, func(t *testing.T) {
				chunks[i] = expecting(chunk, b.told(t, saved(t, chunk)))
				if !*update && chunks[i] != chunk {
					t.Error(cmp.Diff(chunk, chunks[i]))
				}
			})
		}
		if *update {
			if err := os.WriteFile(file, []byte(strings.Join(chunks, "=====\n")), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Logf("%d cases", count)
}

// caseName is the first line of a case, which is never empty.
func caseName(chunk string) string {
	first, _, _ := strings.Cut(chunk, "\n")
	return strings.Trim(first, "# .")
}

// around is the report that a case stands in, where it brings no such file itself.
var around = map[string]string{
	"content/_index.md":           "---\ntitle: Отчёт\n---\n",
	"content/sources.yaml":        "press: {title: Новость, publisher: Газета, url: https://example.org/1, date: 2025-02-11}\n",
	"content/regions/tomskaya.md": "---\ntitle: Томская область\n---\n",
	"content/clusters/metally.md": "---\ntitle: Металлы\nregion: tomskaya\ninvestment:\n  - {date: 2025-02-11, amount: 7,9 млрд ₽, source: press}\n---\n",
}

// expected is what stands at the end of a line.
var expected = regexp.MustCompile(`(?m) ### .*$`)

// saved is the folder of a case as it lies on the disk.
func saved(t *testing.T, chunk string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range around {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	archive := txtar.Parse([]byte(expected.ReplaceAllString(chunk, "")))
	if len(archive.Files) == 0 {
		t.Fatalf("a case without files: %s", chunk)
	}
	for _, f := range archive.Files {
		name, form := nameAndForm(f.Name)
		if form == "none" {
			delete(files, name)
			continue
		}
		data, err := inForm(f.Data, form)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}

// nameAndForm parts "les.md [utf-16]".
func nameAndForm(written string) (name, form string) {
	name, form, _ = strings.Cut(strings.TrimSuffix(written, "]"), " [")
	return name, form
}

// inForm is a text as a program on Windows saves it; "5000 KB" is how much of it.
func inForm(text []byte, form string) ([]byte, error) {
	var e encoding.Encoding = encoding.Nop
	utf16 := func(s string) []byte { return []byte(strings.Join(strings.Split(s, ""), "\x00") + "\x00") }
	switch form {
	case "":
	case "utf-16":
		e = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case "windows-1251":
		e = charmap.Windows1251
	case "koi8-r":
		e = charmap.KOI8R
	case "bom":
		text = append([]byte("\ufeff"), text...)
	case "xlsx":
		return workbook(text)
	case "crlf":
		text = bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))
	case "word": // as much of a ZIP archive as says what is in it
		return append([]byte("PK\x03\x04\x14\x00\x06\x00word/document.xml\xff\xfe"), text...), nil
	case "zip":
		return append([]byte("PK\x03\x04\x14\x00\x06\x00a.txt\xff\xfe"), text...), nil
	case "xls":
		return append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), text...), nil
	case "xlsx locked":
		return append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), utf16("EncryptedPackage")...), nil
	default:
		var size int
		if _, err := fmt.Sscanf(form, "%d KB", &size); err != nil {
			return nil, err
		}
		text = bytes.Repeat(text, (size<<10)/len(text)+1)
	}
	return e.NewEncoder().Bytes(text)
}

// workbook is a workbook of Excel with a row for each line, its cells parted by
// semicolons: numbers where they look like numbers. A line in square brackets
// begins a sheet of that name, without it the sheet is Лист1.
func workbook(text []byte) ([]byte, error) {
	f := excelize.NewFile()
	sheet, row := "Лист1", 0
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, "\n")
		if name, ok := strings.CutPrefix(line, "["); ok {
			sheet, row = strings.TrimSuffix(name, "]"), 0
			if _, err := f.NewSheet(sheet); err != nil {
				return nil, err
			}
			continue
		}
		row++
		for i, cell := range strings.Split(line, ";") {
			ref, err := excelize.CoordinatesToCellName(i+1, row)
			if err != nil {
				return nil, err
			}
			var value any = cell
			if number, err := strconv.ParseFloat(cell, 64); err == nil {
				value = number
			}
			if err := f.SetCellValue(sheet, ref, value); err != nil {
				return nil, err
			}
		}
	}
	var b bytes.Buffer
	err := f.Write(&b)
	return b.Bytes(), err
}

// A bench builds one folder after another, as a server builds a folder that is
// edited: the layouts, which stay the same, are read once.
type bench struct {
	folder  fstest.MapFS
	builder *site.Builder
	printer *diag.Printer
}

func newBench(t *testing.T) *bench {
	b := &bench{printer: diag.NewPrinter("ru")}
	b.builder = site.NewBuilder(site.Options{Source: b, Layouts: layouts(t), Edition: report.Edition{Now: today}})
	return b
}

// today is the day on which all cases are built.
var today = time.Date(2026, 2, 24, 12, 0, 0, 0, time.UTC)

// Open makes the folder that is built now the source of the builder.
func (b *bench) Open(name string) (fs.File, error) { return b.folder.Open(name) }

// told is all that building a folder tells, in order, by the file and the line.
func (b *bench) told(t *testing.T, folder fstest.MapFS) map[string][]string {
	t.Helper()
	b.folder = folder
	_, found, err := b.builder.Build(context.Background(), "content")
	if err != nil {
		t.Fatal(err)
	}
	told := map[string][]string{}
	for _, d := range found {
		message := strings.ReplaceAll(b.printer.Message(d)+" — "+b.printer.Remedy(d), "\n", " ⏎ ")
		if b.printer.Remedy(d) == "" || strings.Contains(message, "<no value>") {
			t.Errorf("%s: badly worded: %s", d.Code, message)
		}
		line := fmt.Sprintf("%s:%d", d.File, d.Line)
		told[line] = append(told[line], fmt.Sprintf("%d: %s: %s", d.Column, b.printer.Severity(d.Severity), message))
	}
	return told
}

// expecting is a case that expects what is told; nothing of told is left.
func expecting(chunk string, told map[string][]string) string {
	var files []string
	name, number := "", 0
	for line := range strings.Lines(expected.ReplaceAllString(chunk, "")) {
		line = strings.TrimSuffix(line, "\n")
		number++
		if written, ok := strings.CutPrefix(line, "-- "); ok && strings.HasSuffix(line, " --") {
			name, _ = nameAndForm(strings.TrimSuffix(written, " --"))
			number = 0
		}
		at := fmt.Sprintf("%s:%d", name, number)
		if name != "" && number > 0 {
			for _, message := range told[at] {
				line += " ### " + message
			}
			delete(told, at)
		}
		if name != "" || !strings.HasPrefix(line, "### ") {
			files = append(files, line+"\n")
		}
	}
	// What is left belongs to no line of the case: it stands below the name.
	var rest []string
	for at, messages := range told {
		for _, m := range messages {
			if file, ok := strings.CutSuffix(at, ":0"); ok {
				at, m = file, strings.TrimPrefix(m, "0:")
			}
			rest = append(rest, "### "+at+":"+m+"\n")
		}
	}
	slices.Sort(rest)
	return strings.Join(slices.Insert(files, 1, rest...), "")
}
