package content

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"

	"example.org/svod/generator/report"
)

// mostTexts is how many files are looked at one by one. More have not been
// edited by hand.
const mostTexts = 32

// updateTexts reads files again of which nothing but the text has changed: by far
// the most frequent edit, and one that leaves all other files alone. It reports
// false, and has done nothing, where anything else may have changed.
func (r *Reader) updateTexts(changed []string) (Content, bool) {
	if len(changed) == 0 || len(changed) > mostTexts || r.last.Entries.Settings == nil {
		return Content{}, false
	}
	read := make([]*file, len(changed))
	for i, name := range changed {
		old := r.read[name]
		if old == nil || old.matter == 0 || name == settingsFile {
			return Content{}, false
		}
		if read[i] = r.readFile(name); read[i].matter != old.matter {
			return Content{}, false
		}
	}
	c := r.last
	for i, name := range changed {
		if r.read[name].sum == read[i].sum {
			continue
		}
		c.Sum = mix(mix(c.Sum, r.read[name].mark), read[i].mark)
		c.Texts = append(c.Texts, replace(&c.Entries, read[i].entry))
		r.read[name] = read[i]
	}
	c.OnlyTexts = true
	r.last = c
	r.last.Texts, r.last.OnlyTexts = nil, false
	return c, true
}

// matterSum is a fingerprint of a page's file up to its text; never 0.
func matterSum(b []byte) uint64 { return Sum(b) | 1 }

// A mark is a fingerprint of files and their names.
type mark = [sha256.Size]byte

func markOf(name string, sum uint64) mark {
	return sha256.Sum256(binary.LittleEndian.AppendUint64([]byte(name), sum))
}

// mix adds a file to the fingerprint of a content, or takes it away again: each
// file counts by itself, so that an edit of one need not go through all.
func mix(all, one mark) mark {
	for i := range all {
		all[i] ^= one[i]
	}
	return all
}

// replace puts an entry in the place of that of the same file, and returns its
// page. The list is copied: somebody may still be reading it.
func replace(e *report.Entries, entry any) *report.Page {
	switch entry := entry.(type) {
	case *report.Region:
		e.Regions = replaced(e.Regions, entry)
		return &entry.Page
	case *report.Cluster:
		e.Clusters = replaced(e.Clusters, entry)
		return &entry.Page
	case *report.Organization:
		e.Organizations = replaced(e.Organizations, entry)
		return &entry.Page
	case *report.Article:
		e.Articles = replaced(e.Articles, entry)
		return &entry.Page
	case *report.Page:
		e.Pages = replaced(e.Pages, entry)
		return entry
	}
	return nil
}

func replaced[D report.Document](list []D, entry D) []D {
	list = slices.Clone(list)
	i, found := slices.BinarySearchFunc(list, entry.Base().File, func(d D, file string) int {
		return strings.Compare(d.Base().File, file)
	})
	if found {
		list[i] = entry
	}
	return list
}
