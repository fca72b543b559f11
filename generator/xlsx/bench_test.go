package xlsx_test

import (
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"example.org/svod/generator/xlsx"
)

// BenchmarkRead reads a sheet as long as a chart may have: 20,000 rows of texts,
// days and sums.
func BenchmarkRead(b *testing.B) {
	file := saved(b, func(f *excelize.File) {
		day := 45000
		for line := range 20_000 {
			row := []any{fmt.Sprint("Кластер ", line%100), "Томская область", day + line%1000, 7.9 + float64(line), line, "примечание"}
			must(b, f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", line+1), &row))
		}
		id, err := f.NewStyle(&excelize.Style{NumFmt: 14})
		must(b, err)
		must(b, f.SetCellStyle("Sheet1", "C1", "C20000", id))
	})
	b.ReportAllocs()
	for b.Loop() {
		if s, found := xlsx.Read("plan.xlsx", file, xlsx.Options{Rows: 20_000}); s == nil {
			b.Fatal(found)
		}
	}
}
