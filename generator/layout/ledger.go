package layout

import (
	"html/template"
	"strconv"
)

// LedgerPath is the page of all announcements.
const LedgerPath = "ledger/"

// Ledger is every sum that anybody has named, in the order of time.
type Ledger struct {
	Page   Page
	Count  string // "31 заявление"
	Charts []template.HTML
	Years  []LedgerYear
	// Changes says that a row of the page has a change, so that there is a column
	// for them.
	Changes bool
	Pager   Pager
}

// A LedgerYear is the announcements of one year.
type LedgerYear struct {
	Year string
	Rows []LedgerRow
}

// A LedgerRow is an announcement with the cluster that it is about.
type LedgerRow struct {
	Cluster Link
	Date    string // short: "11.02.2025"
	Before  string // the sum that it replaces; empty for the first
	Figure  Figure
}

func (*Ledger) template() string { return "ledger.html" }
func (v *Ledger) page() *Page    { return &v.Page }

// LedgerRows is the number of announcements, for [PageCount].
func (s *Site) LedgerRows() int { return s.report.Announced() }

// Ledger shows a page of the ledger, from the newest announcement back. Charts
// are rendered by [Site.Chart].
func (s *Site) Ledger(number int, charts ...template.HTML) *Ledger {
	all := s.ledger()
	pager := s.pager(LedgerPath, number, len(all))
	v := &Ledger{
		Page:   s.page(pager.path(number), LedgerPath, s.layout.word("ledger"), s.layout.word("ledger-description")),
		Count:  s.layout.words.Count("announcement-count", len(all), nil),
		Charts: charts,
		Pager:  pager,
	}
	v.Page.Linked = s.linkedLedger(&v.Page)
	for i := pager.from; i < pager.to; i++ {
		a := all[len(all)-1-i]
		row := LedgerRow{
			Cluster: link(v.Page.Root, a.Cluster),
			Date:    s.layout.words.ShortDate(a.Figure.Date),
			Figure:  s.announcement(v.Page.Root, a),
		}
		if a.Previous != nil && row.Figure.Change != "" {
			row.Before = s.amount(*a.Previous)
		}
		v.Changes = v.Changes || row.Figure.Change != ""
		year := strconv.Itoa(a.Figure.Date.Year)
		if n := len(v.Years); n == 0 || v.Years[n-1].Year != year {
			v.Years = append(v.Years, LedgerYear{Year: year})
		}
		last := &v.Years[len(v.Years)-1]
		last.Rows = append(last.Rows, row)
	}
	return v
}
