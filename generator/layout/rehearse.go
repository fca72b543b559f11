package layout

import (
	"io"
	"reflect"

	"example.org/svod/generator/diag"
)

// rehearse shows every kind of page twice, once with every field filled and
// once with none, so that both sides of each condition are tried.
func (l *Layout) rehearse() error {
	var found diag.Mistakes
	for _, kind := range kinds {
		empty := reflect.New(reflect.TypeOf(kind).Elem())
		filled := reflect.New(reflect.TypeOf(kind).Elem())
		fill(filled.Elem())
		for _, view := range []reflect.Value{filled, empty} {
			if err := l.pages[kind.template()].template.Execute(io.Discard, view.Interface()); err != nil {
				found = append(found, l.mistake(kind.template(), err)...)
				break
			}
		}
	}
	for part, view := range partViews() {
		fill(reflect.ValueOf(view).Elem())
		if err := l.parts.ExecuteTemplate(io.Discard, part, view); err != nil {
			found = append(found, l.mistake(part, err)...)
		}
	}
	return found.Err()
}

// partViews are what the templates read that are rendered apart from pages.
func partViews() map[string]any {
	return map[string]any{
		"partials/head.html": &frame{}, "partials/masthead.html": &frame{}, "partials/footer.html": &frame{},
		"partials/chart.html": &Chart{},
		"embed.html":          &embed{},
	}
}

// fill gives every field of a view some value. Views are made of strings,
// numbers, lists and further views, and none contains itself.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		if v.Type() == typeJS {
			v.SetString("{}")
			return
		}
		v.SetString("x")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(1)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fill(v.Field(i))
			}
		}
	}
}
