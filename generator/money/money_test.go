package money_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"example.org/svod/generator/money"
)

func amount(value string, c money.Currency) money.Amount {
	return money.New(decimal.RequireFromString(value), c)
}

func roubles(value string) money.Amount { return amount(value, money.RUB) }

func TestArithmeticIsExact(t *testing.T) {
	sum := money.Amount{}
	for range 10 {
		sum = sum.Add(roubles("0.1"))
	}
	if want := roubles("1"); !sum.Equal(want) {
		t.Errorf("ten times 0.1 = %s, want %s", sum, want)
	}
	if got, want := roubles("7900000000").Sub(roubles("8000000000")), roubles("-100000000"); !got.Equal(want) {
		t.Errorf("7.9 bn - 8 bn = %s, want %s", got, want)
	}
	if got := roubles("6100000000").Ratio(roubles("47000000000")); got < 0.1297 || got > 0.1298 {
		t.Errorf("6.1 bn / 47 bn = %v", got)
	}
	if got := roubles("5").Ratio(roubles("0")); got != 0 {
		t.Errorf("a ratio to nothing = %v, want 0", got)
	}
	if roubles("1.00").Cmp(roubles("1")) != 0 || roubles("1").Cmp(roubles("2")) != -1 {
		t.Error("Cmp does not compare values")
	}
	if roubles("1").Equal(amount("1", money.USD)) {
		t.Error("a rouble equals a dollar")
	}
}

func TestTheZeroAmountStartsASum(t *testing.T) {
	var zero money.Amount
	if !zero.IsZero() || zero.Currency() != "" || zero.Sign() != 0 {
		t.Errorf("zero Amount = %s in %q", zero, zero.Currency())
	}
	if got := zero.Add(amount("3", money.USD)); got.Currency() != money.USD {
		t.Errorf("0 + $3 is in %q", got.Currency())
	}
	if got := amount("3", money.USD).Sub(zero); got.Currency() != money.USD {
		t.Errorf("$3 - 0 is in %q", got.Currency())
	}
}

func TestDifferentCurrenciesAreNeverAdded(t *testing.T) {
	for name, op := range map[string]func(a, b money.Amount){
		"Add":   func(a, b money.Amount) { a.Add(b) },
		"Sub":   func(a, b money.Amount) { a.Sub(b) },
		"Cmp":   func(a, b money.Amount) { a.Cmp(b) },
		"Ratio": func(a, b money.Amount) { a.Ratio(b) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s of roubles and dollars did not panic", name)
				}
			}()
			op(roubles("1"), amount("1", money.USD))
		}()
	}
}

// Whole puts sums in the order that Cmp has, as far as it tells them apart.
func TestWholeKeepsTheOrder(t *testing.T) {
	sums := []string{"-1e30", "-7.9e9", "-1.5", "-1", "0", "0.4", "0.6", "1", "1.5", "999999999999999999", "1e18", "1e30", "2e30"}
	for i, a := range sums {
		for j, b := range sums {
			x, y := money.New(decimal.RequireFromString(a), money.RUB), money.New(decimal.RequireFromString(b), money.RUB)
			if x.Whole() < y.Whole() && i >= j || x.Whole() > y.Whole() && i <= j {
				t.Errorf("%s and %s: %d and %d", a, b, x.Whole(), y.Whole())
			}
		}
	}
	if got := money.New(decimal.RequireFromString("79e8"), money.RUB).Whole(); got != 7_900_000_000 {
		t.Errorf("7.9 billion is %d", got)
	}
}
