package schema

import "example.org/svod/generator/content"

// A field is a widget of a form. Required is nil where something must be filled
// in, which is what both programs assume.
type field struct {
	Name          string   `yaml:"name"`
	Label         string   `yaml:"label"`
	Singular      string   `yaml:"label_singular,omitempty"`
	Widget        string   `yaml:"widget"`
	Required      *bool    `yaml:"required,omitempty"`
	Hint          string   `yaml:"hint,omitempty"`
	Pattern       []string `yaml:"pattern,omitempty"`
	ValueType     string   `yaml:"value_type,omitempty"`
	Min           *int     `yaml:"min,omitempty"`
	Multiple      bool     `yaml:"multiple,omitempty"`
	Options       []option `yaml:"options,omitempty"`
	Collection    string   `yaml:"collection,omitempty"`
	ValueField    string   `yaml:"value_field,omitempty"`
	SearchFields  []string `yaml:"search_fields,omitempty"`
	DisplayFields []string `yaml:"display_fields,omitempty"`
	Modes         []string `yaml:"modes,omitempty"`
	Collapsed     bool     `yaml:"collapsed,omitempty"`
	Summary       string   `yaml:"summary,omitempty"`
	Field         *field   `yaml:"field,omitempty"`
	Fields        []field  `yaml:"fields,omitempty"`
}

type option struct {
	Label string `yaml:"label"`
	Value string `yaml:"value"`
}

func (w *Writer) fields(group string, keys []content.Key) []field {
	list := make([]field, len(keys))
	for i, k := range keys {
		list[i] = w.field(group, k)
	}
	return list
}

// field is the widget of a key. Histories and members have their long form: a
// form shows all that can be said.
func (w *Writer) field(group string, k content.Key) field {
	f := field{Name: k.Name}
	f.Label, f.Hint = w.text(group, k.Name)
	if !k.Required {
		no := false
		f.Required = &no
	}
	switch {
	case len(k.Keys) > 0 && k.Form == content.One:
		f.Widget, f.Collapsed, f.Fields = "object", true, w.fields(k.Group, k.Keys)
	case len(k.Keys) > 0:
		f.Widget, f.Collapsed, f.Fields = "list", true, w.fields(k.Group, k.Keys)
		f.Singular = w.say("one", "item")
		f.Summary = "{{fields." + k.Keys[0].Name + "}}"
		if k.Form == content.History {
			f.Summary += " — {{fields." + k.Keys[1].Name + "}}"
		}
	case k.Form == content.List:
		w.list(&f, k)
	default:
		w.widget(&f, k)
	}
	return f
}

// list makes a widget of many plain values: one that chooses several, or a list
// of widgets of one value.
func (w *Writer) list(f *field, k content.Key) {
	one := field{Name: "item", Label: f.Label}
	w.widget(&one, k)
	if one.Widget == "select" || one.Widget == "relation" {
		one.Name, one.Hint, one.Required, one.Multiple = f.Name, f.Hint, f.Required, true
		*f = one
		return
	}
	f.Widget, f.Field, f.Singular = "list", &one, w.say("one", "item")
}

// widget makes a widget of one plain value. Dates are strings, since no picker
// of dates knows a month without a day.
func (w *Writer) widget(f *field, k content.Key) {
	f.Widget = "string"
	switch k.Shape {
	case content.Prose:
		switch k.Name {
		case "description", "lead", "correction", "note":
			f.Widget = "text"
		}
	case content.YesNo:
		f.Widget = "boolean"
	case content.Number:
		zero := 0
		f.Widget, f.ValueType, f.Min = "number", "int", &zero
	case content.Day:
		f.Pattern = []string{dayForm, w.say("hint", "date")}
	case content.Stated:
		f.Pattern = []string{statedForm, w.say("hint", "stated")}
	case content.Moment:
		f.Pattern = []string{momentForm, w.say("hint", "date")}
	case content.Slug:
		f.Pattern = []string{slugForm, w.say("hint", "slug")}
	case content.Address, content.Base:
		f.Pattern = []string{webForm, w.say("hint", "url")}
	case content.Color:
		f.Pattern = []string{colorForm, w.say("hint", "color")}
	case content.Picture:
		f.Widget = "image"
	case content.Word:
		f.Widget = "select"
		for _, word := range k.Words {
			f.Options = append(f.Options, option{w.say("word", word), word})
		}
	case content.ToRegion:
		relate(f, "regions")
	case content.ToCluster:
		relate(f, "clusters")
	case content.ToSource:
		for _, id := range w.known(k.Shape) {
			f.Options = append(f.Options, option{id, id})
		}
		if len(f.Options) > 0 {
			f.Widget = "select"
		}
	}
}

func relate(f *field, collection string) {
	f.Widget, f.Collection, f.ValueField = "relation", collection, "{{slug}}"
	f.SearchFields, f.DisplayFields = []string{"title"}, []string{"title"}
}
