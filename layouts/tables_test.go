package layouts_test

import "testing"

// announced is a report whose ledger has two years, with changes in one of them.
var announced = map[string]string{
	"_index.md":          "---\ntitle: Свод\nas_of: 2026-02-24\n---\nТекст.\n",
	"clusters/les.md":    "---\ntitle: Лес, лесопереработка и лесохимия\nstage:\n  - {date: 2023-02-03, stage: idea}\n  - {date: 2025-02-17, stage: registered}\ninvestment:\n  - {date: 2024-02-11, amount: 7,9 млрд ₽}\n  - {date: 2025-02-17, amount: 8 млрд ₽, approximate: true}\n---\n\n```chart\ntype: timeline\nid: stadii\ntitle: Стадии\ndata: progress\nx: [date, until]\ny: title\ngroup: stage\n```\n",
	"clusters/titan.md":  "---\ntitle: Цветные и редкоземельные металлы\nstage: {date: 2024, stage: registering}\ninvestment: {date: 2025-07, amount: 6,1 млрд ₽}\n---\n",
	"clusters/khimia.md": "---\ntitle: Химия\ninvestment: {date: 2025-07-01, amount: не объявлено}\n---\n",
}

// The columns of the ledger stand under each other from year to year, and a word is
// never wider than its column.
func TestColumnsOfTheLedger(t *testing.T) {
	for _, width := range []int64{704, 768, 1024, 1280} {
		r := read(t, "ledger/", announced, width)
		const edges = `[...document.querySelectorAll(".ledger")].map(table =>
			[...table.querySelectorAll("thead th")].map(e => Math.round(e.getBoundingClientRect().left)).join(" "))`
		years := ask[[]string](r, edges)
		if len(years) != 2 || years[0] != years[1] {
			t.Errorf("at %d the columns of the years begin at %q", width, years)
		}
		if cut := ask[[]string](r, `[...document.querySelectorAll(".ledger tbody :is(th, td)")].filter(e => e.scrollWidth > e.clientWidth).map(e => e.textContent)`); len(cut) > 0 {
			t.Errorf("at %d these are wider than their columns: %q", width, cut)
		}
		r.silent()
	}
}

// The table of a chart with several columns is read on a phone without being
// pushed aside, and every cell stands below its heading.
func TestTableOfAChartOnAPhone(t *testing.T) {
	r := read(t, "clusters/les/", announced, 320)
	ask[bool](r, `document.querySelectorAll("details").forEach(e => e.open = true) || true`)
	if wide := ask[[]string](r, `[...document.querySelectorAll(".table")].filter(e => e.scrollWidth > e.clientWidth).map(e => e.textContent)`); len(wide) > 0 {
		t.Errorf("these must be pushed aside to be read: %q", wide)
	}
	const aside = `(() => {
		const edges = row => [...row.children].map(e => Math.round(e.getBoundingClientRect().left)).join(" ");
		const table = document.querySelector("#chart-stadii table, #stadii table");
		const heads = edges(table.querySelector("thead tr"));
		return [...table.querySelectorAll("tbody tr")].filter(row => edges(row) !== heads).map(row => row.textContent);
	})()`
	if rows := ask[[]string](r, aside); len(rows) > 0 {
		t.Errorf("these do not stand below their headings: %q", rows)
	}
	r.silent()
}
