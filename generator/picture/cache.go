package picture

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// A cache keeps drawn pictures in memory and, where it has a folder, on disk. It
// only ever saves work: a folder that cannot be read or written is as good as
// none, and an entry that is damaged is drawn again.
type cache struct {
	dir   string
	most  int64               // bytes on disk
	mu    sync.Mutex          // over what follows, never over the disk
	young map[[32]byte][]byte // the pictures asked for last, and
	old   map[[32]byte][]byte // those before them
	bytes int                 // in young
	added int64               // bytes on disk since the folder was last tidied
	tidy  bool                // the folder was looked through
}

const (
	mostInMemory = 16 << 20
	mostOnDisk   = 64 << 20
	suffix       = ".svg"
)

func newCache(dir string, most int64) *cache {
	return &cache{dir: dir, most: cmp.Or(most, mostOnDisk), young: map[[32]byte][]byte{}}
}

func (c *cache) get(key [32]byte) ([]byte, bool) {
	c.mu.Lock()
	svg, ok := c.young[key]
	if !ok {
		if svg, ok = c.old[key]; ok {
			c.keep(key, svg)
		}
	}
	c.mu.Unlock()
	if ok || c.dir == "" {
		return svg, ok
	}
	if svg, ok = c.read(key); ok {
		c.mu.Lock()
		c.keep(key, svg)
		c.mu.Unlock()
	}
	return svg, ok
}

func (c *cache) put(key [32]byte, svg []byte) {
	c.mu.Lock()
	c.keep(key, svg)
	c.mu.Unlock()
	// Nobody who only wants a picture from memory waits for the disk.
	if c.dir != "" && c.write(key, svg) == nil && c.overgrown(len(svg)) {
		c.evict()
	}
}

// overgrown notes what was written, and reports whether the folder is to be tidied
// by the caller: at first, and whenever a quarter of its size was added.
func (c *cache) overgrown(written int) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.added += int64(written)
	if c.tidy && c.added <= c.most/4 {
		return false
	}
	c.tidy, c.added = true, 0
	return true
}

// keep remembers a picture. When the young ones are many, they become the old
// ones, and what was old is forgotten.
func (c *cache) keep(key [32]byte, svg []byte) {
	if c.bytes += len(svg); c.bytes > mostInMemory {
		c.old, c.young, c.bytes = c.young, map[[32]byte][]byte{}, len(svg)
	}
	c.young[key] = svg
}

func (c *cache) path(key [32]byte) string {
	return filepath.Join(c.dir, hex.EncodeToString(key[:])+suffix)
}

// read returns the picture in the folder. A file begins with the hash of the
// rest, so that one cut short by a crash is seen.
func (c *cache) read(key [32]byte) ([]byte, bool) {
	b, err := os.ReadFile(c.path(key))
	if err != nil || len(b) < sha256.Size {
		return nil, false
	}
	svg := b[sha256.Size:]
	if sum := sha256.Sum256(svg); !bytes.Equal(sum[:], b[:sha256.Size]) {
		return nil, false
	}
	return svg, true
}

// write puts a picture into the folder in one step.
func (c *cache) write(key [32]byte, svg []byte) error {
	if err := os.MkdirAll(c.dir, 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(c.dir, "new-*")
	if err != nil {
		return err
	}
	sum := sha256.Sum256(svg)
	_, err = f.Write(append(sum[:], svg...))
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), c.path(key))
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

// evict removes the oldest pictures until three quarters of the allowed size are
// left, and what a program began to write an hour before the newest and never
// finished.
func (c *cache) evict() {
	entries, err := os.ReadDir(c.dir)
	if err != nil {
		return
	}
	var files, begun []fs.FileInfo
	total := int64(0)
	for _, e := range entries {
		info, err := e.Info()
		switch {
		case err != nil || !info.Mode().IsRegular():
		case strings.HasSuffix(info.Name(), suffix):
			files = append(files, info)
			total += info.Size()
		case strings.HasPrefix(info.Name(), "new-"):
			begun = append(begun, info)
		}
	}
	slices.SortFunc(files, func(a, b fs.FileInfo) int { return a.ModTime().Compare(b.ModTime()) })
	for _, f := range begun {
		if len(files) > 0 && files[len(files)-1].ModTime().Sub(f.ModTime()) > time.Hour {
			_ = os.Remove(filepath.Join(c.dir, f.Name()))
		}
	}
	if total <= c.most {
		return
	}
	for _, f := range files {
		if total <= c.most/4*3 {
			break
		}
		if os.Remove(filepath.Join(c.dir, f.Name())) == nil {
			total -= f.Size()
		}
	}
}
