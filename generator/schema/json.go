package schema

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"

	"example.org/svod/generator/content"
	"example.org/svod/generator/money"
)

type object = map[string]any

// Forms that the reader of the content accepts.
const (
	dayForm    = `^\s*[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?\s*$`
	statedForm = dayForm + `|^\s*(неизвестна|unknown)\s*$`
	momentForm = `^\s*[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])([ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?)?)?\s*$`
	slugForm   = `^\s*[a-z0-9]+(-[a-z0-9]+)*\s*$`
	webForm    = `^\s*[hH][tT][tT][pP][sS]?://.+$`
	colorForm  = `^\s*#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\s*$`
	number     = "[0-9 _\u00a0\u202f\u2009]+"
	numberForm = "^" + number + "$"
	idForm     = `^[\p{L}\p{N}][\p{L}\p{N}._-]*$`
	yesForm    = `^([tT][rR][uU][eE]|[fF][aA][lL][sS][eE]|[yY][eE][sS]|[nN][oO]|[дД][аА]|[нН][еЕ][тТ])$`
)

// countForm is a number between the words that may hedge it. Editors tell small
// letters from capitals, with which a value seldom begins.
var countForm = func() string {
	var words []string
	for _, p := range money.HedgePhrases() {
		words = append(words, regexp.QuoteMeta(p))
	}
	hedge := "(" + strings.Join(words, "|") + ")"
	return `^\s*(` + hedge + `\s*)*` + number + `\+?(\s*` + hedge + `)?\s*$`
}()

// JSON is the JSON Schema of a kind of file, with a line break at its end. It
// uses only keywords that mean the same since draft 7, which is what the YAML
// language server of most editors goes by.
func (w *Writer) JSON(k content.Kind) ([]byte, error) {
	s := w.mapping(string(k), content.Keys(k))
	if k == content.SourcesFile {
		s["description"] = w.say("source", "one")
		s = object{
			"type":                 "object",
			"patternProperties":    object{idForm: s},
			"additionalProperties": false,
		}
	}
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = w.say("kind", string(k))
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(s)
	return b.Bytes(), err
}

func (w *Writer) mapping(group string, keys []content.Key) object {
	properties, required := object{}, []string{}
	for _, k := range keys {
		s := w.value(k)
		// That no value was named can be said by naming none.
		if k.Required && (group != "figure" || k.Name == "date") {
			s = object{"allOf": []any{s}, "not": object{"type": "null"}}
		}
		_, s["description"] = w.text(group, k.Name)
		properties[k.Name] = s
		if k.Required {
			required = append(required, k.Name)
		}
	}
	s := object{"type": "object", "properties": properties, "additionalProperties": false}
	if group == "figure" {
		// YAML makes a key of the fraction in {amount: 7,9 млрд ₽}; the reader
		// puts it together again.
		s["patternProperties"] = object{"^[0-9]": object{"type": "null"}}
	}
	if len(required) > 0 {
		s["required"] = required
	}
	return s
}

// value is the schema of what follows a key. Nothing may follow it: a front
// matter is filled in little by little.
func (w *Writer) value(k content.Key) object {
	var forms []any
	if k.Shape != "" {
		forms = append(forms, w.plain(k))
	}
	var inside object
	if len(k.Keys) > 0 {
		inside = w.mapping(k.Group, k.Keys)
	}
	switch {
	case k.Form == content.History:
		forms = append(forms, list(inside), inside)
	case inside != nil:
		forms = append(forms, inside)
	}
	if k.Form == content.List {
		forms = append(forms, list(anyOf(forms)))
	}
	if k.Shape == "" && k.Form == content.One {
		return inside // a mapping and nothing else
	}
	if k.Shape == "" {
		forms = append(forms, object{"type": "null"})
	}
	return anyOf(forms)
}

func list(items any) object { return object{"type": "array", "items": items} }

func anyOf(forms []any) object {
	if len(forms) == 1 {
		return forms[0].(object)
	}
	return object{"anyOf": forms}
}

// plain is the schema of a plain value. What looks like a number to YAML is one
// in its schema, though the reader takes it for a text.
func (w *Writer) plain(k content.Key) object {
	written := func(pattern string) object {
		return object{"type": []string{"string", "null"}, "pattern": pattern}
	}
	switch k.Shape {
	case content.YesNo:
		return anyOf([]any{object{"type": []string{"boolean", "null"}}, object{"type": "string", "pattern": yesForm}})
	case content.Number:
		return anyOf([]any{object{"type": "integer", "minimum": 0, "examples": []any{1355}}, written(numberForm)})
	case content.Count:
		return anyOf([]any{object{"type": "integer", "minimum": 0, "examples": []any{1355, "более 800"}}, written(countForm), unnamed()})
	case content.Amount:
		return object{
			"type":     []string{"string", "number", "null"},
			"examples": []any{"7,9 млрд ₽", "более 20 млрд ₽", "488 млн рублей", "$3bn", "не объявлено"},
		}
	case content.Day, content.Stated:
		forms := []any{written(dayForm), object{"type": "integer", "minimum": 1000, "maximum": 9999}}
		if k.Shape == content.Stated {
			forms = append(forms, unnamed())
		}
		s := anyOf(forms)
		s["examples"] = []any{"2025-02-11", "2025-02", 2025}
		return s
	case content.Moment:
		return anyOf([]any{written(momentForm), object{"type": "integer", "minimum": 1000, "maximum": 9999}})
	case content.Word:
		return w.word(k)
	case content.Slug:
		return anyOf([]any{written(slugForm), object{"type": "integer", "minimum": 0}})
	case content.Address, content.Base:
		return written(webForm)
	case content.Color:
		return written(colorForm)
	case content.Currency:
		return object{"type": []string{"string", "null"}, "pattern": `^[A-Za-z]{3}$`, "examples": []any{"RUB", "USD", "CNY"}}
	case content.Zone:
		return object{"type": []string{"string", "null"}, "examples": []any{"Asia/Tomsk", "Europe/Moscow"}}
	}
	anything := object{"type": []string{"string", "number", "boolean", "null"}}
	if names := w.known(k.Shape); len(names) > 0 {
		return object{"anyOf": []any{object{"enum": names}, anything}}
	}
	return anything
}

// word is one of a closed list. Stages may be written in capitals, too, but an
// editor had better offer them in one way.
func (w *Writer) word(k content.Key) object {
	words := make([]any, 0, len(k.Words)+1)
	for _, name := range k.Words {
		words = append(words, object{"const": name, "description": w.say("word", name)})
	}
	words = append(words, object{"type": "null"})
	if k.Form == content.History || k.Name == "stage" {
		words = append(words, unnamed())
	}
	return object{"anyOf": words}
}

func unnamed() object { return object{"enum": content.Unnamed()} }
