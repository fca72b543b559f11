package site_test

import (
	"strings"
	"testing"
)

// An article says of what day the figures are that the report puts into its text,
// unless it is of that day itself or has none of them.
func TestDayOfFiguresInAnArticle(t *testing.T) {
	article := func(title, date, text string) string {
		return "---\ntitle: " + title + "\ndate: " + date + "\n---\n" + text + "\n"
	}
	s := drawn(t, promises(map[string]string{
		"_index.md":     "---\ntitle: Свод\nas_of: 2026-02-24\n---\n",
		"news/old.md":   article("Старая", "2025-03-02", "Обещано [[les.investment]]."),
		"news/total.md": article("Итог", "2025-03-02", "Всего [[total.investment]]."),
		"news/today.md": article("Сегодняшняя", "2026-02-24", "Обещано [[les.investment]]."),
		"news/own.md":   article("Со своими словами", "2025-03-02", "[[les|Лесу]] обещали [[les.investment|почти восемь]]."),
	}))
	for page, want := range map[string]bool{"old": true, "total": true, "today": false, "own": false} {
		html := strings.ReplaceAll(render(t, s, "news/"+page+"/index.html"), "\u00a0", " ")
		if got := strings.Contains(html, `по данным на <time datetime="2026-02-24">`); got != want {
			t.Errorf("%s: the day is said: %t", page, got)
		}
	}
}
