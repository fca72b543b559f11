package money_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/money"
)

// plain shows no-break spaces as ordinary ones, after checking that no line can
// end within s.
func plain(t *testing.T, s string) string {
	t.Helper()
	if strings.Contains(s, " ") {
		t.Errorf("%q has a space at which a line may end", s)
	}
	return strings.ReplaceAll(s, "\u00a0", " ")
}

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		value    string
		currency money.Currency
		ru, en   string
	}{
		{"7900000000", money.RUB, "7,9 млрд ₽", "₽7.9bn"},
		{"488000000", money.RUB, "488 млн ₽", "₽488mn"},
		{"1355000", money.RUB, "1 355 000 ₽", "₽1,355,000"},
		{"1350000", money.RUB, "1,35 млн ₽", "₽1.35mn"},
		{"1355000000", money.RUB, "1 355 млн ₽", "₽1,355mn"},
		{"1000000000000", money.RUB, "1 трлн ₽", "₽1tn"},
		{"12345670000000000", money.RUB, "12 345,67 трлн ₽", "₽12,345.67tn"},
		{"999999", money.RUB, "999 999 ₽", "₽999,999"},
		{"500000", money.RUB, "500 000 ₽", "₽500,000"},
		{"1355", money.RUB, "1 355 ₽", "₽1,355"},
		{"0", money.RUB, "0 ₽", "₽0"},
		{"12.5", money.RUB, "12,5 ₽", "₽12.5"},
		{"0.05", money.RUB, "0,05 ₽", "₽0.05"},
		{"1.355", money.RUB, "1,3550 ₽", "₽1.3550"},
		{"1234.125", money.RUB, "1 234,125 ₽", "₽1,234.125"},
		{"-7900000000", money.RUB, "−7,9 млрд ₽", "−₽7.9bn"},
		{"60000000", money.USD, "60 млн $", "$60mn"},
		{"2500000", money.EUR, "2,5 млн €", "€2.5mn"},
		{"10000000000", money.KZT, "10 млрд ₸", "₸10bn"},
		{"3000000000", money.CNY, "3 млрд юаней", "CNY 3bn"},
		{"1", money.CNY, "1 юань", "CNY 1"},
		{"11", money.CNY, "11 юаней", "CNY 11"},
		{"22", money.CNY, "22 юаня", "CNY 22"},
		{"1001", money.CNY, "1 001 юань", "CNY 1,001"},
		{"1.5", money.CNY, "1,5 юаня", "CNY 1.5"},
		{"5000000", money.BYN, "5 млн бел. руб.", "BYN 5mn"},
		{"5000000", "GBP", "5 млн GBP", "GBP 5mn"},
	} {
		a := amount(c.value, c.currency)
		if got := plain(t, money.Format(a, "ru")); got != c.ru {
			t.Errorf("%s in Russian: %q, want %q", a, got, c.ru)
		}
		if got := plain(t, money.Format(a, "en")); got != c.en {
			t.Errorf("%s in English: %q, want %q", a, got, c.en)
		}
	}
}

func TestFormatNumber(t *testing.T) {
	for value, want := range map[string][2]string{
		"1355000": {"1 355 000", "1,355,000"},
		"1829":    {"1 829", "1,829"},
		"-0.5":    {"−0,5", "−0.5"},
		"1.355":   {"1,355", "1.355"},
		"0":       {"0", "0"},
		"12.50":   {"12,5", "12.5"},
	} {
		d := decimal.RequireFromString(value)
		got := [2]string{plain(t, money.FormatNumber(d, "ru")), money.FormatNumber(d, "en")}
		if got != want {
			t.Errorf("FormatNumber(%s) = %q, want %q", value, got, want)
		}
	}
}

func TestFormatIn(t *testing.T) {
	for _, c := range []struct {
		value    string
		unit     money.Scale
		decimals int
		ru, en   string
	}{
		{"7900000000", money.Billion, 1, "7,9", "7.9"},
		{"7900000000", money.Billion, 2, "7,90", "7.90"},
		{"47000000000", money.Billion, 1, "47,0", "47.0"},
		{"488000000", money.Billion, 1, "0,5", "0.5"},
		{"244000000", money.Billion, 0, "0", "0"},
		{"0", money.Billion, 1, "0,0", "0.0"},
		{"-50000000", money.Billion, 1, "−0,1", "−0.1"},
		{"1355000000000", money.Million, 0, "1 355 000", "1,355,000"},
		{"1000.05", money.One, 2, "1 000,05", "1,000.05"},
	} {
		a := roubles(c.value)
		ru, en := plain(t, money.FormatIn(a, c.unit, c.decimals, "ru")), money.FormatIn(a, c.unit, c.decimals, "en")
		if ru != c.ru || en != c.en {
			t.Errorf("%s with %d decimals: %q and %q, want %q and %q", a, c.decimals, ru, en, c.ru, c.en)
		}
	}
}

func TestUnitsForColumns(t *testing.T) {
	unit := money.ScaleOf(roubles("488000000"), roubles("-47000000000"), roubles("0"))
	if unit != money.Billion {
		t.Errorf("ScaleOf 488 mn and -47 bn = %d, want billions", unit)
	}
	if got := plain(t, money.Unit(unit, money.RUB, "ru")); got != "млрд ₽" {
		t.Errorf("in Russian the unit is %q", got)
	}
	if got := money.Unit(unit, money.RUB, "en"); got != "₽bn" {
		t.Errorf("in English the unit is %q", got)
	}
	if got := plain(t, money.Unit(money.Thousand, money.CNY, "ru")); got != "тыс. юаней" {
		t.Errorf("thousands of yuan are %q", got)
	}
	if got := money.ScaleOf(); got != money.One {
		t.Errorf("ScaleOf nothing = %d", got)
	}
}

// Whatever is written in either language is read as the same amount.
func FuzzFormatIsReadBack(f *testing.F) {
	f.Add(int64(79), 8, uint8(0))
	f.Add(int64(-1355), -3, uint8(1))
	f.Add(int64(1355), 0, uint8(3))
	f.Add(int64(999999999999999999), 0, uint8(4))
	currencies := []money.Currency{money.RUB, money.USD, money.EUR, money.CNY, money.BYN, money.KZT, "GBP", "JPY"}
	f.Fuzz(func(t *testing.T, coefficient int64, exponent int, pick uint8) {
		d := decimal.New(coefficient, int32(exponent%18))
		if d.Abs().Cmp(decimal.New(1, 18)) >= 0 {
			t.Skip("larger than any sum")
		}
		a := money.New(d, currencies[int(pick)%len(currencies)])
		for _, lang := range []string{"ru", "en"} {
			written := money.Format(a, lang)
			got, err := money.Parse(written, "XXX")
			if err != nil || !got.Equal(a) {
				t.Errorf("%s is written %q and read as %s, %v", a, written, got, err)
			}
		}
	})
}

func BenchmarkFormat(b *testing.B) {
	amounts := []money.Amount{roubles("7900000000"), roubles("488000000"), roubles("1355000"), amount("60000000", money.USD)}
	b.ReportAllocs()
	for i := range b.N {
		money.Format(amounts[i%len(amounts)], "ru")
	}
}
