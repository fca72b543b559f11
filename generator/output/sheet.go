package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"sync"

	"github.com/cespare/xxhash/v2"
)

// A sheet is what one file after another is rendered on. Most fit in its memory
// and reach the disk only if they differ from what is there; a larger one goes
// to the staging folder while it is rendered.
type sheet struct {
	folders *folders
	folder  string // for files that are staged by number
	count   int

	memory []byte
	file   *os.File // nil while everything fits
	size   int64
	hasher *xxhash.Digest // of a file on disk
	err    error          // of writing, whatever Render makes of it
}

// memory is how much of a file is held before it goes to the disk: several times
// the size of a page, and little beside a process.
const memory = 256 << 10

func newSheet(f *folders, number int) *sheet {
	return &sheet{
		folders: f,
		folder:  filepath.Join(f.base, "n"+strconv.Itoa(number)),
		memory:  make([]byte, 0, memory),
		hasher:  xxhash.New(),
	}
}

// reset takes a clean sheet.
func (s *sheet) reset() {
	s.memory, s.size, s.err = s.memory[:0], 0, nil
	s.hasher.Reset()
}

// Write takes what Render writes.
func (s *sheet) Write(p []byte) (int, error) {
	if s.err != nil {
		return 0, s.err
	}
	s.size += int64(len(p))
	if s.file == nil && len(s.memory)+len(p) <= cap(s.memory) {
		s.memory = append(s.memory, p...)
		return len(p), nil
	}
	if s.file == nil {
		if s.file, s.err = s.create(s.next()); s.err != nil {
			return 0, s.err
		}
	}
	if len(s.memory)+len(p) > cap(s.memory) {
		if s.flush(); s.err != nil {
			return 0, s.err
		}
	}
	if len(p) > cap(s.memory) {
		s.hasher.Write(p)
		_, s.err = s.file.Write(p)
		return len(p), s.err
	}
	s.memory = append(s.memory, p...)
	return len(p), nil
}

// WriteString spares those who have a string the copy that Write asks for.
func (s *sheet) WriteString(p string) (int, error) {
	if s.err != nil || s.file != nil || len(s.memory)+len(p) > cap(s.memory) {
		return s.Write([]byte(p))
	}
	s.size += int64(len(p))
	s.memory = append(s.memory, p...)
	return len(p), nil
}

// flush moves what is in memory to the disk.
func (s *sheet) flush() {
	s.hasher.Write(s.memory)
	_, s.err = s.file.Write(s.memory)
	s.memory = s.memory[:0]
}

// hash is that of the whole file.
func (s *sheet) hash() uint64 {
	if s.file == nil {
		return xxhash.Sum64(s.memory)
	}
	s.flush()
	return s.hasher.Sum64()
}

// save finishes the file in the staging folder and tells its time. A file that
// is in memory goes to name; one that is on disk stays where it is.
func (s *sheet) save(name string) (staged string, time int64, err error) {
	if s.file == nil {
		if s.file, err = s.create(name); err != nil {
			return "", 0, err
		}
		s.flush()
	}
	if s.err != nil {
		return "", 0, errors.Join(s.err, s.drop())
	}
	info, err := s.file.Stat()
	if err != nil {
		return "", 0, errors.Join(err, s.drop())
	}
	staged = s.file.Name()
	err = s.file.Close()
	s.file = nil
	return staged, info.ModTime().UnixNano(), err
}

// drop forgets the file. What is on disk already goes with the staging folder.
func (s *sheet) drop() error {
	if s.file == nil {
		return nil
	}
	err := s.file.Close()
	s.file = nil
	return err
}

// next is a name in the staging folder that no other file has.
func (s *sheet) next() string {
	s.count++
	return filepath.Join(s.folder, strconv.Itoa(s.count))
}

func (s *sheet) create(name string) (*os.File, error) {
	if err := s.folders.make(filepath.Dir(name)); err != nil {
		return nil, err
	}
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
}

// folders are those made in the staging folder, each once.
type folders struct {
	base string
	mu   sync.Mutex
	made map[string]bool
}

func newFolders(base string) *folders { return &folders{base: base, made: map[string]bool{}} }

func (f *folders) make(dir string) error {
	f.mu.Lock()
	made := f.made[dir]
	f.mu.Unlock()
	if made {
		return nil
	}
	err := os.Mkdir(dir, 0o755)
	if errors.Is(err, fs.ErrNotExist) && dir != f.base {
		if err = f.make(filepath.Dir(dir)); err == nil {
			err = os.Mkdir(dir, 0o755)
		}
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	f.mu.Lock()
	f.made[dir] = true
	f.mu.Unlock()
	return nil
}
