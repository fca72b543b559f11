package main

import (
	"cmp"

	"example.org/svod/generator/report"
)

// A kind is a kind of page that svod new makes.
type kind struct {
	name      string // on the command line, and that of its template
	folder    string // inside the content folder
	questions []question
}

// A question is a value of the front matter that svod new fills: a flag
// everywhere, and on a terminal a question.
type question struct {
	// name is that of the flag and of the value in the template.
	name string
	// words name the messages that it is asked and explained with, where those of
	// the name would not do.
	words string
	// silent ones are flags only: what few pages need at their beginning.
	silent bool
	// many says that the flag may be given several times.
	many bool
	// plain values are written without quotes where YAML allows it: numbers,
	// dates, names of the report's own.
	plain bool
	// offers are what there is to choose from, the likeliest first.
	offers func(*report.Report) []offer
	// usual is the answer of whoever presses Enter; empty where nothing is
	// written then.
	usual func(*draft) string
	// idle says that the answer would stand nowhere, so that nobody is asked.
	idle func(*draft) bool
}

// An offer is something to choose: what is written, and what it means.
type offer struct {
	value, meaning string
}

// title comes first in every kind.
var title = question{name: "title"}

var kinds = []kind{
	{"cluster", "clusters", []question{
		title,
		{name: "region", plain: true, offers: regions},
		{name: "amount", plain: true},
		{name: "stage", plain: true, offers: stages},
		{name: "jobs", plain: true, silent: true},
		{name: "source-id", plain: true, offers: sources, idle: (*draft).withoutFigures},
		{name: "date", plain: true, usual: (*draft).dateOfSource, idle: (*draft).withoutFigures},
		{name: "member", many: true, silent: true},
		{name: "product", many: true, silent: true},
		{name: "year", plain: true, silent: true},
	}},
	{"article", "news", []question{
		title,
		{name: "date", words: "day", plain: true, usual: (*draft).today},
		{name: "lead"},
		{name: "cluster", plain: true, many: true, offers: clusters},
		{name: "region", plain: true, silent: true, many: true, offers: regions},
		{name: "author", silent: true, many: true},
	}},
	{"region", "regions", []question{
		title,
		{name: "description"},
	}},
	{"organization", "organizations", []question{
		title,
		{name: "inn"},
		{name: "ogrn", silent: true},
		{name: "url", plain: true},
		{name: "alias", silent: true, many: true},
	}},
	{"page", "", []question{
		title,
		{name: "nav", plain: true},
		{name: "description", silent: true},
	}},
}

// has reports whether a kind has a question.
func (k kind) has(name string) bool {
	for _, q := range k.questions {
		if q.name == name {
			return true
		}
	}
	return false
}

// asking is the message that asks the question.
func (q question) asking() string { return "ask-" + cmp.Or(q.words, q.name) }

// explaining is the message that explains the flag.
func (q question) explaining() string { return "flag-new-" + cmp.Or(q.words, q.name) }

func regions(r *report.Report) []offer {
	var out []offer
	for _, region := range r.Regions {
		out = append(out, offer{region.Slug, region.Title})
	}
	return out
}

func clusters(r *report.Report) []offer {
	var out []offer
	for _, c := range r.Clusters {
		out = append(out, offer{c.Slug, c.Title})
	}
	return out
}

func sources(r *report.Report) []offer {
	var out []offer
	for _, s := range r.Sources {
		out = append(out, offer{s.ID, s.Title})
	}
	return out
}

// stages have no meanings here: those are words of the program.
func stages(*report.Report) []offer {
	var out []offer
	for _, s := range report.Stages {
		out = append(out, offer{string(s), ""})
	}
	return out
}
