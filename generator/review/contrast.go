package review

import (
	"strconv"
	"strings"

	"example.org/svod/generator/diag"
)

// leastContrast is what WCAG 2.2 asks of text at level AA (1.4.3).
const leastContrast = 4.5

// themeContrast tells a colour that cannot be read on light paper and that the
// site therefore shows darker than it was chosen. No colour can be read on both
// papers, so that on dark paper every one is lightened, without a word.
var themeContrast = Check{ID: diag.ThemeContrast, look: func(s *Subject) []diag.Diagnostic {
	a := s.Accent
	if a == nil || a.Contrast >= leastContrast {
		return nil
	}
	return []diag.Diagnostic{diag.NewWarning(s.Report.AccentAt, diag.ThemeContrast, diag.Args{
		"Color": a.Written, "Light": a.Light, "Ratio": s.ratio(a.Contrast), "Needed": s.ratio(leastContrast),
	})}
}}

// ratio writes a contrast with one decimal, cut rather than rounded: what falls
// short must not read as enough.
func (s *Subject) ratio(contrast float64) string {
	text := strconv.FormatFloat(float64(int(contrast*10))/10, 'f', 1, 64)
	if s.Report.Language == "ru" {
		text = strings.Replace(text, ".", ",", 1)
	}
	return text + ":1"
}
