package diag

import (
	"encoding/json"
	"io"
	"net/url"
	"slices"
)

// The parts of SARIF 2.1.0 that are written. Names and nesting are the
// standard's own (OASIS, "Static Analysis Results Interchange Format").
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool struct {
			Driver sarifDriver `json:"driver"`
		} `json:"tool"`
		// Columns are counted in characters, as in all our positions.
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifDriver struct {
		Name     string      `json:"name"`
		Language string      `json:"language"`
		Rules    []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      Code       `json:"id"`
		Short   sarifText  `json:"shortDescription"`
		Full    *sarifText `json:"fullDescription,omitempty"`
		Help    sarifText  `json:"help"`
		Default struct {
			Level string `json:"level"`
		} `json:"defaultConfiguration"`
	}
	sarifResult struct {
		RuleID    Code            `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		Physical struct {
			Artifact sarifArtifact `json:"artifactLocation"`
			Region   *sarifRegion  `json:"region,omitempty"`
			Context  *sarifRegion  `json:"contextRegion,omitempty"` // the whole line
		} `json:"physicalLocation"`
	}
	sarifArtifact struct {
		URI  string `json:"uri"`
		Base string `json:"uriBaseId"`
	}
	sarifRegion struct {
		StartLine   int        `json:"startLine"`
		StartColumn int        `json:"startColumn,omitempty"`
		EndColumn   int        `json:"endColumn,omitempty"`
		Snippet     *sarifText `json:"snippet,omitempty"`
	}
)

// printSARIF writes one run, with a rule for each code that is told.
func (p *Printer) printSARIF(w io.Writer, list []Diagnostic) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "Svod", Language: p.lang, Rules: []sarifRule{}}
	rules := &run.Tool.Driver.Rules
	for _, d := range list {
		index := slices.IndexFunc(*rules, func(r sarifRule) bool { return r.ID == d.Code })
		if index < 0 {
			index = len(*rules)
			*rules = append(*rules, p.sarifRule(d))
		}
		result := sarifResult{
			RuleID: d.Code, RuleIndex: index, Level: d.Severity.String(),
			Message: sarifText{Plain(p.Message(d)) + "\n" + p.Remedy(d)},
		}
		if d.File != "" {
			result.Locations = []sarifLocation{sarifPlace(d)}
		}
		run.Results = append(run.Results, result)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

func (p *Printer) sarifRule(d Diagnostic) sarifRule {
	e := p.Explain(d.Code)
	rule := sarifRule{ID: d.Code, Short: sarifText{e.Title}, Help: sarifText{e.Remedy}}
	if e.Why != "" {
		rule.Full = &sarifText{e.Why}
	}
	rule.Default.Level = d.Severity.String()
	return rule
}

// sarifPlace is where a diagnostic stands, relative to the source folder.
func sarifPlace(d Diagnostic) sarifLocation {
	var l sarifLocation
	l.Physical.Artifact = sarifArtifact{URI: (&url.URL{Path: d.File}).EscapedPath(), Base: "%SRCROOT%"}
	if d.Line == 0 {
		return l
	}
	l.Physical.Region = &sarifRegion{StartLine: d.Line}
	if d.Column > 0 {
		l.Physical.Region.StartColumn = d.Column
		l.Physical.Region.EndColumn = d.Column + max(d.Length, 1)
	}
	if d.Excerpt != "" {
		l.Physical.Context = &sarifRegion{StartLine: d.Line, Snippet: &sarifText{d.Excerpt}}
	}
	return l
}
