package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// A few kilobytes of ZIP can hold gigabytes, and a few bytes of XML a cell in the
// last column of the last row, before which excelize puts all the others.
const (
	maxUnpacked = 100 << 20 // bytes
	maxCells    = 1_000_000 // of a sheet, with those that are not there
	rowsACell   = 8         // rows without cells that take the room of one
	cellsAMerge = 200       // each merge is compared with all others
	widest      = 500       // columns with anything in them: excelize looks for each cell from the left
)

// unpacked is how many bytes a workbook says it unpacks to; archive/zip holds it
// to that. It is 0 for what is no ZIP, which excelize refuses.
func unpacked(file []byte) uint64 {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return 0
	}
	sum := uint64(0)
	for _, part := range z.File {
		sum += min(part.UncompressedSize64, maxUnpacked+1)
	}
	return sum
}

// bounded reports whether the sheets of a workbook have room in memory. Which part
// is a sheet is told by what is in it: names of parts are free.
func bounded(f *excelize.File) bool {
	ok := true
	f.Pkg.Range(func(_, part any) bool {
		content, isBytes := part.([]byte)
		ok = !isBytes || !bytes.Contains(content, []byte("sheetData")) || cells(content) <= maxCells
		return ok
	})
	return ok
}

// cells is how many cells excelize makes of the XML of a sheet.
func cells(sheet []byte) int {
	d := xml.NewDecoder(bytes.NewReader(sheet))
	d.Strict = false
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	sum, lastRow, width := 0, 0, 0
	for sum+width <= maxCells {
		token, err := d.RawToken()
		if err != nil { // the end, or what excelize refuses
			break
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "row":
			sum, width = sum+width, 0
			if row, err := strconv.Atoi(attribute(start, "r")); err == nil && row > lastRow {
				sum, lastRow = sum+(row-lastRow)/rowsACell, row
			}
		case "mergeCell":
			sum += cellsAMerge
		case "c":
			width++
			if column, _, err := excelize.CellNameToCoordinates(attribute(start, "r")); err == nil {
				width = max(width, column)
			}
		}
	}
	return sum + width
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
