package money_test

import (
	"errors"
	"testing"

	"example.org/svod/generator/money"
)

// Whatever words make a sum an approximate one, they make it so in front of it,
// behind it and in several words.
func TestParseAbout(t *testing.T) {
	want := money.Format(roubles("5000000000"), "ru")
	for written, about := range map[string]bool{
		"5 млрд ₽": false, "порядка 5 млрд ₽": true, "не менее 5 млрд ₽": true, "Более чем 5 млрд ₽": true,
		"~5 млрд ₽": true, "≈ 5 млрд ₽": true, "5 млрд ₽ примерно": true, "up to 5 bn RUB": true, "at least 5 bn RUB": true, "5+ млрд ₽": true,
	} {
		got, approximate, err := money.ParseAbout(written, money.RUB)
		if err != nil || approximate != about || money.Format(got, "ru") != want {
			t.Errorf("%s: %v, approximate: %v, %v", written, got, approximate, err)
		}
	}
	for written, reason := range map[string]money.Reason{
		"от 5 до 7 млрд": money.Range, "5–7 млрд": money.Range, "не 5 млрд": money.Approximate, "около мрлд": money.NoNumber,
	} {
		var bad *money.ParseError
		if _, _, err := money.ParseAbout(written, money.RUB); !errors.As(err, &bad) || bad.Reason != reason {
			t.Errorf("%s: %v", written, err)
		}
	}
}

func TestSaysAbout(t *testing.T) {
	for written, want := range map[string]bool{
		"около тысячи человек": true, "1300+": true, "не более 1300": true, "~1300": true,
		"1300 человек": false, "не 1300": false, "": false, "тысяча": false,
	} {
		if money.SaysAbout(written) != want {
			t.Errorf("%q: %v", written, !want)
		}
	}
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
