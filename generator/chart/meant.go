package chart

import (
	"example.org/svod/generator/dataset"
	"example.org/svod/generator/diag"
)

// russian are beginnings of the words in which a Russian thinks of what blocks
// have English ones for: keys, kinds of charts, columns of the ready tables.
var russian = diag.Dictionary{
	{"тип", []string{"type"}},
	{"вид", []string{"type"}},
	{"заголов", []string{"title"}},
	{"назван", []string{"title"}},
	{"данны", []string{"data"}},
	{"таблиц", []string{"data"}},
	{"строк", []string{"rows"}},
	{"лист", []string{"sheet"}},
	{"источник", []string{"source"}},
	{"единиц", []string{"unit"}},
	{"примеч", []string{"note"}},
	{"отбор", []string{"filter"}},
	{"фильтр", []string{"filter"}},
	{"порядок", []string{"sort"}},
	{"сортир", []string{"sort"}},
	{"групп", []string{"group"}},
	{"слож", []string{"sum"}},
	{"итог", []string{"sum"}},

	{"столб", []string{string(Columns)}},
	{"полос", []string{string(Bar)}},
	{"лини", []string{string(Lines)}},
	{"ступен", []string{string(Steps)}},
	{"област", []string{string(Areas)}},
	{"круг", []string{string(Pie)}},
	{"пирог", []string{string(Pie)}},
	{"кольц", []string{string(Ring)}},
	{"тепл", []string{string(Heatmap)}},
	{"точ", []string{string(Scatter)}},
	{"каскад", []string{string(Waterfall)}},
	{"поток", []string{string(Sankey)}},
	{"воронк", []string{string(Funnel)}},
	{"наклон", []string{string(Slope)}},
	{"лента", []string{string(Timeline)}},

	{"по убыв", []string{string(ByValue)}},
	{"по значен", []string{string(ByValue)}},
	{"по алфавит", []string{string(ByName)}},
	{"по имен", []string{string(ByName)}},
	{"стопк", []string{string(Stacked)}},
	{"процент", []string{string(Percent)}},

	{"кластер", []string{"cluster", "title"}},
	{"инвест", []string{"investment"}},
	{"сумм", []string{"investment", "sum"}},
	{"колич", []string{dataset.CountColumn}},
	{"регион", []string{"region"}},
	{"стади", []string{"stage"}},
	{"рабоч", []string{"jobs"}},
	{"участник", []string{"members"}},
	{"год", []string{"year"}},
	{"дата", []string{"date"}},
}

// meant is the word of a list that somebody who wrote another one meant; empty
// where that is not clear.
func meant(written string, known []string) string { return russian.Suggest(written, known) }
