package chart_test

import (
	"testing"

	"example.org/svod/generator/diag"
)

// A column is no source of figures because money has sources, too; and in a table
// of two columns each has to be shown.
func TestColumnsThatAreNoSources(t *testing.T) {
	for _, column := range []string{"источник финансирования", "источник"} {
		_, got := summed(t, "type: bar\nrows: [{"+column+": Бюджет, сумма: 5}, {"+column+": Инвестор, сумма: 7}]")
		if want := "Инвестор: 7\nБюджет: 5"; got != want {
			t.Errorf("%s: %s", column, got)
		}
		_, got = summed(t, "type: bar\nsum: "+column+"\nrows: [{"+column+": Бюджет, сумма: 5}, {"+column+": Бюджет, сумма: 7}]")
		if want := "Бюджет: 12"; got != want {
			t.Errorf("%s, summed: %s", column, got)
		}
	}
	_, found := bound(t, "ru", "type: bar\ntitle: Деньги\nrows: [{источник финансирования: Бюджет, сумма: 5, год: 2025}]\n", nil)
	if len(found) == 0 || found[0].Code != diag.ChartColumnMissing {
		t.Errorf("of three columns two are taken: %+v", found)
	}
}

// A column of sources counts for none, however it is called.
func TestColumnsOfSources(t *testing.T) {
	for _, column := range []string{"source", "Источник", "источники", "источник данных"} {
		_, got := summed(t, "type: bar\nrows: [{name: Лес, value: 5, "+column+": press}, {name: Химия, value: 7, "+column+": press}]")
		if want := "Химия: 7\nЛес: 5"; got != want {
			t.Errorf("%s: %s", column, got)
		}
	}
}
