package layout

// DataPath is the page of the files for spreadsheets and programs, and the
// folder that they lie in.
const DataPath = "data/"

// Data is the page that says what each file of data is.
type Data struct {
	Page  Page
	Files []DataFile
}

// A DataFile is a file that readers may take away.
type DataFile struct {
	Name, Href string
	Format     string // "CSV"
	About      string
	Rows       string // "4 кластера"; empty where the file has no rows
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

// Data shows the page of data.
func (s *Site) Data() *Data {
	v := &Data{Page: s.page(DataPath, DataPath, s.layout.word("data"), s.layout.word("data-description"))}
	counts := map[string]int{"cluster-count": len(s.report.Clusters), "announcement-count": len(s.ledger())}
	for _, f := range dataFiles {
		file := DataFile{Name: f.name, Href: v.Page.Root + DataPath + f.name, Format: f.format, About: s.layout.word(f.about)}
		if f.rows != "" {
			file.Rows = s.layout.words.Count(f.rows, counts[f.rows], nil)
		}
		v.Files = append(v.Files, file)
	}
	return v
}
