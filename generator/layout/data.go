package layout

import "example.org/svod/generator/report"

// DataPath is the page of the files for spreadsheets and programs, and the
// folder that they lie in.
const DataPath = "data/"

// Data is the page that says what each file of data is.
type Data struct {
	Page   Page
	Files  []DataFile
	Fields []DataField // of report.json
}

// A DataFile is a file that readers may take away.
type DataFile struct {
	Name, Href string
	Format     string // "CSV"
	About      string
	Rows       string // "4 кластера"; empty where the file has no rows
}

// A DataField is a field of report.json and what it holds.
type DataField struct {
	Name, About string
}

func (*Data) template() string { return "data.html" }
func (v *Data) page() *Page    { return &v.Page }

// dataFiles are the files of the folder data: what each is called, its format,
// the word that tells of it, and what its rows are counted as.
var dataFiles = []struct{ name, format, about, rows string }{
	{"clusters.xlsx", "XLSX", "data-about-workbook", "cluster-count"},
	{"clusters.csv", "CSV", "data-about-clusters", "cluster-count"},
	{"announcements.csv", "CSV", "data-about-announcements", "announcement-count"},
	{"report.json", "JSON", "data-about-report", ""},
	{"datapackage.json", "JSON", "data-about-package", ""},
}

// dataFields are the fields of report.json, as export.JSON writes them, and the
// words that tell of them.
var dataFields = []struct{ name, about string }{
	{"title, description, language, currency, base_url", "data-json-settings"},
	{"as_of", "data-json-as-of"},
	{"totals", "data-json-totals"},
	{"regions", "data-json-regions"},
	{"clusters", "data-json-clusters"},
	{"organizations", "data-json-organizations"},
	{"sources", "data-json-sources"},
	{"value, currency, text, unknown, approximate, hedge, date, source, note, kind, scope, member, project", "data-json-figure"},
	{"path", "data-json-path"},
}

// Data shows the page of data. The report is the one that the files tell, which
// of a preview is not all that its pages show.
func (s *Site) Data(told *report.Report) *Data {
	v := &Data{Page: s.page(DataPath, DataPath, s.layout.word("data"), s.layout.word("data-description"))}
	counts := map[string]int{"cluster-count": len(told.Clusters), "announcement-count": len(told.Ledger())}
	for _, f := range dataFiles {
		file := DataFile{Name: f.name, Href: v.Page.Root + DataPath + f.name, Format: f.format, About: s.layout.word(f.about)}
		if f.rows != "" {
			file.Rows = s.layout.words.Count(f.rows, counts[f.rows], nil)
		}
		v.Files = append(v.Files, file)
	}
	for _, f := range dataFields {
		v.Fields = append(v.Fields, DataField{f.name, s.layout.word(f.about)})
	}
	return v
}
