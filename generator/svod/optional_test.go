package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"strings"
	"testing"

	"example.org/svod/generator/diag"
)

// What may be turned off is exactly what is told as a warning or a note. The
// source of every package is read for it: a diagnostic is made by NewError,
// NewWarning or NewNote, or by a method error or warn around them. What is told
// of a table that is imported belongs to no page, and cannot be turned off.
func TestOptionalCodesAreWarnings(t *testing.T) {
	values := codeValues(t)
	optional, needed := map[diag.Code]string{}, map[diag.Code]string{}
	err := fs.WalkDir(os.DirFS(".."), ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".go") || strings.HasPrefix(name, "importer/") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), "../"+name, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			made, ok := call.Fun.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			for _, arg := range call.Args {
				code, ok := arg.(*ast.SelectorExpr)
				if !ok {
					continue
				}
				value, ok := values[code.Sel.Name]
				switch made.Sel.Name {
				case "NewWarning", "NewNote", "warn", "Warn":
					if ok {
						optional[value] = name
					}
				case "NewError", "error", "Error":
					if ok {
						needed[value] = name
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(optional) < 20 || len(needed) < 50 {
		t.Fatalf("only %d warnings and %d errors are made", len(optional), len(needed))
	}
	for code, file := range optional {
		if !code.Optional() {
			t.Errorf("%s is told as a warning by %s and cannot be turned off", code, file)
		}
	}
	for code, file := range needed {
		if code.Optional() {
			t.Errorf("%s is told as an error by %s and may be turned off", code, file)
		}
	}
	for _, code := range diag.Optional() {
		if optional[code] == "" {
			t.Errorf("%s may be turned off, and nothing tells it as a warning", code)
		}
	}
}

// codeValues are the codes by the names of their constants.
func codeValues(t *testing.T) map[string]diag.Code {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../diag/codes.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	values := map[string]diag.Code{}
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok {
			literal := spec.Values[0].(*ast.BasicLit)
			values[spec.Names[0].Name] = diag.Code(strings.Trim(literal.Value, `"`))
		}
		return true
	})
	return values
}
