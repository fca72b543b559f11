package money_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/svod/generator/money"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		// Russian, as newspapers write.
		"7,9 млрд ₽":               "7900000000 RUB",
		"488 млн руб.":             "488000000 RUB",
		"15,6 миллиарда рублей":    "15600000000 RUB",
		"1 миллиард рублей":        "1000000000 RUB",
		"47 миллиардов рублей":     "47000000000 RUB",
		"2 миллиона рублей":        "2000000 RUB",
		"12 млн. руб.":             "12000000 RUB",
		"12 млн.руб.":              "12000000 RUB",
		"500 тыс. руб":             "500000 RUB",
		"500 тысяч рублей":         "500000 RUB",
		"21 тысяча рублей":         "21000 RUB",
		"1,2 триллиона рублей":     "1200000000000 RUB",
		"5 млрд российских рублей": "5000000000 RUB",
		"100 р.":          "100 RUB",
		"₽7,9 млрд":       "7900000000 RUB",
		"руб. 500 тыс.":   "500000 RUB",
		"7,9 МЛРД РУБЛЕЙ": "7900000000 RUB",
		"7,9МЛРД₽":        "7900000000 RUB",
		"рублём 1":        "1 RUB",

		// English.
		"7.9 bn RUB":                 "7900000000 RUB",
		"7.9 billion rubles":         "7900000000 RUB",
		"RUB 7.9bn":                  "7900000000 RUB",
		"$3bn":                       "3000000000 USD",
		"$ 3.5B":                     "3500000000 USD",
		"US$2.5 million":             "2500000 USD",
		"€500k":                      "500000 EUR",
		"1.2 trillion US dollars":    "1200000000000 USD",
		"40 m roubles":               "40000000 RUB",
		"12 mn euros":                "12000000 EUR",
		"3 thousand Chinese yuan":    "3000 CNY",
		"2 bn Belarusian rubles":     "2000000000 BYN",
		"1,355 million rubles":       "1355000000 RUB",
		"1.355 million rubles":       "1355000 RUB",
		"$1,355":                     "1355 USD",
		"CNY 1,355":                  "1355 CNY",
		"$1,355,000.50":              "1355000.5 USD",
		"1,355,000.50 dollars":       "1355000.5 USD",
		"3 billion GBP":              "3000000000 GBP",
		"JPY 7":                      "7 JPY",
		"7.9 bn rub":                 "7900000000 RUB",
		"1.355 bn RUB":               "1355000000 RUB",
		"7,9 bn RUB":                 "7900000000 RUB",
		"12,355,000 million tenge":   "12355000000000 KZT",
		"2 million American dollars": "2000000 USD",

		// Other currencies in Russian.
		"60 млн долларов":              "60000000 USD",
		"60 млн долларов США":          "60000000 USD",
		"60 млн долл. США":             "60000000 USD",
		"60 млн американских долларов": "60000000 USD",
		"60 млн $":     "60000000 USD",
		"$60 млн":      "60000000 USD",
		"2,5 млн евро": "2500000 EUR",
		"3 млрд юаней": "3000000000 CNY",
		"1 юань":       "1 CNY",
		"3 млрд китайских юаней":   "3000000000 CNY",
		"5 млн белорусских рублей": "5000000 BYN",
		"5 млн бел. руб.":          "5000000 BYN",
		"5 млн руб. РБ":            "5000000 BYN",
		"10 млрд тенге":            "10000000000 KZT",
		"10 млрд ₸":                "10000000000 KZT",
		"1 рубль":                  "1 RUB",
		"4 миллионами белорусскими рублями": "4000000 BYN",

		// Bare numbers are in the report's currency.
		"1 355 000":     "1355000 RUB",
		"1355000":       "1355000 RUB",
		"1,355,000":     "1355000 RUB",
		"1.355.000":     "1355000 RUB",
		"1.355.000,50":  "1355000.5 RUB",
		"1 355 000,50":  "1355000.5 RUB",
		"1 355 000.50":  "1355000.5 RUB",
		"1 355,125":     "1355.125 RUB",
		"0":             "0 RUB",
		"0,355":         "0.355 RUB",
		"1355,125":      "1355.125 RUB",
		"7,9":           "7.9 RUB",
		"1,3550":        "1.355 RUB",
		"488 млн":       "488000000 RUB",
		"1,355 млрд":    "1355000000 RUB",
		"1.355 млрд":    "1355000000 RUB",
		"1 355 млн ₽":   "1355000000 RUB",
		"007":           "7 RUB",
		"  7,9  млрд  ": "7900000000 RUB",

		// Spaces: no-break, narrow, thin, figure; tabs.
		"7,9\u00a0млрд\u00a0₽":           "7900000000 RUB",
		"1\u00a0355\u00a0000\u00a0₽":     "1355000 RUB",
		"1\u202f355\u202f000\u202f₽":     "1355000 RUB",
		"1\u2009355\u2009000\u2009₽":     "1355000 RUB",
		"1\u2007355\u00a0000\t₽":         "1355000 RUB",
		"\u00a0488\u202fмлн\u2009руб.\n": "488000000 RUB",
		"999 999 999,99 млрд ₽":          "999999999990000000 RUB",
		"0,000000000001 трлн ₽":          "1 RUB",

		// Signs.
		"-5 млн ₽":    "-5000000 RUB",
		"−5 млн ₽":    "-5000000 RUB",
		"–5 млн ₽":    "-5000000 RUB",
		"+5 млн ₽":    "5000000 RUB",
		"- 5 млн ₽":   "-5000000 RUB",
		"-$3bn":       "-3000000000 USD",
		"$-3bn":       "-3000000000 USD",
		"−RUB 1,355k": "-1355000 RUB",
	} {
		got, err := money.Parse(text, money.RUB)
		switch {
		case err != nil:
			t.Errorf("Parse(%q): %v", text, err)
		case got.String() != want:
			t.Errorf("Parse(%q) = %s, want %s", text, got, want)
		}
	}
}

// In these the part that the error marks stands between brackets.
func TestParseErrors(t *testing.T) {
	for _, c := range []struct {
		marked     string
		reason     money.Reason
		suggestion string
	}{
		{"[]", money.Empty, ""},
		{"[ \u00a0]", money.Empty, ""},
		{"[семь]", money.NoNumber, ""},
		{" [семь миллиардов] ", money.NoNumber, ""},
		{"[не объявлено]", money.NoNumber, ""},
		{"[—]", money.NoNumber, ""},

		{"7,9 [мрд] ₽", money.UnknownWord, "млрд"},
		{"7,9 [милиардов] рублей", money.UnknownWord, "миллиардов"},
		{"7,9 [Милиардов] рублей", money.UnknownWord, "миллиардов"},
		{"7,9 млрд [руюлей]", money.UnknownWord, "рублей"},
		{"3 [billon] dollars", money.UnknownWord, "billion"},
		{"60 млн [канадских] долларов", money.UnknownWord, ""},
		{"60 млн [ABC]", money.UnknownWord, ""},
		{"60 млн [gbp]", money.UnknownWord, ""},
		{"60 млн [США]", money.UnknownWord, ""},
		{"15 [%]", money.UnknownWord, ""},
		{"7,9 млрд[,] наверное", money.UnknownWord, ""},
		{"[(]7 млрд)", money.UnknownWord, ""},
		{"1[e]9", money.UnknownWord, ""},
		{"5 млн[-]", money.UnknownWord, ""},
		{"-[-]5", money.UnknownWord, ""},
		{"млн [-]5", money.UnknownWord, ""},

		{"[1 35] млн", money.BadNumber, ""},
		{"[1355 000]", money.BadNumber, ""},
		{"[1,35,000]", money.BadNumber, ""},
		{"[1.355.00]", money.BadNumber, ""},
		{"[1 355,000,000]", money.BadNumber, ""},
		{"[1,355 000]", money.BadNumber, ""},
		{"[1.355,000.000]", money.BadNumber, ""},

		{"[1,355]", money.Ambiguous, "1 355"},
		{"[1.355]", money.Ambiguous, "1 355"},
		{"[1,355] ₽", money.Ambiguous, "1 355"},
		{"[12.000] рублей", money.Ambiguous, "12 000"},
		{"руб. [1,355]", money.Ambiguous, "1 355"},
		{"€[1.355]", money.Ambiguous, "1 355"},

		{"7 млрд [200] млн", money.TwoNumbers, ""},
		{"5 рублей [50] копеек", money.TwoNumbers, ""},
		{"7  [9]", money.TwoNumbers, ""},
		{"5[–7] млрд ₽", money.Range, ""},
		{"5 [- 7,5] млрд ₽", money.Range, ""},
		{"[около] 8 млрд ₽", money.Approximate, ""},
		{"[~]8 млрд ₽", money.Approximate, ""},
		{"[Более] 8 млрд ₽", money.Approximate, ""},
		{"[up] to 8 bn", money.Approximate, ""},

		{"5 тыс. [млн] ₽", money.TwoUnits, ""},
		{"$5 млн [руб].", money.TwoCurrencies, ""},
		{"5 млн рублей [долларов]", money.TwoCurrencies, ""},
		{"5 млн белорусских [долларов]", money.TwoCurrencies, ""},
		{"5 млн российских [белорусских] рублей", money.TwoCurrencies, ""},

		{"[1000000] трлн ₽", money.TooLarge, ""},
		{"[1000000000000000000]", money.TooLarge, ""},
		{"[0," + strings.Repeat("1", 41) + "]", money.TooLarge, ""},
	} {
		text, offset, length := unmark(c.marked)
		_, err := money.Parse(text, money.RUB)
		var bad *money.ParseError
		if !errors.As(err, &bad) {
			t.Errorf("Parse(%q) = %v, want %s", text, err, c.reason)
			continue
		}
		if bad.Reason != c.reason || bad.Offset != offset || bad.Length != length {
			t.Errorf("Parse(%q): %v, want %s at %d, %q", text, bad, c.reason, offset, text[offset:offset+length])
		}
		if got := bad.Suggestion(); got != c.suggestion {
			t.Errorf("Parse(%q) suggests %q, want %q", text, got, c.suggestion)
		}
	}
}

// unmark takes the brackets out of a text.
func unmark(s string) (text string, offset, length int) {
	before, rest, _ := strings.Cut(s, "[")
	part, after, _ := strings.Cut(rest, "]")
	return before + part + after, len(before), len(part)
}

func TestEveryWordIsRead(t *testing.T) {
	for _, w := range money.Words() {
		if _, err := money.Parse("5 "+w, money.RUB); err == nil {
			continue
		}
		if _, err := money.Parse("5 "+w+" рублей", money.RUB); err == nil {
			continue
		}
		var other bool
		for _, c := range []string{"долларов", "юаней", "тенге"} {
			_, err := money.Parse("5 "+w+" "+c, money.RUB)
			other = other || err == nil
		}
		if !other {
			t.Errorf("%q fits in no amount", w)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"7,9 млрд ₽", "$3bn", "1 355 000", "-1.355.000,50 белорусских руб.", "1,355", "5–7 млрд", "około", "\xff5", "7,9\u00a0млрд",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := money.Parse(s, money.KZT)
		if err == nil {
			if again, err := money.Parse(got.String(), money.RUB); err != nil && !isAmbiguous(err) || err == nil && !again.Equal(got) {
				t.Errorf("Parse(%q) = %s, read again: %s, %v", s, got, again, err)
			}
			return
		}
		var bad *money.ParseError
		if !errors.As(err, &bad) {
			t.Fatalf("Parse(%q): %T", s, err)
		}
		if utf8.ValidString(s) && !utf8.ValidString(bad.Part()) {
			t.Errorf("Parse(%q) divides a character: %q", s, bad.Part())
		}
		if bad.Length == 0 && bad.Reason != money.Empty {
			t.Errorf("Parse(%q) marks nothing: %v", s, bad)
		}
		bad.Suggestion()
	})
}

func isAmbiguous(err error) bool {
	var bad *money.ParseError
	return errors.As(err, &bad) && bad.Reason == money.Ambiguous
}

func BenchmarkParse(b *testing.B) {
	texts := []string{"7,9 млрд ₽", "488 млн руб.", "1 355 000", "60 млн долларов США"}
	b.ReportAllocs()
	for i := range b.N {
		if _, err := money.Parse(texts[i%len(texts)], money.RUB); err != nil {
			b.Fatal(err)
		}
	}
}
