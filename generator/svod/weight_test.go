package main

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"os"
	"path"
	"regexp"
	"testing"
)

// What a reader loads before reaching for a chart is little.
func TestHomePageIsLight(t *testing.T) {
	needAssets(t)
	public := os.DirFS(buildReport(t))
	page, err := fs.ReadFile(public, "index.html")
	if err != nil {
		t.Fatal(err)
	}
	script, all := 0, packed(page)
	for _, name := range regexp.MustCompile(`assets/[a-z]+\.[0-9A-Z]+\.(css|js)`).FindAllString(string(page), -1) {
		b, err := fs.ReadFile(public, name)
		if err != nil {
			t.Fatal(err)
		}
		if all += packed(b); path.Ext(name) == ".js" {
			script += len(b)
		}
	}
	if script == 0 || script > 3<<10 || all > 60<<10 {
		t.Errorf("%d bytes of script, %d bytes in all, packed", script, all)
	}
}

// packed is the size of bytes as a server sends them.
func packed(b []byte) int {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, _ = w.Write(b)
	_ = w.Close()
	return out.Len()
}
