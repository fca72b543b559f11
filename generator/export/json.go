package export

import (
	"bufio"
	"encoding/json"
	"io"

	"example.org/svod/generator/report"
)

// JSON writes the whole report for programs, as one object:
//
//	title, description, language, currency, base_url   of the report
//	as_of          the day that it describes
//	totals         what all clusters are promised together: sums by currency, with
//	               the number of clusters each covers, and the slugs of those of
//	               which no sum is known
//	regions        slug, title, path
//	clusters       from the largest: slug, title, path, description, region (a slug), the
//	               histories stage, investment and jobs from the oldest figure,
//	               members, products, resource, year, tags
//	organizations  slug, title, path, inn, ogrn, url
//	sources        from the newest: id, title, publisher, author, url,
//	               archive_url, date, accessed, note
//
// A figure has value, and for a sum currency and text (as pages write it); date,
// source (an id), note, kind, scope, member, project. One that is not exact has
// approximate, and in hedge how: about, almost, more-than, at-least, less-than or
// at-most; so do sums of such. A figure without value says that none was named; it
// has unknown. Sums are exact, in whole units of
// their currency. Dates are 2025-02-11, 2025-02 or 2025. Paths are relative to
// base_url. What is not known is left out.
//
// The object is written piece by piece, one cluster or source at a time.
func JSON(w io.Writer, r *report.Report) error {
	o := &objectWriter{out: bufio.NewWriter(w)}
	o.field("title", plain(r.Title))
	o.field("description", plain(r.Description))
	o.field("language", r.Language)
	o.field("currency", r.Currency)
	o.field("base_url", r.BaseURL)
	o.field("as_of", r.Day().String())
	o.field("totals", totalOf(report.TotalNow(r.Clusters)))
	list(o, "regions", r.Regions, func(x *report.Region) any { return jsonPlace{x.Slug, plain(x.Title), x.Path()} })
	list(o, "clusters", r.Clusters, func(c *report.Cluster) any { return clusterOf(c, r.Language) })
	list(o, "organizations", r.Organizations, organizationOf)
	list(o, "sources", r.Sources, sourceOf)
	return o.close()
}

// An objectWriter writes one object, field by field. After a failure it writes
// nothing more and keeps the error.
type objectWriter struct {
	out    *bufio.Writer
	err    error
	fields int
}

func (o *objectWriter) write(s string) {
	if o.err == nil {
		_, o.err = o.out.WriteString(s)
	}
}

func (o *objectWriter) value(v any) {
	if o.err != nil {
		return
	}
	var b []byte
	if b, o.err = json.Marshal(v); o.err == nil {
		_, o.err = o.out.Write(b)
	}
}

func (o *objectWriter) name(name string) {
	if o.fields++; o.fields == 1 {
		o.write("{\n")
	} else {
		o.write(",\n")
	}
	o.value(name)
	o.write(": ")
}

func (o *objectWriter) field(name string, v any) {
	o.name(name)
	o.value(v)
}

// list writes a field with one line for each thing.
func list[T any](o *objectWriter, name string, things []T, of func(T) any) {
	o.name(name)
	o.write("[")
	for i, thing := range things {
		if i > 0 {
			o.write(",")
		}
		o.write("\n")
		o.value(of(thing))
	}
	o.write("]")
}

func (o *objectWriter) close() error {
	o.write("\n}\n")
	if o.err != nil {
		return o.err
	}
	return o.out.Flush()
}
