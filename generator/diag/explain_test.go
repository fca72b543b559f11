package diag_test

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"example.org/svod/generator/diag"
)

// Every code can be explained in both languages, without a word of the program's
// own in the explanation.
func TestEveryCodeIsExplained(t *testing.T) {
	all := codes(t)
	for _, lang := range []string{"ru", "en"} {
		p := diag.NewPrinter(lang)
		for _, code := range diag.Codes() {
			e := p.Explain(code)
			for _, text := range []string{e.Title, e.Remedy} {
				if text == "" || strings.Contains(text, "  ") || strings.HasSuffix(text, " ") || strings.Contains(text, "{{") || strings.Contains(text, "<no value>") || strings.HasPrefix(text, string(code)) {
					t.Errorf("%s, %s: %q", code, lang, text)
				}
			}
			if last, _ := utf8.DecodeLastRuneInString(e.Remedy); !strings.Contains(e.Remedy, "\n") && !strings.ContainsRune(".?!…", last) {
				t.Errorf("%s, %s: not a whole sentence: %q", code, lang, e.Remedy)
			}
			if code.Optional() && e.Why == "" {
				t.Errorf("%s, %s: may be turned off, but nobody says why it matters", code, lang)
			}
		}
	}
	if got := diag.Codes(); len(got) != len(all) {
		t.Errorf("%d codes have messages, %d are declared", len(got), len(all))
	}
}

// The two catalogues of explanations say the same things about codes that exist.
func TestExplanationsAgree(t *testing.T) {
	ids := map[string][]string{}
	form := regexp.MustCompile(`^(.*)-(title|why|mend)$`)
	for _, file := range []string{"explain.ru.toml", "explain.en.toml"} {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		words := map[string]any{}
		if err := toml.Unmarshal(b, &words); err != nil {
			t.Fatal(err)
		}
		for id := range words {
			ids[id] = append(ids[id], file)
			if m := form.FindStringSubmatch(id); m == nil || !slices.Contains(diag.Codes(), diag.Code(m[1])) {
				t.Errorf("%s: %s explains no code", file, id)
			}
		}
	}
	for id, files := range ids {
		if len(files) != 2 {
			t.Errorf("%s is in %v alone", id, files)
		}
	}
}

// What a tool needs of a SARIF log: the version, rules with help, results that
// name their rule, and regions counted in characters.
func TestPrintSARIF(t *testing.T) {
	var log struct {
		Version string
		Runs    []struct {
			ColumnKind string
			Tool       struct {
				Driver struct {
					Name  string
					Rules []struct {
						ID               string
						ShortDescription struct{ Text string }
						Help             struct{ Text string }
					}
				}
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Level     string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI, URIBaseID string }
						Region           *struct{ StartLine, StartColumn, EndColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(printed(t, "ru", diag.SARIFFormat)), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if log.Version != "2.1.0" || run.ColumnKind != "unicodeCodePoints" || run.Tool.Driver.Name != "Svod" {
		t.Errorf("%+v", log)
	}
	if len(run.Results) != len(mistakes) {
		t.Fatalf("%d results for %d mistakes", len(run.Results), len(mistakes))
	}
	for _, r := range run.Results {
		rule := run.Tool.Driver.Rules[r.RuleIndex]
		if rule.ID != r.RuleID || rule.ShortDescription.Text == "" || rule.Help.Text == "" || r.Message.Text == "" {
			t.Errorf("%+v of %+v", r, rule)
		}
	}
	last := run.Results[2]
	place := last.Locations[0].PhysicalLocation
	if last.Level != "error" || place.ArtifactLocation.URI != "content/les.md" ||
		place.Region.StartLine != 3 || place.Region.StartColumn != 13 || place.Region.EndColumn != 17 {
		t.Errorf("%+v, %+v", last, place.Region)
	}
	if run.Results[1].Level != "warning" || run.Results[0].Locations[0].PhysicalLocation.Region != nil {
		t.Errorf("%+v", run.Results)
	}
}

// A file name with letters beyond ASCII is a URI in the log.
func TestPrintSARIFEscapesNames(t *testing.T) {
	list := []diag.Diagnostic{diag.NewNote(diag.Position{File: "content/Лес и река.md"}, diag.BadSlug, diag.Args{"Slug": "Лес"})}
	diag.Quote(fstest.MapFS{}, list)
	var out bytes.Buffer
	if err := diag.NewPrinter("en").Print(&out, diag.SARIFFormat, list); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"uri": "content/%D0%9B%D0%B5%D1%81%20%D0%B8%20`, `"level": "note"`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s is not in %s", want, out.String())
		}
	}
}
