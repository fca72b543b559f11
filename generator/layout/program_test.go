package layout

import (
	"bytes"
	"os"
	"reflect"
	"testing"

	"example.org/svod/generator/locale"
)

// FuzzProgram holds what makes programs safe: whatever the fields of a view say,
// a program writes the bytes that html/template writes.
func FuzzProgram(f *testing.F) {
	files := os.DirFS("../../layouts")
	words, err := locale.New(files, "ru")
	if err != nil {
		f.Fatal(err)
	}
	l, err := New(files, words, nil)
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{
		"", "x", "Лес & «Ко»", `</script><script>alert('1')</script>`, "javascript:alert(1)", "JavaScript&colon;x",
		"https://example.org/?a=1&b=2#в", "../../clusters/les/", "mailto:a+b@example.org", "//host/x", "a:b/c", "/x:y",
		"\x00\xff", "%zz %41", " x\ty ", "standing", "past", "tel:+7", "https:evil", "data:text/html,x", "#source:1",
	} {
		f.Add(s, "x")
		f.Add("x", s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, kind := range kinds {
			p := l.pages[kind.template()]
			if p.program == nil {
				t.Fatalf("%s has no program", kind.template())
			}
			view := reflect.New(reflect.TypeOf(kind).Elem())
			n := 0
			fillWith(view.Elem(), func() string { n++; return [...]string{a, b, a + b}[n%3] })
			var want bytes.Buffer
			if err := p.template.Execute(&want, view.Interface()); err != nil {
				t.Fatal(err)
			}
			done, err := p.program.run(view, func(got []byte) error {
				if !bytes.Equal(got, want.Bytes()) {
					t.Errorf("%s: the program wrote\n%s\nand html/template\n%s", kind.template(), got, want.Bytes())
				}
				return nil
			})
			if !done || err != nil {
				t.Errorf("%s: the program gave up: %v", kind.template(), err)
			}
		}
	})
}

// fillWith gives every field a value as [fill] does, with texts that differ and
// every other condition met.
func fillWith(v reflect.Value, text func() string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text())
	case reflect.Bool:
		v.SetBool(len(text())%2 == 0)
	case reflect.Int:
		v.SetInt(int64(len(text())))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillWith(v.Elem(), text)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fillWith(v.Index(0), text)
		fillWith(v.Index(1), text)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fillWith(v.Field(i), text)
			}
		}
	}
}
