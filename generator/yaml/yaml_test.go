package yaml_test

import (
	"fmt"
	"strings"
	"testing"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/yaml"
)

// read parses a text and returns what is wrong with it, one mistake a line:
// place, code, and what should be written where that is known.
func read(text string) (yaml.Value, bool, *strings.Builder) {
	var told strings.Builder
	v, ok := yaml.Parse(yaml.Source{
		Text: []byte(text),
		At: func(line, column, length int) diag.Position {
			return diag.Position{Line: line, Column: column, Length: length}
		},
		Tell: func(d diag.Diagnostic) {
			fmt.Fprintf(&told, "%d:%d-%d %s", d.Line, d.Column, d.Column+d.Length, d.Code)
			if fixed, ok := d.Args["Fixed"]; ok {
				fmt.Fprintf(&told, " %s", fixed)
			}
			told.WriteByte('\n')
		},
	})
	return v, ok, &told
}

// What breaks YAML is told as the slip of somebody who does not know that it is
// YAML, where it was made.
func TestSlips(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"title:Лес\nstage: planned\n", "1:1-10 yaml-no-colon title: Лес"},
		{"title: Лес\nstage planned\n", "2:1-14 yaml-no-colon stage: planned"},
		{"title: \"Лес\" и камень\n", "1:8-22 yaml-quote-inside \"«Лес» и камень\""},
		{"title: \"Лес\nstage: planned\n", "1:8-12 yaml-quote \"«Лес»\""},
		{"title: \"Кластер \"Лес\"\"\n", "1:8-23 yaml-quote-inside \"Кластер «Лес»\""},
		{"title: [Архив] Лес\n", "1:8-19 yaml-sign \"[Архив] Лес\""},
		{"title: **Лес**\n", "1:8-15 yaml-sign \"Лес\""},
		{"title = Лес\nstage: planned\n", "1:1-12 yaml-no-colon title: Лес"},
		{"members: - Лес\n", "1:10-15 yaml-list-in-line \"- Лес\""},
		{"jobs:\n  - date: 2025, jobs: 5\n", "2:11-24 yaml-braces {date: 2025, jobs: 5}"},
		{"tags: [#лес]\n", "1:7-13 yaml-hash \"[#лес]\""},
		{"title: @Лес\n", "1:8-12 yaml-sign \"@Лес\""},
		{"title: %Лес\n", "1:8-12 yaml-sign \"%Лес\""},
		{"title: |Лес\n", "1:8-12 yaml-sign \"|Лес\""},
		{"title: Лес: что обещано\n", "1:8-24 yaml-colon \"Лес: что обещано\""},
		{"products: [доски, фанера\n", "1:11-25 yaml-bracket \"[доски, фанера\""},
		{"members:\n  - {name: А, source: x\n", "2:5-24 yaml-bracket \"{name: А, source: x\""},
		{"title: Лес\n stage: planned\n", "2:2-7 yaml-indent"},
		{"investment:\n  - date: 2025\n   amount: 7 млрд\n", "3:4-10 yaml-indent"},
		{"title: Лес\n\tstage: planned\n", "2:1-2 yaml-tab"},
		{"title: \"Лес\r\nstage: planned\r\n", "1:8-12 yaml-quote \"«Лес»\""},
	} {
		_, ok, told := read(test.text)
		if got := strings.TrimSpace(told.String()); ok || got != test.want {
			t.Errorf("%q\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

// Keys are known and stand once, required ones say something, and every value
// comes as it was written.
func TestMapping(t *testing.T) {
	for _, test := range []struct{ text, values, told string }{
		{"title: Лес\nyear: 0o17\ndraft: no\n", "title=Лес year=0o17 draft=no", ""},
		{"title:\n  - Лес\nyear:\n  -2025\n  -2026\nyear: 1\n", "title= year=-2025 -2026", "6:1-5 duplicate-key"},
		{"title: 'Лес: 7,9'\n", "title=Лес: 7,9", ""},
		{"title: Лес\nTitle: Камень\n", "title=Лес", "2:1-6 unknown-key"},
		{"title: Лес\ntitle: Камень\n", "title=Лес", "2:1-6 duplicate-key"},
		{"year: 2025\n", "year=2025", "9:9-9 missing-key"},
		{"title:\nyear: 2025\n", "title= year=2025", "1:1-6 missing-key"},
		{"- title\n", "", "1:3-8 wants-mapping"},
		{"title:Лес\n", "", "1:1-10 yaml-no-colon title: Лес"},
		{"titel: Лес\n", "", "1:1-6 unknown-key"},
		{"title: #Лес\n", "title=", "1:8-12 text-after-hash \"#Лес\"\n1:1-6 missing-key"},
		{"title: Лес\nyear: # когда-нибудь\n", "title=Лес year=", ""},
		{"{title: Лес, камень, year: 1}", "title=Лес year=1", "1:14-20 yaml-comma title: \"Лес, камень\""},
		{"{title: Лес year: 1}", "", "1:9-20 yaml-no-comma"},
		{"{title: 7,9 млрд, year: 2025}", "title=7,9 млрд year=2025", ""},
		{"{title: 7, 9 млрд}", "title=7", "1:12-18 yaml-comma title: 7,9 млрд"},
	} {
		v, ok, told := read(test.text)
		if !ok {
			t.Fatalf("%q is not read: %s", test.text, told)
		}
		var values []string
		keep := func(key string) func(yaml.Value) {
			return func(v yaml.Value) {
				s, _ := v.Scalar()
				values = append(values, key+"="+s)
			}
		}
		missing := diag.Position{Line: 9, Column: 9}
		yaml.Mapping(v, func(v yaml.Value) yaml.Value { return v }, map[string]func(yaml.Value){
			"title": keep("title"), "year": keep("year"), "draft": keep("draft"),
		}, missing, "title")
		if got := strings.Join(values, " "); got != test.values {
			t.Errorf("%q\n got %s\nwant %s", test.text, got, test.values)
		}
		if got := strings.TrimSpace(told.String()); got != test.told {
			t.Errorf("%q\n got %s\nwant %s", test.text, got, test.told)
		}
	}
}

// Whatever is written, reading it ends, and all that it says has a place.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"a: {b: [1, 2], c: *d}", "- - x", "a: 'b\n", "{a: 1,2}", "\t", "? a\n: b", "a: |\n  b", "%", "a: b # c", "a: #b", "- a\n  - b", "{a: 1 a: 2, b}", "--- a\n--- b"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if v, ok, _ := read(text); ok {
			walk(t, v, 0)
		}
	})
}

func walk(t *testing.T, v yaml.Value, depth int) {
	if depth > 100 || v.Null() {
		return
	}
	v.WarnOfHash()
	v.Swallowed()
	yaml.Mapping(v, func(v yaml.Value) yaml.Value { return v }, map[string]func(yaml.Value){"a": yaml.Value.WarnOfHash}, diag.Position{Line: 1})
	if at := v.At(); at.Line < 1 || at.Column < 1 {
		t.Errorf("at %d:%d", at.Line, at.Column)
	}
	if pairs, ok := v.Pairs(); ok {
		for _, p := range pairs {
			walk(t, p.Key, depth+1)
			walk(t, p.Value, depth+1)
		}
		return
	}
	if v.IsList() {
		for _, item := range v.Items() {
			walk(t, item, depth+1)
		}
	}
}
