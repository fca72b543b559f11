package devserver

import (
	"slices"
	"sync"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/output"
)

// A state is what there is to show. It is never changed, only replaced.
type state struct {
	// build is the number of the site in files; reload is that of the last
	// site that differed from the one before in more than its styles.
	build  int
	reload int
	// files are the last site without errors; nil before the first. They are not
	// filed by their paths: to file ten thousand takes longer than to look through
	// them for the few that a browser asks for before the next edit.
	files []output.File

	// mistakes and failure are those of the newest build, which may be later
	// than the site.
	mistakes []diag.Diagnostic
	failure  error
	// shown are the mistakes that browsers show, quoted when one of them asks; the
	// page need not wait for it.
	shown func() []diag.Diagnostic
}

// file returns the file at a path.
func (s *state) file(name string) (output.File, bool) {
	i := slices.IndexFunc(s.files, func(f output.File) bool { return f.Path == name })
	if i < 0 {
		return output.File{}, false
	}
	return s.files[i], true
}

// broken reports whether the site shown is older than the content.
func (s *state) broken() bool { return s.failure != nil || diag.HasErrors(s.mistakes) }

// A board shows everybody the newest state. It is empty at first.
type board struct {
	mu   sync.Mutex
	now  *state
	next chan struct{} // closed when now is replaced
}

// look returns the newest state, nil before the first, and a channel that is
// closed when there is a newer one.
func (b *board) look() (*state, <-chan struct{}) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.next == nil {
		b.next = make(chan struct{})
	}
	return b.now, b.next
}

func (b *board) post(s *state) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.next != nil {
		close(b.next)
	}
	b.now, b.next = s, make(chan struct{})
}
