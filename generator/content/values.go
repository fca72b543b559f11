package content

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

func (v value) date(d *report.Date) {
	var s string
	if v.text(&s); s == "" {
		return
	}
	var ok bool
	if *d, ok = report.ParseDate(s); !ok {
		suggestion, noSuchDay := report.MeantDate(s)
		v.Error(diag.UnreadableDate, diag.Args{"Value": s, "Suggestion": suggestion, "NoSuchDay": noSuchDay, "Range": spanOfYears.MatchString(s)})
	}
}

func (v value) moment(m *report.Moment) {
	var s string
	if v.text(&s); s == "" {
		return
	}
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02T15:04:05"} {
		if t, err := time.Parse(layout, s); err == nil {
			*m = report.Moment{Date: report.DateOf(t), Hour: t.Hour(), Minute: t.Minute()}
			return
		}
	}
	var ok bool
	if m.Date, ok = report.ParseDate(s); !ok {
		v.Error(diag.UnreadableDate, diag.Args{"Value": s, "Suggestion": meantMoment(s), "Time": true})
	}
}

// meantMoment writes a day with a time of day, such as 11.02.2025 в 9.00, in the
// form that front matter wants.
func meantMoment(s string) string {
	parts := dayAndTime.FindStringSubmatch(s)
	if parts == nil {
		date, _ := report.MeantDate(s)
		return date
	}
	date, _ := report.MeantDate(parts[1])
	hour, _ := strconv.Atoi(parts[2])
	minute, _ := strconv.Atoi(parts[3])
	if date == "" || hour > 23 || minute > 59 {
		return ""
	}
	return fmt.Sprintf("%s %02d:%02d", date, hour, minute)
}

var spanOfYears = regexp.MustCompile(`^\D*(19|20)\d\d\s*[-–—]\s*(19|20)?\d\d\D*$`)

var dayAndTime = regexp.MustCompile(`^(.+?)[ T,]+(?:в )?(\d{1,2})[:.](\d{2})\D*$`)

func (v value) flag(b *bool) {
	var s string
	if v.text(&s); s == "" {
		return
	}
	switch strings.ToLower(s) {
	case "true", "yes", "да":
		*b = true
	case "false", "no", "нет":
		*b = false
	default:
		v.Error(diag.WantsYesNo, diag.Args{"Value": s})
	}
}

func (v value) integer(n *int) {
	var s string
	if v.text(&s); s == "" {
		return
	}
	var ok bool
	if *n, ok = wholeNumber(s); !ok {
		v.wantsNumber(s, meantNumber(s))
	}
}

// count reads a number of jobs, which may be hedged: "более 800".
func (v value) count(f *report.Figure[int]) {
	var s string
	if v.text(&s); s == "" {
		return
	}
	var ok bool
	number, hedge := money.CutHedge(s)
	if f.Value, ok = wholeNumber(number); ok {
		f.Hedge = hedge
		return
	}
	suggestion := meantNumber(number)
	if suggestion != "" { // with the words around it
		suggestion = strings.Replace(s, number, suggestion, 1)
	}
	v.wantsNumber(s, suggestion)
}

func (v value) wantsNumber(written, suggestion string) {
	v.Error(diag.WantsNumber, diag.Args{"Value": written, "Suggestion": suggestion, "Range": saysRange(written)})
}

// wholeNumber reads a number that is not negative, whatever parts its thousands.
func wholeNumber(s string) (n int, ok bool) {
	digits := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "\u2009", "", "_", "").Replace(s)
	n, err := strconv.Atoi(digits)
	if err != nil || n < 0 {
		return 0, false
	}
	return n, true
}

// amount reads a sum in the report's currency or another, which may be hedged:
// "более 20 млрд ₽".
func (v value) amount(f *report.Figure[money.Amount]) {
	var s string
	if v.text(&s); s == "" {
		return
	}
	amount, hedge, err := money.ParseHedged(s, v.d.reader.currency)
	if err == nil {
		f.Value, f.Hedge = amount, hedge
		v.doubt(s, amount)
		return
	}
	var bad *money.ParseError
	if !errors.As(err, &bad) {
		bad = &money.ParseError{Text: s, Length: len(s), Reason: money.NoNumber}
	}
	suggestion := bad.Suggestion()
	if suggestion == "" && bad.Reason == money.UnknownWord {
		suggestion = cmp.Or(swapped(bad.Part()), meantHedge(bad.Part()))
	}
	if part := bad.Part(); part == strings.ToUpper(part) {
		suggestion = strings.ToUpper(suggestion) // RUB, not rub
	}
	rest := bad.Part()
	if rest == s || bad.Reason == money.NoNumber {
		rest = "" // all of it, which is told anyway
	} else if utf8.RuneCountInString(rest) < 3 {
		rest = strings.TrimSpace(bad.Text[bad.Offset:]) // "(план)", not its bracket alone
	}
	v.Error(diag.UnreadableAmount, diag.Args{
		"Value": s, "Rest": rest, "Part": bad.Part(), "Reason": string(bad.Reason), "Suggestion": suggestion,
	})
}

// meantHedge is the hedge that a word was meant to be; empty for one too short to
// be a slip of any.
func meantHedge(written string) string {
	if utf8.RuneCountInString(written) < 4 {
		return ""
	}
	return diag.Suggest(strings.ToLower(written), money.HedgePhrases())
}

// swapped is the word of an amount in which two neighbouring letters changed
// places, "млрд" for "мрлд": the slip that money does not look for.
func swapped(written string) string {
	letters := []rune(strings.ToLower(written))
	for i := 1; i < len(letters); i++ {
		letters[i-1], letters[i] = letters[i], letters[i-1]
		if slices.Contains(money.Words(), string(letters)) {
			return string(letters)
		}
		letters[i-1], letters[i] = letters[i], letters[i-1]
	}
	return ""
}

func (v value) stage(f *report.Figure[report.Stage]) {
	var s string
	if v.text(&s); s == "" {
		return
	}
	var ok bool
	if f.Value, ok = report.ParseStage(strings.ToLower(s)); !ok {
		names := diag.Names(report.Stages)
		v.Error(diag.UnknownStage, diag.Args{
			"Value": s, "Suggestion": meant(s, names), "Known": strings.Join(names, ", "),
			"Russian": strings.ContainsFunc(s, isCyrillic),
		})
	}
}

func isCyrillic(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }

// oneOf reads a word of a closed list.
func oneOf[T ~string](v value, word *T, known []T) {
	var s string
	if v.text(&s); s == "" {
		return
	}
	if slices.Contains(known, T(s)) {
		*word = T(s)
		return
	}
	names := diag.Names(known)
	v.Error(diag.UnknownWord, diag.Args{
		"Value": s, "Suggestion": meant(s, names), "Known": strings.Join(names, ", "),
	})
}

// address reads an absolute address of the web.
func (v value) address(s *string) {
	if v.text(s); *s == "" {
		return
	}
	if !isAddress(*s) {
		v.wantsAddress(*s)
		*s = ""
	}
}

func isAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && !strings.ContainsAny(s, " \t\u00a0")
}

// wantsAddress tells a text that is no address of the web, and the address that
// it would be with https:// before it.
func (v value) wantsAddress(written string) {
	suggestion := "https://" + strings.TrimLeft(written, ":/")
	if u, err := url.Parse(suggestion); err != nil || !strings.Contains(u.Host, ".") || strings.Contains(written, "@") || !isAddress(suggestion) {
		suggestion = ""
	}
	v.Error(diag.WantsURL, diag.Args{"Value": written, "Suggestion": suggestion, "Begun": strings.HasPrefix(written, "http")})
}

// baseAddress reads the address of the site itself.
func (v value) baseAddress(s *string) {
	var written string
	if v.text(&written); written == "" {
		return
	}
	var ok bool
	if *s, ok = report.BaseAddress(written); !ok {
		v.wantsAddress(written)
	}
}

func link[T any](v value, l *report.Link[T]) {
	if v.text(&l.Ref); l.Ref != "" {
		l.At = v.At()
	}
}

// linkOne is link where several are often written: beside that, it need not be
// told that there is none.
func linkOne[T any](v value, l *report.Link[T]) {
	if link(v, l); v.IsList() {
		v.list(func(item value) { link(item, l) })
	}
}

func links[T any](v value, list *[]report.Link[T]) {
	v.list(func(item value) {
		var l report.Link[T]
		if link(item, &l); l.Ref != "" {
			*list = append(*list, l)
		}
	})
}
