package money_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/money"
)

// A hedge is read in front of a sum, behind it, around its number and in several
// words.
func TestParseHedged(t *testing.T) {
	want := money.Format(roubles("5000000000"), "ru")
	for written, hedge := range map[string]money.Hedge{
		"5 млрд ₽": money.Exact, "+5 млрд ₽": money.Exact,
		"порядка 5 млрд ₽": money.About, "~5 млрд ₽": money.About, "≈ 5 млрд ₽": money.About, "5 млрд ₽ примерно": money.About,
		"approx. 5 bn RUB": money.About, "ок. 5 млрд ₽": money.About, "в районе 5 млрд ₽": money.About,
		"Почти 5 млрд ₽": money.Almost, "без малого 5 млрд ₽": money.Almost, "nearly 5 bn RUB": money.Almost, "чуть менее 5 млрд ₽": money.Almost, "just under 5 bn RUB": money.Almost,
		"Более чем 5 млрд ₽": money.MoreThan, "свыше 5 млрд ₽": money.MoreThan, "5 с лишним млрд ₽": money.MoreThan,
		">5 млрд ₽": money.MoreThan, "over 5 bn RUB": money.MoreThan, "немногим более 5 млрд ₽": money.MoreThan, "чуть больше 5 млрд ₽": money.MoreThan, "just over 5 bn RUB": money.MoreThan, "more  than 5 bn RUB": money.MoreThan,
		"не менее 5 млрд ₽": money.AtLeast, "не\u00a0меньше 5 млрд ₽": money.AtLeast, "от 5 млрд ₽": money.AtLeast,
		"at least 5 bn RUB": money.AtLeast, "5+ млрд ₽": money.AtLeast, "5 млрд ₽ и более": money.AtLeast, "no less than 5 bn RUB": money.AtLeast,
		"менее 5 млрд ₽": money.LessThan, "under 5 bn RUB": money.LessThan, "less than 5 bn RUB": money.LessThan,
		"до 5 млрд ₽": money.AtMost, "не более 5 млрд ₽": money.AtMost, "up to 5 bn RUB": money.AtMost, "no more than 5 bn RUB": money.AtMost,
		"около 5 млрд ₽ с лишним": money.About, "свыше 5+ млрд ₽": money.MoreThan,
	} {
		got, is, err := money.ParseHedged(written, money.RUB)
		if err != nil || is != hedge || money.Format(got, "ru") != want {
			t.Errorf("%s: %v, %q, %v", written, got, is, err)
		}
	}
	for written, reason := range map[string]money.Reason{
		"от 5 до 7 млрд": money.Range, "from 5 to 7 bn": money.Range, "5–7 млрд": money.Range, "не 5 млрд": money.Approximate, "около мрлд": money.NoNumber,
	} {
		var bad *money.ParseError
		if _, _, err := money.ParseHedged(written, money.RUB); !errors.As(err, &bad) || bad.Reason != reason {
			t.Errorf("%s: %v", written, err)
		}
	}
}

func TestCutHedge(t *testing.T) {
	for written, want := range map[string]struct {
		rest  string
		hedge money.Hedge
	}{
		"около тысячи человек": {"тысячи человек", money.About}, "1300+": {"1300", money.AtLeast}, "не более 1300": {"1300", money.AtMost},
		"~1300": {"1300", money.About}, "1300 и более": {"1300", money.AtLeast}, "1300\u00a0с лишним": {"1300", money.MoreThan},
		"1300 человек": {"1300 человек", money.Exact}, "не 1300": {"не 1300", money.Exact}, "": {"", money.Exact}, "тысяча": {"тысяча", money.Exact},
	} {
		if rest, hedge := money.CutHedge(written); rest != want.rest || hedge != want.hedge {
			t.Errorf("%q: %q, %q", written, rest, hedge)
		}
	}
}

// Whatever is written with a hedge is read as the same hedge, in both languages
// and under the name for programs.
func TestHedgesAreReadBack(t *testing.T) {
	for _, h := range money.Hedges {
		if got, ok := money.ParseHedge(string(h)); got != h || !ok {
			t.Errorf("%q: %q, %v", h, got, ok)
		}
		for _, lang := range []string{"ru", "en"} {
			if got, ok := money.ParseHedge(h.Word(lang)); got != h || !ok {
				t.Errorf("%q in %s: %q, %v", h, lang, got, ok)
			}
			written := h.Write(money.Format(roubles("7900000000"), lang), lang)
			if a, got, err := money.ParseHedged(written, money.RUB); got != h || err != nil || !a.Equal(roubles("7900000000")) {
				t.Errorf("%s: %v, %q, %v", written, a, got, err)
			}
		}
	}
	for _, s := range []string{"", "да", "более 5", "не"} {
		if h, ok := money.ParseHedge(s); ok {
			t.Errorf("%q is %q", s, h)
		}
	}
}

func TestHedgeOfSum(t *testing.T) {
	for _, c := range []struct{ a, b, want money.Hedge }{
		{money.Exact, money.Exact, money.Exact},
		{money.Exact, money.MoreThan, money.MoreThan},
		{money.Almost, money.Almost, money.Almost},
		{money.MoreThan, money.MoreThan, money.MoreThan},
		{money.MoreThan, money.AtLeast, money.MoreThan},
		{money.AtMost, money.Almost, money.LessThan},
		{money.AtLeast, money.AtMost, money.About},
		{money.MoreThan, money.Almost, money.About},
		{money.MoreThan, money.About, money.About},
	} {
		if got := c.a.Add(c.b); got != c.want {
			t.Errorf("%q + %q: %q, not %q", c.a, c.b, got, c.want)
		}
		if got := c.b.Add(c.a); got != c.want {
			t.Errorf("%q + %q: %q, not %q", c.b, c.a, got, c.want)
		}
	}
}

func TestHedgeOfDifference(t *testing.T) {
	for _, c := range []struct {
		a, b money.Hedge
		sign int
		want money.Hedge
	}{
		{money.Exact, money.Exact, -1, money.Exact},
		{money.MoreThan, money.Exact, +1, money.MoreThan},
		{money.MoreThan, money.Exact, -1, money.About},
		{money.Exact, money.MoreThan, +1, money.LessThan},
		{money.Exact, money.AtMost, +1, money.AtLeast},
		{money.MoreThan, money.MoreThan, +1, money.About},
		{money.MoreThan, money.AtMost, +1, money.MoreThan},
		{money.About, money.Exact, +1, money.About},
		{money.Almost, money.Exact, +1, money.About},
	} {
		if got := c.a.Sub(c.b, c.sign); got != c.want {
			t.Errorf("%q - %q, %+d: %q, not %q", c.a, c.b, c.sign, got, c.want)
		}
	}
}

// Of a loss of more than five, no more than five is left of ten.
func TestHedgeOfTerm(t *testing.T) {
	for _, c := range []struct {
		hedge money.Hedge
		sign  int
		want  money.Hedge
	}{
		{money.Exact, -1, money.Exact},
		{money.MoreThan, +1, money.MoreThan},
		{money.MoreThan, -1, money.About},
		{money.AtMost, -1, money.About},
	} {
		if got := c.hedge.Term(c.sign); got != c.want {
			t.Errorf("%q, %+d: %q, not %q", c.hedge, c.sign, got, c.want)
		}
	}
}

// A rounded bound is still one: below a sum of which there is more, above one of
// which there is less.
func TestHedgeRounds(t *testing.T) {
	for _, c := range []struct {
		value string
		hedge money.Hedge
		want  string
	}{
		{"521200500000", money.Exact, "521 200,5 млн ₽"},
		{"521200500000", money.MoreThan, "521,2 млрд ₽"},
		{"521290500000", money.AtLeast, "521,2 млрд ₽"},
		{"521200500000", money.AtMost, "521,3 млрд ₽"},
		{"521200500000", money.Almost, "521,3 млрд ₽"},
		{"521250500000", money.About, "521,3 млрд ₽"},
		{"999999500000", money.About, "1 трлн ₽"},
		{"1355400000", money.MoreThan, "1,35 млрд ₽"},
		{"15120000000", money.About, "15,12 млрд ₽"},
		{"123456", money.About, "123 456 ₽"},
		{"-521250500000", money.About, "−521,3 млрд ₽"},
	} {
		got := plain(t, money.Format(c.hedge.Round(roubles(c.value)), "ru"))
		if got != c.want {
			t.Errorf("%q %s: %s, not %s", c.hedge, c.value, got, c.want)
		}
	}
}

// Whatever is read with a hedge is written so that it is read as the same.
func FuzzParseHedged(f *testing.F) {
	for _, s := range []string{"более 20 млрд ₽", "5+", "не менее 3,5 тыс. $", "20 с лишним млн", "up to ₽1,355,000", "от 5", "~~\xff5", "не"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, h, err := money.ParseHedged(s, money.RUB)
		if err != nil {
			var bad *money.ParseError
			if !errors.As(err, &bad) || bad.Offset+bad.Length > len(s) || bad.Offset < 0 {
				t.Errorf("%q: %v", s, err)
			}
			return
		}
		for _, lang := range []string{"ru", "en"} {
			written := h.Write(money.Format(a, lang), lang)
			if again, same, err := money.ParseHedged(written, ""); err != nil || same != h || !again.Equal(a) {
				t.Errorf("%q, written as %q: %v, %q, %v", s, written, again, same, err)
			}
		}
		if rest, cut := money.CutHedge(s); cut != money.Exact && len(rest) >= len(s) {
			t.Errorf("nothing was cut of %q", s)
		}
	})
}

func FuzzHedgeRounds(f *testing.F) {
	f.Add("521200500000")
	f.Add("0.1")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := decimal.NewFromString(s)
		if err != nil || d.Sign() < 0 || len(s) > 30 || strings.ContainsAny(s, "eE") {
			return
		}
		a := money.New(d, money.RUB)
		for _, h := range money.Hedges {
			got := h.Round(a)
			side := 0
			switch h {
			case money.MoreThan, money.AtLeast:
				side = 1
			case money.Almost, money.LessThan, money.AtMost:
				side = -1
			}
			if a.Cmp(got)*side < 0 || a.Sub(got).Abs().Ratio(a) > 0.01 || !h.Round(got).Equal(got) {
				t.Errorf("%q %s: %s", h, a, got)
			}
		}
	})
}

// A dash marks an empty place, a question mark asks on the record; a sum is
// neither.
func TestSaysUnknown(t *testing.T) {
	for written, want := range map[string][2]bool{
		"не объявлено": {true, false}, "Не  раскрыто": {true, false}, "?": {true, false},
		"н/д": {true, true}, "—": {true, true}, "Нет данных": {true, true},
		"": {false, false}, "0": {false, false}, "нет": {false, false},
	} {
		if got := [2]bool{money.SaysUnknown(written), money.SaysBlank(written)}; got != want {
			t.Errorf("%q: %v", written, got)
		}
	}
}
