package chart_test

import ("os";"testing";"path/filepath";"strings")

func TestZZLook(t *testing.T) {
	files, _ := filepath.Glob("/tmp/cw/look/*.chart")
	d := drawer(t, "")
	for _, f := range files {
		src, _ := os.ReadFile(f)
		c := mustBind(t, "ru", string(src))
		p, err := d.Draw(t.Context(), c, "x")
		if err != nil { t.Fatal(f, err) }
		os.WriteFile(strings.TrimSuffix(f,".chart")+".w.svg", p.Wide, 0o644)
		os.WriteFile(strings.TrimSuffix(f,".chart")+".n.svg", p.Narrow, 0o644)
		t.Log(c.Summary())
	}
}
