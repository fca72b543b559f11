package dataset_test

import (
	"fmt"
	"sync"
	"testing"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
)

// A file is read once, however many ask for it at a time, and again when it or
// what is asked of it is another; what was not asked for lately is forgotten.
func TestFilesAreReadOnce(t *testing.T) {
	tables := dataset.NewTables(nil, nil)
	reads := map[string]int{}
	read := func(key, content string) {
		table, found := tables.Read(key, []byte(content), func() (*dataset.Table, []diag.Diagnostic) {
			reads[key+content]++
			return &dataset.Table{Name: key + content}, []diag.Diagnostic{{Code: diag.ChartCSVEmpty}}
		})
		if table.Name != key+content || len(found) != 1 {
			t.Errorf("%s of %s is %s: %v", key, content, table.Name, found)
		}
	}
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() { read("a", "1") })
	}
	all.Wait()
	read("a", "2")
	read("b", "1")
	read("a", "1")
	if len(reads) != 3 || reads["a1"] != 1 {
		t.Errorf("read: %v", reads)
	}
	for i := range 10 {
		read("c", fmt.Sprint(i))
	}
	read("a", "1")
	if reads["a1"] != 2 {
		t.Errorf("everything is kept for ever: %v", reads)
	}
}
