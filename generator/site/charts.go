package site

import (
	"html/template"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/markdown"
	"example.org/svod/generator/report"
)

func (s *Site) checkChart(report.Document, markdown.Chart) []diag.Diagnostic { return nil }

func (s *Site) drawChart(report.Document, markdown.Chart) (string, []diag.Diagnostic, error) {
	return "", nil, nil
}

func (s *Site) homeCharts() ([]template.HTML, error) { return nil, nil }

func (s *Site) regionCharts(*report.Region) ([]template.HTML, error) { return nil, nil }
