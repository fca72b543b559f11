package dataset

import (
	"crypto/sha256"
	"slices"
	"sync"

	"example.org/svod/generator/diag"
)

// A shelf keeps the tables of the files that were read last, by what they were
// read from: a chart is bound anew for each of its files, and reading a workbook
// takes longer than drawing it. It is safe for concurrent use.
type shelf struct {
	mu   sync.Mutex
	kept []shelved // the last used at the end
}

type shelved struct {
	key  [sha256.Size]byte
	read func() (*Table, []diag.Diagnostic)
}

// deep is how many tables are kept. One may have [MaxRows] rows.
const deep = 4

// Read returns what read makes of a file, or made of it before. The key is all
// that this depends on besides the content. The table is shared and must not be
// changed.
func (t *Tables) Read(key string, content []byte, read func() (*Table, []diag.Diagnostic)) (*Table, []diag.Diagnostic) {
	table, found := t.shelf.get(key, content, read)()
	return table, slices.Clone(found)
}

func (s *shelf) get(key string, content []byte, read func() (*Table, []diag.Diagnostic)) func() (*Table, []diag.Diagnostic) {
	h := sha256.New()
	h.Write([]byte(key + "\x00"))
	h.Write(content)
	book := shelved{read: sync.OnceValues(read)}
	h.Sum(book.key[:0])
	s.mu.Lock()
	defer s.mu.Unlock()
	if i := slices.IndexFunc(s.kept, func(k shelved) bool { return k.key == book.key }); i >= 0 {
		book = s.kept[i]
		s.kept = slices.Delete(s.kept, i, i+1)
	}
	s.kept = append(s.kept, book)
	if len(s.kept) > deep {
		s.kept = slices.Delete(s.kept, 0, 1)
	}
	return book.read
}
