package chart_test

import (
	"fmt"
	"strings"
	"testing"
)

// Sentences are begun with a capital letter, tell what is not known, count nothing
// that is not there, and are not more than can be listened to.
func TestSummaryOfSeriesAndChanges(t *testing.T) {
	var many strings.Builder
	for i := range 5 {
		fmt.Fprintf(&many, "\n  - {год: %d, кто: Ряд %d, сумма: %d}\n  - {год: %d, кто: Ряд %d, сумма: %d}", 2024, i, i+1, 2025, i, 10*i+2)
	}
	for _, test := range []struct{ block, want string }{
		{
			"type: line\nx: год\ny: [план, факт]\nrows: [{год: 2024, план: 5, факт: 4}, {год: 2025, план: 6, факт: н/д}]",
			"План: 2024 — 5; 2025 — 6. Факт: 2024 — 4. Значение не названо у 1 из 2.",
		},
		{
			"type: step\nx: д\ny: с\ngroup: к\nrows: [{д: 2025-02-11, к: лес, с: 5 ₽}, {д: 2025-03, к: лес, с: 7 ₽}, {д: 2025-02-11, к: дом, с: н/д}]",
			"Лес: 11 февраля 2025 — 5 ₽; март 2025 — 7 ₽. Дом: не объявлено.",
		},
		{
			"type: line\nx: год\ny: сумма\ngroup: кто\nrows:" + many.String(),
			"В конце больше всех — «Ряд 4», 42; меньше всех — «Ряд 0», 2.",
		},
		{
			"type: column\nx: год\ny: сумма\ngroup: кто\nrows:" + many.String(),
			"Больше всего, 42, — «Ряд 4», 2025; меньше всего, 1, — «Ряд 0», 2024.",
		},
		{
			"type: heatmap\ny: кто\nx: сумма\ngroup: год\nrows:" + many.String(),
			"2024: больше всех — «Ряд 4», 5; меньше всех — «Ряд 0», 1. 2025: больше всех — «Ряд 4», 42; меньше всех — «Ряд 0», 2.",
		},
		{
			"type: heatmap\ny: год\nx: сумма\ngroup: кто\nrows:" + many.String(),
			"Больше всего, 42, — «Ряд 4», 2025; меньше всего, 1, — «Ряд 0», 2024.",
		},
		{"type: waterfall\nrows: {Лес: 5, Дом: н/д, Сад: 7}", "В итоге 12 (по 2 из 3). Самый большой шаг — «Сад»: +7."},
		{"type: waterfall\nrows: {Лес: 5}", "В итоге 5."},
		{"type: slope\nx: [было, стало]\ny: имя\nrows: [{имя: Лес, было: 1, стало: 2}]", "Было → стало. «Лес»: 1 → 2."},
		{"type: slope\nx: [было, стало]\ny: имя\nrows: [{имя: Лес, было: 1, стало: 2}, {имя: Дом, было: 1, стало: 1}]", "Было → стало. Сильнее всего изменилось — «Лес»: 1 → 2. Стало больше: 1, без изменений: 1."},
		{"type: timeline\nx: д\ny: что\nrows: [{д: 2025-02-11, что: Объявили}, {д: н/д, что: Запустили}]", "«Объявили» — 11 февраля 2025. Нет на диаграмме, потому что дата не названа: 1 из 2."},
		{"type: timeline\nx: д\ny: что\nrows: [{д: 2025-02-11, что: Объявили}, {д: 2025-02-11, что: Запустили}]", "Все отметки — 11 февраля 2025."},
		{"type: scatter\nx: места\ny: сумма\nlabel: имя\nrows: [{имя: Лес, места: 1, сумма: 2}, {имя: Дом, места: 3, сумма: 4}]", "Места: больше всех — «Дом», 3; меньше всех — «Лес», 1. Сумма: больше всех — «Дом», 4; меньше всех — «Лес», 2."},
	} {
		got := mustBind(t, "ru", "title: Суммы\n"+test.block+"\n").Summary()
		if got = strings.ReplaceAll(got, "\u00a0", " "); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.block, got, test.want)
		}
	}
}
