package layout

import (
	"fmt"
	"html"
	"html/template"
	"io"
	"strconv"

	"example.org/svod/generator/report"
)

// EmbedPath is the path of the page of a chart that other sites show in a frame.
func EmbedPath(id string) string { return ChartPath(id) + "embed/" }

// An embed is what embed.html reads: a page of its own, without the frame of the
// other pages.
type embed struct {
	Lang      string
	Title     string
	Site      string
	Canonical string // of the chart's own page; empty where base_url is not given
	Style     string
	Theme     string // may be empty
	Icon      string
	Script    string // tells the page around the frame how high the chart is
	Figure    template.HTML
}

// Embed writes the page of a chart for the frames of others. The figure is
// rendered by [Site.Chart].
func (s *Site) Embed(w io.Writer, p ChartPlace, figure template.HTML) error {
	const root = "../../../"
	v := embed{
		Lang:   s.report.Language,
		Title:  p.Title,
		Site:   s.report.Title,
		Style:  s.asset(root, "style.css"),
		Icon:   s.asset(root, "icon.svg"),
		Script: s.asset(root, "embed.js"),
		Figure: figure,
	}
	if s.options.Theme != "" {
		v.Theme = root + "assets/" + s.options.Theme
	}
	if s.report.BaseURL != "" {
		v.Canonical = s.report.BaseURL + ChartPath(p.ID)
	}
	if err := s.layout.parts.ExecuteTemplate(w, "embed.html", v); err != nil {
		return fmt.Errorf("layout: %w", err)
	}
	return nil
}

// frameExtra is what an embedded chart has above and below its picture, in
// pixels, with titles and sources of usual length. The script in the frame then
// tells how high it is indeed.
const frameExtra = 170

// FrameHeight is the height for the frame of a chart whose picture is so high.
func FrameHeight(picture float64) int { return int(picture) + frameExtra }

// Iframe is the frame with an embedded chart, as HTML for other sites. It is
// empty where the address of this site is not known.
func (s *Site) Iframe(p ChartPlace, height int) string {
	if s.report.BaseURL == "" {
		return ""
	}
	return `<iframe id="` + frameID(p) + `" src="` + html.EscapeString(s.report.BaseURL+EmbedPath(p.ID)) +
		`" title="` + html.EscapeString(p.Title) + `" width="100%" height="` + strconv.Itoa(height) +
		`" style="border:0" loading="lazy"></iframe>`
}

// EmbedCode is what an editor pastes into a page: the frame, and a script that
// gives it the height which the chart tells. Where scripts are taken out, the
// frame remains.
func (s *Site) EmbedCode(p ChartPlace, height int) string {
	frame := s.Iframe(p, height)
	if frame == "" {
		return ""
	}
	return frame + "\n" + `<script>addEventListener("message",function(e){var f=document.getElementById("` + frameID(p) +
		`");if(f&&e.source===f.contentWindow&&e.data&&e.data.svod==="height")f.height=+e.data.height})</script>`
}

// frameID is the id of the frame: an id of a chart is Latin letters, digits and
// hyphens alone.
func frameID(p ChartPlace) string { return "svod-" + p.ID }

// OEmbed is the description of a chart for programs that make frames of links
// (https://oembed.com, 1.0), with the keys that the format names.
type OEmbed struct {
	Version      string `json:"version"`
	Type         string `json:"type"`
	ProviderName string `json:"provider_name"`
	ProviderURL  string `json:"provider_url"`
	Title        string `json:"title"`
	AuthorName   string `json:"author_name,omitempty"`
	Width        int    `json:"width"`
	Height       int    `json:"height"`
	HTML         string `json:"html"`
}

// OEmbed describes a chart whose picture is so wide and its frame so high.
func (s *Site) OEmbed(p ChartPlace, width, height int) OEmbed {
	return OEmbed{
		Version:      "1.0",
		Type:         "rich",
		ProviderName: s.report.Title,
		ProviderURL:  s.report.BaseURL,
		Title:        p.Title,
		AuthorName:   firstAuthor(s.report),
		Width:        width,
		Height:       height,
		HTML:         s.Iframe(p, height),
	}
}

func firstAuthor(r *report.Report) string {
	if len(r.Authors) == 0 {
		return ""
	}
	return r.Authors[0]
}
