package layout

import (
	"html/template"
	"reflect"
	"strings"
	"text/template/parse"
)

// compile makes a program of a page's template, which html/template must have
// executed and so have escaped before. It is nil where the template uses
// something that programs do not know.
func compile(set *template.Template, view reflect.Type) *program {
	c := &compiler{set: set, done: map[call]*program{}}
	return c.template(set.Name(), view)
}

type compiler struct {
	set  *template.Template
	done map[call]*program
}

// A call is a template with the type that it is called with.
type call struct {
	name string
	typ  reflect.Type
}

// A scope is what the names of a template mean at one of its places.
type scope struct {
	program *program
	dot     value
	names   []name
}

type name struct {
	name  string
	value value
}

func (c *compiler) template(id string, typ reflect.Type) *program {
	key := call{id, typ}
	if p, ok := c.done[key]; ok {
		return p
	}
	t := c.set.Lookup(id)
	if t == nil || t.Tree == nil {
		return nil
	}
	p := &program{slots: 1}
	c.done[key] = p
	dot := value{typ: typ}
	steps, ok := c.list(t.Tree.Root, &scope{program: p, dot: dot, names: []name{{"$", dot}}})
	if !ok {
		c.done[key] = nil
		return nil
	}
	p.steps = steps
	return p
}

func (c *compiler) list(list *parse.ListNode, s *scope) ([]step, bool) {
	if list == nil {
		return nil, true
	}
	var steps []step
	for _, node := range list.Nodes {
		next := c.node(node, s)
		if next == nil {
			return nil, false
		}
		steps = append(steps, next)
	}
	return steps, true
}

func (c *compiler) node(node parse.Node, s *scope) step {
	switch node := node.(type) {
	case *parse.TextNode:
		text := node.Text
		return func(m *machine, _ []reflect.Value) bool {
			m.out = append(m.out, text...)
			return true
		}
	case *parse.CommentNode:
		return func(*machine, []reflect.Value) bool { return true }
	case *parse.ActionNode:
		return c.action(node.Pipe, s)
	case *parse.IfNode:
		return c.branch(&node.BranchNode, s, c.condition(node.Pipe, s))
	case *parse.WithNode:
		return c.with(&node.BranchNode, s)
	case *parse.RangeNode:
		return c.loop(&node.BranchNode, s)
	case *parse.TemplateNode:
		return c.call(node, s)
	}
	return nil
}

// action writes a value, or gives it a name.
func (c *compiler) action(pipe *parse.PipeNode, s *scope) step {
	if len(pipe.Decl) == 1 && len(pipe.Cmds) == 1 && !pipe.IsAssign {
		v, ok := s.find(pipe.Cmds[0].Args)
		if !ok {
			return nil
		}
		slot := s.declare(pipe.Decl[0].Ident[0], v.typ)
		return func(_ *machine, slots []reflect.Value) bool {
			slots[slot] = v.get(slots)
			return true
		}
	}
	if len(pipe.Decl) > 0 {
		return nil
	}
	v, ok := s.find(pipe.Cmds[0].Args)
	if !ok {
		return nil
	}
	var escapers []string
	for _, cmd := range pipe.Cmds[1:] {
		if len(cmd.Args) != 1 {
			return nil
		}
		escapers = append(escapers, cmd.Args[0].String())
	}
	return escaping(v, strings.Join(escapers, " "))
}

func (c *compiler) branch(b *parse.BranchNode, s *scope, condition func([]reflect.Value) bool) step {
	yes, okYes := c.list(b.List, s.inner())
	no, okNo := c.list(b.ElseList, s.inner())
	if condition == nil || !okYes || !okNo {
		return nil
	}
	return func(m *machine, slots []reflect.Value) bool {
		if condition(slots) {
			return runSteps(yes, m, slots)
		}
		return runSteps(no, m, slots)
	}
}

func (c *compiler) with(b *parse.BranchNode, s *scope) step {
	v, ok := s.pipeValue(b.Pipe)
	if !ok || len(b.Pipe.Decl) > 0 || !truthKnown(v.typ) {
		return nil
	}
	inside := s.inner()
	inside.dot = value{slot: s.slot(), typ: v.typ}
	yes, okYes := c.list(b.List, inside)
	no, okNo := c.list(b.ElseList, s.inner())
	if !okYes || !okNo {
		return nil
	}
	return func(m *machine, slots []reflect.Value) bool {
		x := v.get(slots)
		if !holds(x) {
			return runSteps(no, m, slots)
		}
		slots[inside.dot.slot] = x
		return runSteps(yes, m, slots)
	}
}

func (c *compiler) loop(b *parse.BranchNode, s *scope) step {
	v, ok := s.pipeValue(b.Pipe)
	if !ok || v.typ.Kind() != reflect.Slice {
		return nil
	}
	inside := s.inner()
	inside.dot = value{slot: s.slot(), typ: v.typ.Elem()}
	index := -1
	switch decl := b.Pipe.Decl; len(decl) {
	case 0:
	case 1:
		inside.names = append(inside.names, name{decl[0].Ident[0], inside.dot})
	case 2:
		index = inside.declare(decl[0].Ident[0], reflect.TypeFor[int]())
		inside.names = append(inside.names, name{decl[1].Ident[0], inside.dot})
	}
	each, okEach := c.list(b.List, inside)
	none, okNone := c.list(b.ElseList, s.inner())
	if !okEach || !okNone {
		return nil
	}
	return func(m *machine, slots []reflect.Value) bool {
		x := v.get(slots)
		if !x.IsValid() || x.Len() == 0 {
			return runSteps(none, m, slots)
		}
		for i := range x.Len() {
			slots[inside.dot.slot] = x.Index(i)
			if index >= 0 {
				slots[index] = reflect.ValueOf(i)
			}
			if !runSteps(each, m, slots) {
				return false
			}
		}
		return true
	}
}

func (c *compiler) call(node *parse.TemplateNode, s *scope) step {
	if node.Pipe == nil {
		return nil
	}
	v, ok := s.pipeValue(node.Pipe)
	if !ok {
		return nil
	}
	p := c.template(node.Name, v.typ)
	if p == nil {
		return nil
	}
	return func(m *machine, slots []reflect.Value) bool { return p.call(m, v.get(slots)) }
}
