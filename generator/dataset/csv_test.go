package dataset_test

import (
	"strings"
	"testing"

	"example.org/svod/generator/dataset"
)

// Semicolons, commas and tabs, marks of the order of bytes, line ends of Windows
// and quotes within quotes are all of one table.
func TestCSV(t *testing.T) {
	for _, content := range []string{
		"a;b\nЛес;\"7,9\"\n\nООО \"\"Лён\"\";1 355\n",
		"\ufeffa;b;\r\nЛес;7,9;\r\n\"ООО \"\"Лён\"\"\";1 355;\r\n",
		"a,b\nЛес,\"7,9\"\n\"ООО \"\"Лён\"\"\",1 355\n",
		"a\tb\nЛес\t7,9\n\"ООО \"\"Лён\"\"\"\t1 355\n",
	} {
		content = strings.Replace(content, `ООО ""Лён""`+";", `"ООО ""Лён""";`, 1)
		content = strings.Replace(content, `""ООО ""Лён""""`, `"ООО ""Лён"""`, 1)
		table, found := dataset.ReadCSV("t.csv", []byte(content))
		if len(found) > 0 {
			t.Errorf("%q: %v", content, found)
			continue
		}
		var got []string
		for _, row := range table.Rows {
			for _, c := range row.Cells {
				got = append(got, c.Text)
			}
		}
		if want := `Лес|7,9|ООО "Лён"|1 355`; strings.Join(got, "|") != want || len(table.Columns) != 2 {
			t.Errorf("%q is read as %q", content, got)
		}
	}
}

func FuzzReadCSV(f *testing.F) {
	f.Add([]byte("Кластер;Сумма\nЛес;7,9\n"))
	f.Add([]byte("\ufeffa,b\r\n\"x\r\ny\",2\r\n"))
	f.Add([]byte("a\tb\n\"\n"))
	f.Add([]byte("a;\n;\n;;;x\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		table, found := dataset.ReadCSV("t.csv", content)
		lines := strings.Count(string(content), "\n") + 1
		for _, d := range found {
			if d.File != "t.csv" || d.Line > lines {
				t.Fatalf("%s in a file of %d lines", d.Position, lines)
			}
		}
		for _, row := range table.Rows {
			if len(row.Cells) != len(table.Columns) {
				t.Fatalf("%d cells in %d columns", len(row.Cells), len(table.Columns))
			}
		}
	})
}
