package chart

import (
	"maps"
	"math"

	"example.org/svod/generator/dataset"
	"example.org/svod/generator/picture"
)

// label is the value at the last point: above it, or below where the line comes
// down to it; beside a step where there is no room below. Where the line is carried
// on, the value stands on that part of it, clear of all that was before. Where it
// would lie across the line, it stands on the other side of the point.
func (d *field) label(last, before int) object {
	label := d.usual(last, before)
	if other, ok := turned(label); ok && !d.clear(last, label) && d.clear(last, other) {
		return other
	}
	return label
}

func (d *field) usual(last, before int) object {
	label := object{
		"show": true, "position": "top", "align": d.align(last), "distance": labelGap, "color": picture.Ink.Hex,
		"fontSize": valueStyle.Size, "fontWeight": valueStyle.Weight,
	}
	n, _ := d.value(0, last)
	m, _ := d.value(0, max(0, before))
	_, carried := d.carried(0)
	beyond := d.f.width - d.x(last) - d.valueWidth(last) // what is free to the right of a value that begins at the point
	switch falls := before >= 0 && m > n; {
	case carried && (!falls || beyond >= labelGap):
		label["align"], label["offset"] = "left", list{min(labelGap, beyond), 0}
	case !falls:
	case n-d.scale.least > (d.scale.most-d.scale.least)/8:
		label["position"] = "bottom"
	case d.kind == Steps:
		label["align"], label["offset"] = "right", list{-labelGap, 0}
	}
	return label
}

// align keeps the value at a point within the frame.
func (d *field) align(j int) string {
	half := d.valueWidth(j) / 2
	switch middle := d.x(j); {
	case middle+half > d.f.width:
		return "right"
	case middle < half:
		return "left"
	}
	return "center"
}

// valueWidth is that of a value with its unit.
func (d *field) valueWidth(j int) float64 {
	return d.f.fonts.Width(d.words.Cell(dataset.Value, d.series[0].cells[j], d.unit), valueStyle)
}

// turned is the label on the other side of its point.
func turned(label object) (other object, ok bool) {
	other = maps.Clone(label)
	other["position"] = "bottom"
	if label["position"] == "bottom" {
		other["position"] = "top"
	}
	_, moved := label["offset"]
	return other, !moved
}

// clear reports whether a value over or under the last point is in the area and
// has no line through it.
func (d *field) clear(last int, label object) bool {
	x, y := d.point(0, last)
	wide := d.valueWidth(last)
	left := x - wide/2
	switch label["align"] {
	case "left":
		left = x
	case "right":
		left = x - wide
	}
	if offset, ok := label["offset"].(list); ok {
		left += offset[0].(float64)
	}
	far := pointSize/2 + 1
	place := box{left, y - far - labelGap - valueStyle.Size, left + wide, y - far}
	if label["position"] == "bottom" {
		place.top, place.bottom = y+far, y+far+labelGap+valueStyle.Size
	}
	return place.top >= 0 && place.bottom <= d.top+d.area && !d.crossed(place)
}

// besideRoom is the room that the value of a single line needs beside its last
// point, where it would lie across the line both over and under it; else nothing.
// Where the line is carried on there is no such place.
func (d *field) besideRoom() float64 {
	last, before := d.last(0)
	if _, carried := d.carried(0); len(d.series) > 1 || before < 0 || carried || d.clear(last, d.label(last, before)) {
		return 0
	}
	room := 0.0
	for _, line := range d.besideText() {
		room = max(room, d.f.fonts.Width(line, valueStyle))
	}
	return math.Ceil(room) + labelGap
}

// besideText is the value at the last point, in lines: what says how far it is
// vouched for stands over the number.
func (d *field) besideText() []string {
	last, _ := d.last(0)
	text := d.words.Cell(dataset.Value, d.series[0].cells[last], d.unit)
	return d.f.fonts.Wrap(text, valueStyle, math.Ceil(d.f.fonts.Unbroken(text, valueStyle)), valueLines)
}

func (d *field) besideLabel() object {
	return object{
		"show": true, "position": "right", "distance": labelGap, "color": picture.Ink.Hex, "lineHeight": lineHeight,
		"fontSize": valueStyle.Size, "fontWeight": valueStyle.Weight,
	}
}
