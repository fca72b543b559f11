package chart_test

import "testing"

// What is written in per cent stays so, and a share is not said to be a share of
// itself.
func TestPercent(t *testing.T) {
	for _, test := range []struct{ block, want string }{
		{"type: pie\nrows: {Фарма: 60 %, Спецхимия: 40%}", "60 %; 40 %"},
		{"type: ring\nunit: '%'\nrows: {Фарма: 60, Спецхимия: 40}", "60 %; 40 %"},
		{"type: pie\nrows: {Фарма: 60, Спецхимия: 40}", "60, 60 %; 40, 40 %"},
		{"type: bar\nrows: {Фарма: 60 %, Спецхимия: 45%}", "60 %; 45 %"},
		{"type: column\nrows: {Фарма: 60 %, Спецхимия: 45%}", "60 %; 45 %"},
		{"type: scatter\nx: a\ny: b\nrows: [{a: 5%, b: 10}, {a: 10%, b: 2}]", "5 %, 10; 10 %, 2"},
		{"type: bar\nunit: '% плана'\nrows: {Фарма: 60 %, Спецхимия: 45}", "60 % плана; 45 % плана"},
	} {
		wantCells(t, test.block, nil, test.want)
	}
}
