package main

import (
	"path"
	"slices"
	"strings"

	"example.org/svod/generator/site"
)

// A removal is what a build took from the site.
type removal struct {
	addresses []string // of pages that others may have linked to, as paths
	charts    bool     // whether files of charts are among it whose pages stay
}

// removalOf sorts out of removed files what readers may miss. A list that has
// grown shorter is not missed, and of a folder that is gone its top is enough.
func removalOf(files []string) removal {
	var r removal
	for _, file := range files {
		folder, name := path.Split(file)
		switch {
		case name == "index.html" && !listPage(folder):
			r.addresses = append(r.addresses, folder)
		case strings.HasPrefix(file, "charts/") && path.Ext(name) == ".svg":
			r.charts = true
		}
	}
	slices.Sort(r.addresses)
	top := ""
	r.addresses = slices.DeleteFunc(r.addresses, func(folder string) bool {
		inside := top != "" && strings.HasPrefix(folder, top)
		if !inside {
			top = folder
		}
		return inside
	})
	return r
}

// listPage reports whether a folder is a further page of a list.
func listPage(folder string) bool {
	return path.Base(path.Dir(path.Clean(folder))) == "page"
}

// tellGone says what is no longer at addresses that were published: a reader may
// come by them for years.
func (p *program) tellGone(files []string, s *site.Site) {
	r := removalOf(files)
	if len(r.addresses) > 0 {
		p.warn("gone", words{"Addresses": p.someOf(r.addresses, "and-more-offers")})
	}
	if r.charts && len(s.Report.Clusters) > site.MostHistories {
		p.warn("charts-gone", words{"Most": site.MostHistories})
	}
}
