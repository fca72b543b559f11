package site

import (
	"bytes"
	"context"
	"html/template"
	"image"
	_ "image/gif" // sizes of pictures are read from their files
	_ "image/jpeg"
	_ "image/png"
	"maps"
	"slices"
	"strings"

	_ "golang.org/x/image/webp"

	"example.org/svod/generator/content"
	"example.org/svod/generator/diag"
	"example.org/svod/generator/layout"
	"example.org/svod/generator/markdown"
	"example.org/svod/generator/report"
)

// An outline is what a text asks of the report, and what is wrong with it
// whatever the report says. It depends on the file alone and is kept until the
// file changes, so that an edit of one page does not mean converting all.
type outline struct {
	sum        uint64
	references []markdown.Reference
	citations  []markdown.Citation
	unmarked   []markdown.Unmarked
	links      []markdown.Target
	outside    []markdown.Target
	pictures   []markdown.Target
	charts     []block
	mistakes   []diag.Diagnostic
}

// checkTexts tells what is wrong with every text of the site that can hold a
// mistake, by file, and publishes the files that texts show.
func (b *Builder) checkTexts(ctx context.Context, s *Site) (map[string][]diag.Diagnostic, error) {
	if err := b.outlineTexts(ctx, s); err != nil {
		return nil, err
	}
	found := map[string][]diag.Diagnostic{}
	for _, d := range s.rich {
		file := d.Base().File
		o := b.texts[file]
		mistakes, err := s.check(d, o)
		if err != nil {
			return nil, err
		}
		if len(mistakes) > 0 {
			found[file] = mistakes
		}
		maps.Copy(s.used, s.shown(d, o))
	}
	return found, nil
}

// outlineTexts makes the outlines of the texts that have none yet, or changed,
// and forgets those of texts that are gone.
func (b *Builder) outlineTexts(ctx context.Context, s *Site) error {
	texts := map[string]*outline{}
	var missing []*report.Page
	for _, d := range s.rich {
		p := d.Base()
		if o := b.texts[p.File]; o != nil && o.sum == p.Sum {
			texts[p.File] = o
			continue
		}
		missing = append(missing, p)
	}
	made := make([]*outline, len(missing))
	err := inParallel(ctx, len(missing), func(i int) (err error) {
		made[i], err = s.outline(missing[i])
		return err
	})
	for i, p := range missing {
		texts[p.File] = made[i]
	}
	b.texts = texts
	return err
}

// outline converts a text to learn what it asks for.
func (s *Site) outline(p *report.Page) (*outline, error) {
	text, err := s.text(p, p.Sum, new(bytes.Buffer))
	if err != nil {
		return nil, err
	}
	o := &outline{sum: p.Sum}
	result, err := s.dress.markdown.Convert(text, p.Body, markdown.Env{
		Reference: func(r markdown.Reference) (markdown.Link, []diag.Diagnostic) {
			o.references = append(o.references, r)
			return markdown.Link{}, nil
		},
		Citation: func(c markdown.Citation) []diag.Diagnostic {
			o.citations = append(o.citations, c)
			return nil
		},
		Unmarked: func(u markdown.Unmarked) []diag.Diagnostic {
			o.unmarked = append(o.unmarked, u)
			return nil
		},
		Link: func(t markdown.Target) (markdown.Link, []diag.Diagnostic) {
			o.links = append(o.links, t)
			return markdown.Link{}, nil
		},
		Outside: func(t markdown.Target) { o.outside = append(o.outside, t) },
		Picture: func(t markdown.Target) (markdown.Picture, []diag.Diagnostic) {
			o.pictures = append(o.pictures, t)
			return markdown.Picture{}, nil
		},
		Chart: func(c markdown.Chart) (string, []diag.Diagnostic, error) {
			o.charts = append(o.charts, readBlock(c))
			return "", nil, nil
		},
	})
	o.mistakes = result.Diagnostics
	return o, err
}

// check asks the report for everything in an outline. There is nothing to ask
// where a text has none.
func (s *Site) check(d report.Document, o *outline) ([]diag.Diagnostic, error) {
	if o == nil {
		return nil, nil
	}
	found := slices.Clone(o.mistakes)
	path := d.Path()
	for _, r := range o.references {
		_, mistakes := s.reference(path, r)
		found = append(found, mistakes...)
	}
	for _, c := range o.citations {
		found = append(found, s.citation(c)...)
	}
	for _, u := range o.unmarked {
		found = append(found, s.unmarked(u)...)
	}
	for _, t := range o.links {
		_, mistakes := s.link(d, t)
		found = append(found, mistakes...)
	}
	for _, t := range o.pictures {
		_, mistakes := s.picture(d, t)
		found = append(found, mistakes...)
	}
	for _, c := range o.charts {
		_, mistakes, err := s.chart(d, c)
		if err != nil {
			return nil, err
		}
		found = append(found, mistakes...)
	}
	return found, nil
}

// checkPhotos tells what is wrong with photos, and publishes them.
func (s *Site) checkPhotos() []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, d := range s.documents() {
		found = append(found, s.checkPhoto(d)...)
	}
	return found
}

// checkPhoto tells a photo in the front matter whose file is not there, or that
// readers who do not see it would learn nothing of.
func (s *Site) checkPhoto(d report.Document) []diag.Diagnostic {
	photo := photoOf(d)
	if photo.File == "" {
		return nil
	}
	if strings.Contains(photo.File, "://") {
		return []diag.Diagnostic{diag.NewError(photo.At, diag.PictureOutside, diag.Args{"Photo": true})}
	}
	file, found := s.picture(d, markdown.Target{Path: photo.File, At: photo.At})
	if file != "" {
		s.used[file] = true
	}
	if photo.Alt == "" {
		found = append(found, diag.NewWarning(photo.At, diag.PhotoWithoutAlt, nil))
	}
	return found
}

func photoOf(d report.Document) report.Photo {
	switch d := d.(type) {
	case *report.Cluster:
		return d.Photo
	case *report.Article:
		return d.Photo
	}
	return report.Photo{}
}

// text reads the file of a page into a buffer and makes sure that it is the one
// that was checked, by its sum.
func (s *Site) text(p *report.Page, sum uint64, buffer *bytes.Buffer) (*diag.Text, error) {
	f, err := s.builder.Source.Open(p.File)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	buffer.Reset()
	if _, err := buffer.ReadFrom(f); err != nil {
		return nil, err
	}
	if content.Sum(buffer.Bytes()) != sum {
		return nil, &ChangedError{p.File}
	}
	return diag.NewText(p.File, buffer.Bytes()), nil
}

// body converts the text of a document for its page. Mistakes have been told
// already.
func (s *Site) body(d report.Document) (layout.Body, error) {
	p := d.Base()
	if !p.Written() {
		return layout.Body{}, nil
	}
	buffer := s.dress.buffers.Get().(*bytes.Buffer)
	defer s.dress.buffers.Put(buffer) // the page keeps nothing of it
	text, err := s.text(p, s.revised.of(p), buffer)
	if err != nil {
		return layout.Body{}, err
	}
	path := d.Path()
	charts, hatched, figures := 0, false, false // so far
	result, err := s.dress.markdown.Convert(text, p.Body, markdown.Env{
		Reference: func(r markdown.Reference) (markdown.Link, []diag.Diagnostic) {
			figures = figures || r.Key != "" && !r.Labelled
			return s.reference(path, r)
		},
		Citation: s.citation,
		Link:     func(t markdown.Target) (markdown.Link, []diag.Diagnostic) { return s.link(d, t) },
		Picture: func(t markdown.Target) (markdown.Picture, []diag.Diagnostic) {
			file, mistakes := s.picture(d, t)
			return s.measured(path, file), mistakes
		},
		Chart: func(c markdown.Chart) (string, []diag.Diagnostic, error) {
			b := readBlock(c)
			html, patterned, err := s.drawBlock(d, charts, b)
			charts, hatched = charts+1, hatched || patterned
			return string(html), b.found, err
		},
	})
	if err != nil {
		return layout.Body{}, err
	}
	if hatched {
		patterns, err := s.pages.Patterns()
		if err != nil {
			return layout.Body{}, err
		}
		result.HTML += string(patterns)
	}
	body := layout.Body{
		HTML:        template.HTML(result.HTML), // markdown answers for it
		Description: result.Description,
		Figures:     figures,
	}
	for _, h := range result.Headings {
		body.Headings = append(body.Headings, layout.Heading{Level: h.Level, ID: h.ID, Text: h.Text})
	}
	for _, cited := range result.Sources {
		source, _ := s.Report.Source(cited.ID)
		body.Citations = append(body.Citations, layout.Citation{Source: source, Anchor: cited.Anchor, Places: cited.Places})
	}
	return body, nil
}

// measured makes a picture of a file beside the page, with the size that keeps
// its place while it loads.
func (s *Site) measured(path, file string) markdown.Picture {
	if file == "" {
		return markdown.Picture{}
	}
	picture := markdown.Picture{Src: relative(path, published(file))}
	f, err := s.builder.Source.Open(file)
	if err != nil {
		return picture
	}
	defer f.Close()
	if c, _, err := image.DecodeConfig(f); err == nil {
		picture.Width, picture.Height = c.Width, c.Height
	}
	return picture
}
