package output

import (
	"bytes"
	"testing"
)

// Whatever lies in the place of the manifest is either one, and then would be
// written again just so, or counts as missing.
func FuzzDecode(f *testing.F) {
	m := manifest{complete: true, inputs: "two\nlines", entries: []entry{
		{path: "index.html", phase: Index, size: 12, time: 1700000000123456789, hash: 0xfeed},
		{path: "a b/ё.html", phase: Page},
		{path: "a b/ё.html", phase: Page, size: 1},
	}}
	f.Add(m.encode())
	f.Add((&manifest{}).encode())
	f.Add([]byte("svod 1 complete\n\"\"\n0 5 5 5 ../out\n1\n"))
	f.Add([]byte("svod 1 complete\n\"\"\n7\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, ok := decode(text)
		if !ok {
			return
		}
		again, ok := decode(m.encode())
		if !ok || !bytes.Equal(m.encode(), again.encode()) {
			t.Errorf("%q is written again as %q", text, m.encode())
		}
		for _, e := range m.entries {
			if !Valid(e.path) || len(m.find(e.path)) == 0 {
				t.Errorf("%q names %q", text, e.path)
			}
		}
	})
}
