package layout

import (
	"html/template"
	"slices"
	"text/template/parse"

	"example.org/svod/generator/locale"
)

// word is a message with nothing to fill in. Looking one up in a catalogue
// takes longer than writing a line of a page, so all are looked up once.
func (l *Layout) word(id string) string {
	if text, ok := l.plain[id]; ok {
		return text
	}
	return l.words.Text(id, nil)
}

// plainWords are the messages of a catalogue as they are without anything to
// fill in.
func plainWords(words *locale.Locale) map[string]string {
	plain := map[string]string{}
	for _, id := range words.IDs() {
		plain[id] = words.Text(id, nil)
	}
	return plain
}

// spell puts the words of the catalogue in the place of every {{t "id"}}.
// Execution of an action costs about half a microsecond and a page has dozens
// of words, so this is a large part of a page's time.
func (l *Layout) spell(t *template.Template) error {
	if t.Tree == nil || t.Tree.Root == nil {
		return nil
	}
	return l.spellList(t.Tree, t.Tree.Root)
}

func (l *Layout) spellList(tree *parse.Tree, list *parse.ListNode) error {
	if list == nil {
		return nil
	}
	for i, node := range list.Nodes {
		var err error
		switch node := node.(type) {
		case *parse.ActionNode:
			list.Nodes[i], err = l.spellAction(tree, node)
		case *parse.IfNode:
			err = l.spellBranch(tree, &node.BranchNode)
		case *parse.RangeNode:
			err = l.spellBranch(tree, &node.BranchNode)
		case *parse.WithNode:
			err = l.spellBranch(tree, &node.BranchNode)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (l *Layout) spellBranch(tree *parse.Tree, branch *parse.BranchNode) error {
	if err := l.spellList(tree, branch.List); err != nil {
		return err
	}
	return l.spellList(tree, branch.ElseList)
}

func (l *Layout) spellAction(tree *parse.Tree, node *parse.ActionNode) (parse.Node, error) {
	id, ok := wordOf(node)
	if !ok {
		return node, nil
	}
	if _, known := slices.BinarySearch(l.words.IDs(), id); !known {
		location, _ := tree.ErrorContext(node)
		return nil, l.unknownWord(location, id)
	}
	return &parse.TextNode{
		NodeType: parse.NodeText,
		Pos:      node.Pos,
		Text:     []byte(template.HTMLEscapeString(l.word(id))),
	}, nil
}

// wordOf returns the id of an action that is {{t "id"}} and nothing more.
func wordOf(node *parse.ActionNode) (string, bool) {
	if len(node.Pipe.Decl) != 0 || len(node.Pipe.Cmds) != 1 || len(node.Pipe.Cmds[0].Args) != 2 {
		return "", false
	}
	name, isName := node.Pipe.Cmds[0].Args[0].(*parse.IdentifierNode)
	id, isString := node.Pipe.Cmds[0].Args[1].(*parse.StringNode)
	if !isName || !isString || name.Ident != "t" {
		return "", false
	}
	return id.Text, true
}
