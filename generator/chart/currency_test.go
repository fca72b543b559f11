package chart_test

import "testing"

// The tables that the site offers have the currency in a column of its own.
func TestCurrencyBesideTheSum(t *testing.T) {
	files := map[string]string{
		"clusters.csv": "Название;Инвестиции;Валюта;Рабочие места\nЛес;7900000000;RUB;100\nХимия;15600000000;₽;200\nМёд;;;\n",
		"short.csv":    "Название;Инвестиции, млрд;Валюта\nЛес;7,9;RUB\n",
		"two.csv":      "Название;Сумма;Валюта\nЛес;7900000;RUB\nНефть;3000000;USD\n",
	}
	for _, test := range []struct{ block, want string }{
		{"type: bar\ndata: clusters.csv\nx: Инвестиции\ny: Название", "15,6 млрд ₽; 7,9 млрд ₽; не объявлено"},
		{"type: column\ndata: clusters.csv\nx: Название\ny: Инвестиции", "7,9 млрд ₽; 15,6 млрд ₽; не объявлено"},
		{"type: bar\ndata: clusters.csv\nx: Инвестиции\nsum: Название", "15,6 млрд ₽; 7,9 млрд ₽; не объявлено"},
		{"type: bar\ndata: clusters.csv\nx: Рабочие места\ny: Название", "200; 100; не объявлено"},
		{"type: bar\ndata: short.csv\nx: Инвестиции, млрд\ny: Название", "7,9"},
		{"type: bar\nunit: тысяч рублей\ndata: two.csv\nfilter: {Валюта: RUB}\nx: Сумма\ny: Название", "7,9 млн тысяч рублей"},
	} {
		wantCells(t, test.block, files, test.want)
	}
	if _, found := bound(t, "ru", "title: Суммы\ntype: bar\ndata: two.csv\nx: Сумма\ny: Название\n", files); len(found) != 1 || found[0].Code != "chart-mixed-units" {
		t.Errorf("roubles beside dollars: %+v", found)
	}
}
