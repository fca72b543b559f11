package report

// Written are all pages that have a file, those that no edition shows included,
// the report's own first.
func (e Entries) Written() []*Page {
	out := make([]*Page, 0, 1+len(e.Regions)+len(e.Clusters)+len(e.Organizations)+len(e.Articles)+len(e.Pages))
	out = append(out, &e.Settings.Page)
	out = appendPages(out, e.Regions)
	out = appendPages(out, e.Clusters)
	out = appendPages(out, e.Organizations)
	out = appendPages(out, e.Articles)
	return appendPages(out, e.Pages)
}

func appendPages[D Document](out []*Page, list []D) []*Page {
	for _, d := range list {
		out = append(out, d.Base())
	}
	return out
}
