package chart

import "example.org/svod/generator/picture"

// A keyed figure has a legend that says which colour is what. On paper, which may
// have no colours, its things are told apart in another way.
type keyed interface {
	texture() picture.Texture
}

// Hatched reports whether a chart has surfaces that are told apart on paper by what
// they are filled with: the page on which it stands has to have the patterns.
func (c *Chart) Hatched() bool { return c.texture() == picture.Hatched }

func (c *Chart) texture() picture.Texture {
	if f, ok := c.figure.(keyed); ok {
		return f.texture()
	}
	return ""
}

func (p *pie) texture() picture.Texture { return picture.Hatched }

func (s *sunburst) texture() picture.Texture { return picture.Hatched }

func (c *columns) texture() picture.Texture { return c.several(picture.Hatched) }

func (l *lines) texture() picture.Texture {
	if l.kind == Areas && l.stack != SideBySide {
		return l.several(picture.Hatched)
	}
	return l.several(picture.Dashed)
}

func (t *timeline) texture() picture.Texture {
	if len(t.groups) > 0 {
		return picture.Dashed
	}
	return ""
}

// several is for figures of more than one series.
func (m *matrix) several(p picture.Texture) picture.Texture {
	if len(m.series) > 1 {
		return p
	}
	return ""
}
