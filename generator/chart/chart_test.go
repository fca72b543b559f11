package chart_test

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"example.org/svod/generator/chart"
	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/locale"
	"example.org/svod/generator/money"
	"example.org/svod/generator/picture"
	"example.org/svod/generator/report"
	"example.org/svod/generator/typeset"
)

var update = flag.Bool("update", false, "write the golden files anew")

// words are those of the real layouts.
func words(t testing.TB, language string) *dataset.Words {
	t.Helper()
	page, err := locale.New(os.DirFS("../../layouts"), language)
	if err != nil {
		t.Fatal(err)
	}
	w, err := dataset.NewWords(page)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// goFonts have Cyrillic and come with a Go module, so that layouts can be tested
// on a bare clone.
func goFonts(t testing.TB) *typeset.Family {
	t.Helper()
	f, err := typeset.NewFamily(
		typeset.File{Weight: 400, Data: goregular.TTF},
		typeset.File{Weight: 600, Data: gobold.TTF},
	)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

const dist = "../../layouts/dist"

// golos is the typeface of the site, as it was built.
func golos(t testing.TB) *typeset.Family {
	t.Helper()
	fonts, err := builtFonts()
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("assets are not built: run make")
	}
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

var builtFonts = sync.OnceValues(func() (*typeset.Family, error) {
	var files []typeset.File
	for _, script := range []string{"latin", "latin-ext", "cyrillic", "cyrillic-ext"} {
		for weight, name := range map[int]string{400: "400", 600: "600"} {
			data, err := os.ReadFile(filepath.Join(dist, "fonts", "golos-text-"+script+"-"+name+"-normal.woff"))
			if err != nil {
				return nil, err
			}
			files = append(files, typeset.File{Weight: weight, Data: data})
		}
	}
	return typeset.NewFamily(files...)
})

// drawer draws with the built script, in the typeface of the site. It is one for
// all tests, because compiling the script takes long.
func drawer(t testing.TB) *chart.Drawer {
	t.Helper()
	golos(t)
	d, err := common()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var common = sync.OnceValues(newDrawer)

func newDrawer() (*chart.Drawer, error) {
	fonts, err := builtFonts()
	if err != nil {
		return nil, err
	}
	script, err := os.ReadFile(filepath.Join(dist, "chart-ssr.js"))
	if err != nil {
		return nil, err
	}
	return chart.NewDrawer(picture.Options{Script: script, Fonts: fonts})
}

// block is the text of a chart block in a file of its own.
func block(source string) chart.Block {
	text := diag.NewText("page.md", []byte(source))
	return chart.Block{Source: []byte(source), At: text.At, Fence: diag.Position{File: "page.md"}}
}

// bound parses a block and binds it, with files beside the page.
func bound(t testing.TB, language, source string, files map[string]string) (*chart.Chart, []diag.Diagnostic) {
	t.Helper()
	spec, found := chart.ParseSpec(block(source))
	if diag.HasErrors(found) {
		return nil, found
	}
	tables := dataset.NewTables(tomsk(t), words(t, language))
	tables.Source = func(id string) (*report.Source, bool) { return &report.Source{ID: id}, strings.HasPrefix(id, "press-") }
	c, more, err := spec.Bind(tables, func(written string) (string, []byte, error) {
		content, ok := files[written]
		if !ok {
			return "", nil, fs.ErrNotExist
		}
		return written, []byte(content), nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return c, append(found, more...)
}

// mustBind is bound for blocks without mistakes.
func mustBind(t testing.TB, language, source string) *chart.Chart {
	t.Helper()
	c, found := bound(t, language, source, nil)
	for _, d := range found {
		t.Fatalf("%s: %s %v\n%s", d.Position, d.Code, d.Args, source)
	}
	return c
}

// wantCells compares the values in the table of a block, "a, b; c, d", with ordinary
// spaces.
func wantCells(t *testing.T, source string, files map[string]string, want string) {
	t.Helper()
	c, found := bound(t, "ru", "title: Суммы\n"+source+"\n", files)
	if len(found) > 0 {
		t.Errorf("%s\n%+v", source, found)
		return
	}
	var rows []string
	for _, r := range ordinary(c.Rows()) {
		rows = append(rows, strings.Join(r.Cells, ", "))
	}
	if got := strings.Join(rows, "; "); got != want {
		t.Errorf("%s\n%s, want %s", source, got, want)
	}
}

// wantSummary compares the summary of a block, with ordinary spaces.
func wantSummary(t *testing.T, source, want string) {
	t.Helper()
	got := mustBind(t, "ru", "title: Суммы\n"+source+"\n").Summary()
	if got = strings.ReplaceAll(got, "\u00a0", " "); got != want {
		t.Errorf("%s\n got %s\nwant %s", source, got, want)
	}
}

// tomsk is a small report, with everything that its tables can hold.
func tomsk(t testing.TB) *report.Report {
	t.Helper()
	region := &report.Region{Page: report.Page{Slug: "tomsk", Title: "Томская область"}}
	cluster := func(slug, title, sum string, jobs int, stage report.Stage) *report.Cluster {
		c := &report.Cluster{Page: report.Page{Slug: slug, Title: title}, Year: report.Date{Year: 2026}}
		c.Region.To = region
		f := report.Figure[money.Amount]{Unknown: sum == "", Scope: report.WholeCluster, Kind: report.Announced}
		if sum != "" {
			var err error
			if f.Value, err = money.Parse(sum, money.RUB); err != nil {
				t.Fatal(err)
			}
		}
		f.Date = report.Date{Year: 2025, Month: 2, Day: 10 + len(slug)}
		c.Investment = report.History[money.Amount]{f}
		if jobs > 0 {
			c.Jobs = report.History[int]{{Value: jobs, Scope: report.WholeCluster, Kind: report.Announced, Hedge: money.About}}
		}
		c.Stage = report.History[report.Stage]{{Value: stage, Scope: report.WholeCluster, Kind: report.Announced}}
		return c
	}
	member := &report.Organization{Page: report.Page{Slug: "les", Title: "АО «Лес»"}}
	member.Memberships = []report.ClusterMembership{{Member: &report.Member{}}, {Member: &report.Member{Until: report.Date{Year: 2025}}}}
	return &report.Report{Organizations: []*report.Organization{member}, Regions: []*report.Region{region}, Clusters: []*report.Cluster{
		cluster("metals", "Цветные металлы", "47 млрд", 1355, report.Registered),
		cluster("chemistry", "Химия", "15,6 млрд", 0, report.Planned),
		cluster("les", "Лес и лесохимия", "7,9 млрд", 200, report.Operating),
		cluster("lithium", "Литий", "60 млн $", 0, report.Idea),
		cluster("electronics", "Микроэлектроника", "", 0, report.Forming),
	}}
}

func TestClustersAreTheLastBuiltInTable(t *testing.T) {
	c := mustBind(t, "ru", "type: bar\ntitle: Инвестиции\ndata: clusters\nx: investment\ny: title\n")
	want := []chart.Line{
		{Head: "Цветные металлы", Cells: []string{"47 млрд ₽"}, Link: "clusters/metals/"},
		{Head: "Химия", Cells: []string{"15,6 млрд ₽"}, Link: "clusters/chemistry/"},
		{Head: "Лес и лесохимия", Cells: []string{"7,9 млрд ₽"}, Link: "clusters/les/"},
		{Head: "Литий", Cells: []string{"60 млн $"}, Link: "clusters/lithium/"},
		{Head: "Микроэлектроника", Cells: []string{"не объявлено"}, Link: "clusters/electronics/"},
	}
	if diff := cmp.Diff(want, ordinary(c.Rows())); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Кластер", "Инвестиции"}, c.Columns()); diff != "" {
		t.Error(diff)
	}
}

func TestBuiltInTables(t *testing.T) {
	page, err := locale.New(os.DirFS("../../layouts"), "ru")
	if err != nil {
		t.Fatal(err)
	}
	for source, want := range map[string][]chart.Line{
		"type: bar\ntitle: Стадии\ndata: stages\nx: clusters\ny: stage\nsort: none\nfilter: {stage: [idea, planned, forming, registered, operating]}\n": {
			{Head: page.Stage(report.Idea), Cells: []string{"1"}},
			{Head: page.Stage(report.Planned), Cells: []string{"1"}},
			{Head: page.Stage(report.Forming), Cells: []string{"1"}},
			{Head: page.Stage(report.Registered), Cells: []string{"1"}},
			{Head: page.Stage(report.Operating), Cells: []string{"1"}},
		},
		"type: step\ntitle: Сумма\ndata: totals\nx: date\ny: investment\n": {
			{Head: "13 февраля 2025", Cells: []string{"7,9 млрд ₽"}},
			{Head: "16 февраля 2025", Cells: []string{"54,9 млрд ₽"}},
			{Head: "17 февраля 2025", Cells: []string{"54,9 млрд ₽"}},
			{Head: "19 февраля 2025", Cells: []string{"70,5 млрд ₽"}},
			{Head: "21 февраля 2025", Cells: []string{"70,5 млрд ₽"}},
		},
		"type: bar\ntitle: Суммы\ndata: announcements\nx: investment\ny: cluster\nfilter: {region: томская область, cluster: [Химия, Лес и лесохимия]}\n": {
			{Head: "Химия", Cells: []string{"15,6 млрд ₽"}, Link: "clusters/chemistry/"},
			{Head: "Лес и лесохимия", Cells: []string{"7,9 млрд ₽"}, Link: "clusters/les/"},
		},
		"type: bar\ntitle: Участники\ndata: organizations\nx: clusters\ny: title\n": {
			{Head: "АО «Лес»", Cells: []string{"1"}, Link: "organizations/les/"},
		},
	} {
		got := ordinary(mustBind(t, "ru", source).Rows())
		for i := range got {
			got[i].Head = strings.ReplaceAll(got[i].Head, "\u00a0", " ")
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s\n%s", source, diff)
		}
	}
}

// ordinary are rows with ordinary spaces, for comparing.
func ordinary(rows []chart.Line) []chart.Line {
	for _, row := range rows {
		for i := range row.Cells {
			row.Cells[i] = strings.ReplaceAll(row.Cells[i], "\u00a0", " ")
		}
	}
	return rows
}

func TestSummaryTellsWhatIsToBeSeen(t *testing.T) {
	for _, c := range []struct{ language, rows, want string }{
		{
			"ru", "data: clusters\nx: investment\ny: title",
			"Больше всех — «Цветные металлы», 47 млрд ₽; меньше всех — «Лес и лесохимия», 7,9 млрд ₽; " +
				"сумма не названа у 1 из 5; в другой валюте, не сравнивается: Литий, 60 млн $.",
		},
		{
			"en", "rows: {“A” works: $3bn, B: 2 bn USD, C: unknown}",
			"The largest is “‘A’ works” with $3bn, the smallest “B” with $2bn; no sum has been named for 1 of 3.",
		},
		{"ru", "data: clusters\nx: jobs\ny: title", "Больше всех — «Цветные металлы», около 1 355; " +
			"меньше всех — «Лес и лесохимия», около 200; значение не названо у 3 из 5."},
		{
			"ru", "rows: {Лес: 20 млрд ₽, Химия: почти 20 млрд ₽, Металлы: более 20 млрд ₽}",
			"Больше всех — «Металлы», более 20 млрд ₽; меньше всех — «Химия», почти 20 млрд ₽.",
		},
		{"ru", "rows: {Лес: 5, Химия: 5}", "У всех поровну: 5."},
		{"ru", "unit: тыс. т\nrows: {Лес: 5}", "«Лес»: 5 тыс. т."},
		{"ru", "rows: {АО «Лес»: 5, Б: 7, В: 7, Г: 7, Д: 7}", "Больше всех — «Б», «В», «Г», и ещё 1, 7; меньше всех — «АО „Лес“», 5."},
		{
			"ru", "limit: 1\nrows: {Лес: 5, Химия: 4, Мёд: 1, Лён: не объявлено}",
			"Больше всех — «Лес», 5; меньше всех — «Мёд», 1; значение не названо у 1 из 4.",
		},
	} {
		got := mustBind(t, c.language, "type: bar\ntitle: Суммы\n"+c.rows+"\n").Summary()
		if got = strings.ReplaceAll(got, "\u00a0", " "); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.rows, got, c.want)
		}
	}
}

func TestMoreBarsThanCanBeSeenAreOne(t *testing.T) {
	var rows strings.Builder
	for i := range 30 {
		fmt.Fprintf(&rows, "  К%d: %d млрд ₽\n", i, 30-i)
	}
	c := mustBind(t, "ru", "type: bar\ntitle: Суммы\nrows:\n"+rows.String()+"  Без суммы: н/д\n")
	lines := ordinary(c.Rows())
	if len(lines) != 21 {
		t.Fatalf("%d rows", len(lines))
	}
	want := chart.Line{Head: "Ещё 11, из них 1 без данных", Cells: []string{"55 млрд ₽"}}
	if diff := cmp.Diff(want, lines[20]); diff != "" {
		t.Error(diff)
	}
	c = mustBind(t, "ru", "type: bar\ntitle: Суммы\nlimit: 2\nrows: {А: 3, Б: 2, В: 1}\n")
	if lines := c.Rows(); len(lines) != 3 || lines[2].Head != "В" {
		t.Errorf("a single row more is not drawn: %v", lines)
	}
}
