// Package output writes a website to a folder so that readers never see half of
// one.
//
// [Write] takes the plan of a site: each file's path, its [Phase] and a function
// that renders it. It renders all of them in parallel into a staging folder
// within the destination, keeps only those whose bytes differ from what is
// there, and puts these in place by renaming, phase by phase: assets, data,
// pages, indexes. Last it removes the files that an earlier build wrote and this
// one did not.
//
// # What is promised
//
//   - A page never stands in the site before the assets and data it needs, an
//     index never before the pages it lists, and nothing disappears while a page
//     that needs it stands. New pages come before those that are replaced, so
//     that whatever a reader reaches from the home page leads somewhere, also
//     while files are being put in place.
//   - Killed at any moment, the folder is a working site, and the next build
//     completes it. (The operating system is trusted to keep what it was given;
//     after a power cut, the next build finds damaged files by their size.)
//   - A build that fails before the first rename, by a mistake in Render, a full
//     disk, a folder that cannot be written or a cancelled context, changes
//     nothing. From then on there is nothing left to do but rename and remove,
//     and a cancelled context is ignored.
//   - A file whose bytes stay the same is not touched, nor is anything else when
//     nothing changed. Unchanged files are known by their size and time and are
//     not read.
//   - What Svod did not write is never overwritten or removed. Where something
//     else stands in the way, the build is refused with an [OccupiedError]; only
//     a file with the very bytes that belong there is taken for Svod's own, so
//     that a site survives the loss of its manifest. A page that somebody edited
//     in place is written anew while it is part of the site, and left alone
//     afterwards.
//   - Symbolic links in the destination are never followed out of it. The
//     destination itself may be one.
//   - Two builds of one folder do not mix: the second gets a [BusyError].
//
// # The folder .svod
//
// Everything that is not part of the site lies in [Folder], in the destination
// so that a rename never crosses file systems: the manifest of what was written,
// the lock, the staging folder while a build runs. It can be read only by its
// owner and is not to be published; deleting it is harmless.
package output

import (
	"context"
	"io"
	"slices"
)

// Folder is the folder in the destination that is not part of the site.
const Folder = ".svod"

// A Phase tells when a file is put in place.
type Phase int

// Phases, in their order. A file may refer to files of its own phase and of
// those before it.
const (
	Asset Phase = iota // styles, scripts, fonts
	Data               // pictures, charts, tables: what a page shows or offers
	Page               // what is read
	Index              // what lists pages: home, lists, feeds, sitemap
)

// A File is one file of a site, rendered when somebody wants its bytes.
type File struct {
	// Path is relative to the root of the site, with slashes and without dots:
	// "clusters/les/index.html".
	Path  string
	Phase Phase
	// Render writes the bytes, the same whenever it is called. It may be called
	// from any goroutine. An error of the writer must be returned.
	Render func(io.Writer) error
}

// Options tell Write where and how. Only Dir is needed.
type Options struct {
	// Dir is the destination. It is created where it is missing.
	Dir string
	// Workers is how many files are rendered at once; 0 means one for each
	// processor.
	Workers int
	// Progress, if set, is called after each file that was rendered, from any
	// goroutine and not always in the order of done.
	Progress func(done, total int)
	// Removed, if set, is called with the path of each file that is removed.
	Removed func(path string)
	// Inputs is a fingerprint of everything that the site is made from, for
	// [UpToDate]. Empty means that it is not known.
	Inputs string
}

// A Summary tells what Write did.
type Summary struct {
	Written, Unchanged, Removed int   // files
	Bytes                       int64 // of the files written
}

// Write brings the destination to the given files. The files may come in any
// order.
//
// Mistakes in the plan are a [PathError]; what stands in the way is an
// [OccupiedError], a second build a [BusyError], a disk or folder that cannot be
// written a [WriteError]. An error of Render is wrapped with the file's path.
func Write(ctx context.Context, files []File, o Options) (Summary, error) {
	if err := checkPaths(files); err != nil {
		return Summary{}, err
	}
	d, err := open(o.Dir)
	if err != nil {
		return Summary{}, err
	}
	defer d.close()
	old, err := d.readManifest()
	if err != nil {
		return Summary{}, err
	}
	defer d.clean()
	draft, err := stage(ctx, d, old, files, o)
	if err != nil {
		return Summary{}, err
	}
	stale := findStale(old, files)
	if err := d.checkWay(draft, stale); err != nil {
		return Summary{}, err
	}
	return publish(d, old, draft, stale, o)
}

// publish makes the staged files the site. The manifest first names what stands
// there together with what is about to, so that a build after an interrupted one
// knows both for Svod's own.
func publish(d *destination, old manifest, draft draft, stale stale, o Options) (Summary, error) {
	s := Summary{Unchanged: len(draft.entries) - len(draft.changes)}
	if len(draft.changes)+len(stale.files) > 0 {
		if err := d.writeManifest(manifest{entries: slices.Concat(old.entries, draft.changed())}); err != nil {
			return Summary{}, err
		}
	}
	early, err := d.remove(stale.early, stale.planned, o.Removed)
	if err != nil {
		return s, err
	}
	if err := d.place(draft.changes); err != nil {
		return s, err
	}
	for _, c := range draft.changes {
		s.Written++
		s.Bytes += c.size
	}
	removed, err := d.remove(stale.files, stale.planned, o.Removed)
	if err != nil {
		return s, err
	}
	s.Removed = early + removed
	return s, d.writeManifest(manifest{complete: true, inputs: o.Inputs, entries: draft.entries})
}
