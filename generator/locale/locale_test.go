package locale_test

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/locale"
	"example.org/svod/generator/money"
	"example.org/svod/generator/report"
)

func open(t *testing.T, lang string) *locale.Locale {
	t.Helper()
	l, err := locale.New(os.DirFS("../../layouts"), lang)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestDates(t *testing.T) {
	ru, en := open(t, "ru"), open(t, "en")
	for _, test := range []struct {
		date                   report.Date
		ru, short, en, enShort string
	}{
		{report.Date{Year: 2025, Month: 2, Day: 11}, "11\u00a0февраля\u00a02025", "11.02.2025", "11\u00a0February\u00a02025", "2025-02-11"},
		{report.Date{Year: 2025, Month: 7}, "июль\u00a02025", "07.2025", "July\u00a02025", "2025-07"},
		{report.Date{Year: 2025}, "2025", "2025", "2025", "2025"},
		{report.Date{}, "", "", "", ""},
	} {
		for _, got := range []struct{ got, want string }{
			{ru.Date(test.date), test.ru},
			{ru.ShortDate(test.date), test.short},
			{en.Date(test.date), test.en},
			{en.ShortDate(test.date), test.enShort},
		} {
			if got.got != got.want {
				t.Errorf("%v: %q, want %q", test.date, got.got, got.want)
			}
		}
	}
}

func TestPlurals(t *testing.T) {
	ru := open(t, "ru")
	for n, want := range map[int]string{
		1: "1 кластер", 2: "2 кластера", 5: "5 кластеров", 11: "11 кластеров", 21: "21 кластер",
		22: "22 кластера", 112: "112 кластеров", 0: "0 кластеров", 10_001: "10\u00a0001 кластер",
	} {
		got := []rune(ru.Count("cluster-count", n, nil))
		for i, r := range got {
			if r == '\u00a0' && i > len(got)-11 { // the space before the word may be a no-break one
				got[i] = ' '
			}
		}
		if string(got) != want {
			t.Errorf("%d: %q, want %q", n, string(got), want)
		}
	}
}

func TestNumbers(t *testing.T) {
	ru, en := open(t, "ru"), open(t, "en")
	for proportion, want := range map[float64][2]string{
		0.0002:   {"+0,02\u00a0%", "+0.02%"},
		-0.00031: {"−0,031\u00a0%", "−0.031%"},
		0.07:     {"+7\u00a0%", "+7%"},
		0.013:    {"+1,3\u00a0%", "+1.3%"},
		-0.87:    {"−87\u00a0%", "−87%"},
		0.5:      {"+50\u00a0%", "+50%"},
		0.02:     {"+2\u00a0%", "+2%"},
	} {
		if got := [2]string{ru.Percent(proportion), en.Percent(proportion)}; got != want {
			t.Errorf("%v: %q, want %q", proportion, got, want)
		}
	}
	down := money.New(decimal.New(-409, 8), "RUB")
	if got := ru.Difference(down, money.Exact); got != "−40,9\u00a0млрд\u00a0₽" {
		t.Errorf("%q", got)
	}
	if got := ru.Difference(down.Neg(), money.Exact); got != "+40,9\u00a0млрд\u00a0₽" {
		t.Errorf("%q", got)
	}
	if got := ru.Difference(down, money.About); got != "−\u00a0около 40,9\u00a0млрд\u00a0₽" {
		t.Errorf("%q", got)
	}
	if got := en.Difference(down.Neg(), money.MoreThan); got != "+\u00a0more than ₽40.9bn" {
		t.Errorf("%q", got)
	}
	if got := ru.Integer(1_355_000); got != "1\u00a0355\u00a0000" {
		t.Errorf("%q", got)
	}
}

// A word that is missing is seen in the page, not swallowed.
func TestMissingWord(t *testing.T) {
	files := fstest.MapFS{"i18n/en.toml": {Data: []byte("[known]\nother = \"{{.A}}!\"\n")}}
	l, err := locale.New(files, "en")
	if err != nil {
		t.Fatal(err)
	}
	if got := l.Text("known", locale.Args{"A": "Hello"}); got != "Hello!" {
		t.Errorf("%q", got)
	}
	if got := l.Text("unknown", nil); got != "!unknown!" {
		t.Errorf("%q", got)
	}
	if _, err := locale.New(files, "de"); err == nil {
		t.Error("there is no German")
	}
}
