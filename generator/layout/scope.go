package layout

import (
	"reflect"
	"slices"
	"text/template/parse"
)

// slot takes a further place for a value.
func (s *scope) slot() int {
	s.program.slots++
	return s.program.slots - 1
}

// inner is the scope of a block, whose own names end with it.
func (s *scope) inner() *scope {
	return &scope{program: s.program, dot: s.dot, names: slices.Clone(s.names)}
}

func (s *scope) declare(variable string, typ reflect.Type) int {
	slot := s.slot()
	s.names = append(s.names, name{variable, value{slot: slot, typ: typ}})
	return slot
}

// pipeValue finds the value of a pipeline that is one value and nothing more.
func (s *scope) pipeValue(pipe *parse.PipeNode) (value, bool) {
	if len(pipe.Cmds) != 1 {
		return value{}, false
	}
	return s.find(pipe.Cmds[0].Args)
}

// find finds what ., .Field, $, $name or $name.Field mean.
func (s *scope) find(args []parse.Node) (value, bool) {
	if len(args) != 1 {
		return value{}, false
	}
	switch node := args[0].(type) {
	case *parse.DotNode:
		return s.dot, true
	case *parse.FieldNode:
		return s.dot.fields(node.Ident)
	case *parse.VariableNode:
		for _, n := range slices.Backward(s.names) {
			if n.name == node.Ident[0] {
				return n.value.fields(node.Ident[1:])
			}
		}
	}
	return value{}, false
}

// fields follows the names of fields of structs and of pointers to them.
// Views have no methods that templates may call.
func (v value) fields(names []string) (value, bool) {
	v.path = slices.Clone(v.path)
	for _, n := range names {
		typ := v.typ
		if typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct {
			return value{}, false
		}
		field, ok := typ.FieldByName(n)
		if !ok {
			return value{}, false
		}
		v.path = append(v.path, field.Index...)
		v.typ = field.Type
	}
	return v, true
}

// condition is what an if asks: a value, or the functions and, or, not and eq
// of values.
func (c *compiler) condition(pipe *parse.PipeNode, s *scope) func([]reflect.Value) bool {
	if len(pipe.Cmds) != 1 || len(pipe.Decl) > 0 {
		return nil
	}
	args := pipe.Cmds[0].Args
	function, ok := args[0].(*parse.IdentifierNode)
	if !ok {
		v, ok := s.find(args)
		if !ok || !truthKnown(v.typ) {
			return nil
		}
		return func(slots []reflect.Value) bool { return holds(v.get(slots)) }
	}
	switch function.Ident {
	case "eq":
		return s.equal(args[1:])
	case "and", "or", "not":
		return s.logic(function.Ident, args[1:])
	}
	return nil
}

func (s *scope) logic(function string, args []parse.Node) func([]reflect.Value) bool {
	var values []value
	for i := range args {
		v, ok := s.find(args[i : i+1])
		if !ok || !truthKnown(v.typ) {
			return nil
		}
		values = append(values, v)
	}
	return func(slots []reflect.Value) bool {
		true_ := func(v value) bool { return holds(v.get(slots)) }
		switch function {
		case "or":
			return slices.ContainsFunc(values, true_)
		case "and":
			return !slices.ContainsFunc(values, func(v value) bool { return !true_(v) })
		}
		return !true_(values[0])
	}
}

// equal compares a string with one that is written in the template.
func (s *scope) equal(args []parse.Node) func([]reflect.Value) bool {
	if len(args) != 2 {
		return nil
	}
	v, ok := s.find(args[:1])
	text, isText := args[1].(*parse.StringNode)
	if !ok || !isText || v.typ != typeText {
		return nil
	}
	return func(slots []reflect.Value) bool {
		x := v.get(slots)
		return x.IsValid() && x.String() == text.Text
	}
}
