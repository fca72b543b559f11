package layout

import (
	"html/template"
	"reflect"
	"sync"
)

// A program is a template made ready to run over views of one type.
//
// html/template looks up every field by name and calls every escaper through
// reflection, about a microsecond for each action; a cluster's page has a
// hundred. What to escape, and how, is known once the template is parsed: so
// html/template decides it, as always, and a program runs the template that came
// out, with fields found and escapers chosen beforehand, in a tenth of the time.
//
// It knows only what the templates of a layout are made of: fields, variables,
// if, with, range, template, and the escapers of text, attributes and addresses.
// A template with anything else has no program, and a value that a program does
// not know how to write makes it give up; html/template then renders the page.
// Both write the same bytes, which the tests hold.
type program struct {
	steps    []step
	slots    int
	machines sync.Pool // of *machine, for their buffers
}

// A step writes a part of the page. It is false where it gives up.
type step func(m *machine, slots []reflect.Value) bool

// A machine is one run of a program.
type machine struct {
	out   []byte
	stack []reflect.Value
}

// run renders a view and hands the bytes to use, which must not keep them.
func (p *program) run(view reflect.Value, use func([]byte) error) (ok bool, err error) {
	m, found := p.machines.Get().(*machine)
	if !found {
		m = &machine{}
	}
	defer p.machines.Put(m)
	m.out, m.stack = m.out[:0], m.stack[:0]
	defer func() { clear(m.stack[:cap(m.stack)]) }()
	if !p.call(m, view) {
		return false, nil
	}
	return true, use(m.out)
}

func (p *program) call(m *machine, dot reflect.Value) bool {
	base := len(m.stack)
	for range p.slots {
		m.stack = append(m.stack, reflect.Value{})
	}
	slots := m.stack[base : base+p.slots : base+p.slots]
	slots[0] = dot
	ok := runSteps(p.steps, m, slots)
	m.stack = m.stack[:base]
	return ok
}

func runSteps(steps []step, m *machine, slots []reflect.Value) bool {
	for _, s := range steps {
		if !s(m, slots) {
			return false
		}
	}
	return true
}

// A value is where a program finds something: in a slot, or in a field of what
// is there.
type value struct {
	slot int
	path []int
	typ  reflect.Type
}

// get is the zero Value where a pointer on the way is nil.
func (v value) get(slots []reflect.Value) reflect.Value {
	x := slots[v.slot]
	for _, i := range v.path {
		if x.Kind() == reflect.Pointer {
			x = x.Elem()
		}
		if !x.IsValid() {
			return x
		}
		x = x.Field(i)
	}
	return x
}

// holds is the truth of text/template.
func holds(x reflect.Value) bool {
	switch x.Kind() {
	case reflect.String, reflect.Slice:
		return x.Len() > 0
	case reflect.Bool:
		return x.Bool()
	case reflect.Int:
		return x.Int() != 0
	case reflect.Pointer:
		return !x.IsNil()
	case reflect.Struct:
		return true
	}
	return false
}

// truthKnown reports whether [holds] knows the truth of a type.
func truthKnown(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.String, reflect.Slice, reflect.Bool, reflect.Int, reflect.Pointer, reflect.Struct:
		return true
	}
	return false
}

var (
	typeHTML = reflect.TypeFor[template.HTML]()
	typeURL  = reflect.TypeFor[template.URL]()
	typeJS   = reflect.TypeFor[template.JS]()
	typeText = reflect.TypeFor[string]()
)
