package chart

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
)

// A Spec is a chart block as its author wrote it. What it says about columns is
// not compared with any table yet.
type Spec struct {
	At    diag.Position // of the block
	Kind  Kind
	ID    string
	IDAt  diag.Position // where the author wrote it
	Title string
	Unit  string
	Note  string
	// Summary stands in place of what the chart tells of itself; blocks have none.
	Summary string
	// Data names a table; it is empty where the block has its own Rows.
	Data Ref
	// Sheet names a sheet of a workbook; without it, it is the first.
	Sheet Ref
	Rows  *dataset.Table
	// X and Y name columns. A chart of bars has its values along x.
	X, Y    []Ref
	Group   Ref   // a column that tells to which series a row belongs
	Sum     []Ref // columns: rows that say the same in them are added up
	Label   Ref   // a column that names the points of a scatter
	Whole   Ref   // the whole of a gauge, as it was written
	Stack   Stacking
	Filters []Filter
	Sources []Ref
	Limit   int // how many bars or parts at most; 0 means the kind's own limit
	Sort    Order
}

// A Stacking says whether several series stand on each other.
type Stacking string

// Stackings.
const (
	SideBySide Stacking = ""
	Stacked    Stacking = "yes"
	Percent    Stacking = "percent" // each category is a whole
)

var stackings = []Stacking{Stacked, Percent}

// An Order is that of the rows in the picture.
type Order string

// Orders. Without one, bars are in the order of their values and all other
// charts in that of the table.
const (
	ByValue Order = "value" // from the largest; unknown ones last
	ByName  Order = "name"
	AsGiven Order = "none"
)

var orders = []Order{ByValue, ByName, AsGiven}

// ParseSpec reads a chart block. The Spec is usable only where no diagnostic is
// an error.
func ParseSpec(b Block) (Spec, []diag.Diagnostic) {
	s := Spec{At: b.Fence}
	n, ok, found := b.parse()
	if !ok {
		if len(*found) == 0 {
			*found = append(*found, diag.NewError(b.Fence, diag.ChartEmpty, nil))
		}
		return s, *found
	}
	n.mapping(b.Fence, map[string]func(node){
		"type":   func(v node) { oneOf(v, &s.Kind, Kinds) },
		"id":     func(v node) { v.id(&s.ID); s.IDAt = v.At() },
		"title":  func(v node) { v.prose(&s.Title) },
		"unit":   func(v node) { v.brief(&s.Unit) },
		"note":   func(v node) { v.prose(&s.Note) },
		"data":   func(v node) { v.ref(&s.Data) },
		"sheet":  func(v node) { v.ref(&s.Sheet) },
		"rows":   func(v node) { s.Rows = v.table() },
		"x":      func(v node) { v.refs(&s.X) },
		"y":      func(v node) { v.refs(&s.Y) },
		"group":  func(v node) { v.ref(&s.Group) },
		"sum":    func(v node) { v.refs(&s.Sum) },
		"label":  func(v node) { v.ref(&s.Label) },
		"of":     func(v node) { v.ref(&s.Whole) },
		"stack":  func(v node) { v.stacking(&s.Stack) },
		"filter": func(v node) { v.filters(&s.Filters) },
		"source": func(v node) { v.refs(&s.Sources) },
		"limit":  func(v node) { v.count(&s.Limit) },
		"sort":   func(v node) { oneOf(v, &s.Sort, orders) },
	}, "type", "title")
	return s, *found
}

// text reads a plain value, cleaned of what cannot be seen.
func (n node) text(s *string) {
	t, ok := n.Scalar()
	if !ok {
		n.WrongType(diag.WantsText)
		return
	}
	*s = dataset.Clean(t)
	if letters := utf8.RuneCountInString(*s); letters > dataset.MaxText {
		n.Error(diag.ChartTextLong, diag.Args{"Count": letters, "Most": dataset.MaxText})
	}
}

// prose reads a text that readers see as it is.
func (n node) prose(s *string) {
	n.text(s)
	n.WarnOfHash()
}

// maxUnit is how many letters a unit may have: it stands beside every value.
const maxUnit = 24

// brief reads a text that stands beside others.
func (n node) brief(s *string) {
	n.text(s)
	if letters := utf8.RuneCountInString(*s); letters > maxUnit && letters <= dataset.MaxText {
		n.Error(diag.ChartTextLong, diag.Args{"Count": letters, "Most": maxUnit})
	}
}

func (n node) ref(r *Ref) {
	n.text(&r.Name)
	r.At = n.At()
}

func (n node) refs(list *[]Ref) {
	for _, item := range n.Items() {
		var r Ref
		if (node{item}).ref(&r); r.Name != "" {
			*list = append(*list, r)
		}
	}
}

// id reads a name for the address of the chart.
func (n node) id(s *string) {
	if n.text(s); !isID(*s) {
		n.Error(diag.ChartBadID, diag.Args{"ID": *s})
	}
}

func isID(s string) bool {
	return !strings.HasPrefix(s, "-") && !strings.HasSuffix(s, "-") && len(s) <= 100 &&
		strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

func (n node) count(count *int) {
	var s string
	if n.text(&s); s == "" {
		return
	}
	i, err := strconv.Atoi(s)
	if err != nil || i < 1 {
		n.Error(diag.WantsNumber, diag.Args{"Value": s})
		return
	}
	*count = i
}

// stacking reads whether series stand on each other, as people say yes and no.
func (n node) stacking(s *Stacking) {
	word, _ := n.Scalar()
	switch strings.ToLower(word) {
	case "true", "да":
		*s = Stacked
	case "false", "no", "нет":
		*s = SideBySide
	default:
		oneOf(n, s, stackings)
	}
}

// oneOf reads a word of a closed list.
func oneOf[T ~string](n node, word *T, known []T) {
	var s string
	if n.text(&s); slices.Contains(known, T(s)) {
		*word = T(s)
		return
	}
	names := diag.Names(known)
	n.Error(diag.UnknownWord, diag.Args{
		"Value": s, "Suggestion": meant(s, names), "Known": strings.Join(names, ", "),
	})
}
