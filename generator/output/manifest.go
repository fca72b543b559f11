package output

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
)

// A manifest is what Svod knows of the files in the destination.
//
// It is a text: a line with the version and the state, a line with the inputs,
// a line for each file with phase, size, time (in nanoseconds), hash and path,
// sorted by path, and a last line with their number. One that is damaged or of another version
// counts as missing.
type manifest struct {
	complete bool // false while files are being put in place
	inputs   string
	// entries are sorted by path. While the manifest is not complete, a path may
	// have two: what stood there and what is to.
	entries []entry
}

// An entry is one file as it was when it was written.
type entry struct {
	path  string
	phase Phase
	size  int64
	time  int64 // of the last change, in nanoseconds
	hash  uint64
}

const (
	manifestPath = Folder + "/manifest"
	complete     = "svod 1 complete"
	publishing   = "svod 1 publishing"
)

// find returns the entries of a path.
func (m *manifest) find(p string) []entry {
	start, _ := slices.BinarySearchFunc(m.entries, p, func(e entry, p string) int { return strings.Compare(e.path, p) })
	end := start
	for end < len(m.entries) && m.entries[end].path == p {
		end++
	}
	return m.entries[start:end]
}

// encode writes the manifest as text. The entries come in any order.
func (m *manifest) encode() []byte {
	slices.SortFunc(m.entries, func(a, b entry) int { return strings.Compare(a.path, b.path) })
	head := publishing
	if m.complete {
		head = complete
	}
	text := make([]byte, 0, 256+100*len(m.entries))
	text = fmt.Appendf(text, "%s\n%q\n", head, m.inputs)
	for _, e := range m.entries {
		text = strconv.AppendInt(text, int64(e.phase), 10)
		text = strconv.AppendInt(append(text, ' '), e.size, 10)
		text = strconv.AppendInt(append(text, ' '), e.time, 10)
		text = strconv.AppendUint(append(text, ' '), e.hash, 16)
		text = append(append(append(text, ' '), e.path...), '\n')
	}
	return fmt.Appendf(text, "%d\n", len(m.entries))
}

// decode reads what encode wrote. It is false for anything else.
func decode(text []byte) (m manifest, ok bool) {
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	if len(lines) < 3 || lines[0] != complete && lines[0] != publishing {
		return manifest{}, false
	}
	last := len(lines) - 1
	if n, err := strconv.Atoi(lines[last]); err != nil || n != last-2 {
		return manifest{}, false
	}
	inputs, err := strconv.Unquote(lines[1])
	if err != nil {
		return manifest{}, false
	}
	m = manifest{complete: lines[0] == complete, inputs: inputs, entries: make([]entry, last-2)}
	for i := range m.entries {
		if m.entries[i], ok = decodeEntry(lines[i+2]); !ok {
			return manifest{}, false
		}
	}
	return m, slices.IsSortedFunc(m.entries, func(a, b entry) int { return strings.Compare(a.path, b.path) })
}

func decodeEntry(line string) (entry, bool) {
	field := strings.SplitN(line, " ", 5)
	if len(field) != 5 {
		return entry{}, false
	}
	phase, err1 := strconv.Atoi(field[0])
	size, err2 := strconv.ParseInt(field[1], 10, 64)
	time, err3 := strconv.ParseInt(field[2], 10, 64)
	hash, err4 := strconv.ParseUint(field[3], 16, 64)
	e := entry{field[4], Phase(phase), size, time, hash}
	return e, errors.Join(err1, err2, err3, err4) == nil && Valid(e.path)
}

// readManifest returns an empty manifest where there is none.
func (d *destination) readManifest() (manifest, error) {
	text, err := d.root.ReadFile(manifestPath)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return manifest{}, cannotWrite(d.path(manifestPath), err)
	}
	m, _ := decode(text)
	return m, nil
}

// writeManifest replaces the manifest at once, unless it says the same already.
func (d *destination) writeManifest(m manifest) error {
	text := m.encode()
	if old, err := d.root.ReadFile(manifestPath); err == nil && bytes.Equal(text, old) {
		return nil
	}
	next := manifestPath + ".new"
	if err := d.root.WriteFile(next, text, 0o600); err != nil {
		d.root.Remove(next)
		return cannotWrite(d.path(manifestPath), err)
	}
	if err := retry(func() error { return d.root.Rename(next, manifestPath) }); err != nil {
		return cannotWrite(d.path(manifestPath), err)
	}
	return nil
}

func (e entry) matches(f os.FileInfo) bool {
	return f.Mode().IsRegular() && f.Size() == e.size && f.ModTime().UnixNano() == e.time
}
