package site_test

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"example.org/svod/generator/site"
)

// large is a report of n clusters with bodies of about ten kilobytes.
func large(n int) fstest.MapFS {
	paragraph := strings.Repeat("Томская область объявила о **создании** кластера - он включает пять организаций и [завод](https://example.org/1). ", 8)
	body := strings.Repeat("## Раздел\n\n"+paragraph+"\n\n- один\n- два\n\n| Год | Сумма |\n|---|---:|\n| 2025 | 7,9 |\n\n", 6)
	files := fstest.MapFS{"content/_index.md": {Data: []byte("---\ntitle: Отчёт\nbase_url: https://svod.example.org/\n---\n" + body)}}
	for i := range n {
		text := fmt.Sprintf("---\ntitle: Кластер %d\nstage: planned\ninvestment: %d млн ₽\nmembers:\n  - ООО «Участник %d»\n  - ООО «Участник %d»\n---\n%s", i, 1+i%900, i%300, (i+37)%300, body)
		files[fmt.Sprintf("content/clusters/cluster-%d.md", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// BenchmarkBuild reads, links and checks a report of a thousand clusters.
func BenchmarkBuild(b *testing.B) {
	o := site.Options{Source: large(1000), Layouts: layouts(b)}
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := site.NewBuilder(o).Build(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRebuild is what an edit of one page costs in a report of a thousand.
func BenchmarkRebuild(b *testing.B) {
	builder := site.NewBuilder(site.Options{Source: large(1000), Layouts: layouts(b)})
	if _, _, err := builder.Build(context.Background()); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := builder.Build(context.Background(), "content/clusters/cluster-7.md"); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkEditOfSum is what a new sum in the front matter of one page costs in a
// report of ten thousand: it may change totals, lists and charts.
func BenchmarkEditOfSum(b *testing.B) {
	files := large(10_000)
	const name = "content/clusters/cluster-7.md"
	before := string(files[name].Data)
	builder := site.NewBuilder(site.Options{Source: files, Layouts: layouts(b), Program: "test"})
	if _, _, err := builder.Build(context.Background()); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		sum := fmt.Sprintf("investment: %d млн ₽", 1000+n)
		files[name] = &fstest.MapFile{Data: []byte(strings.Replace(before, "investment: 8 млн ₽", sum, 1))}
		if _, _, err := builder.Build(context.Background(), name); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRender writes one page of a cluster.
func BenchmarkRender(b *testing.B) {
	s, _, err := site.NewBuilder(site.Options{Source: large(1000), Layouts: layouts(b)}).Build(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	for _, f := range s.Files {
		if f.Path != "clusters/cluster-7/index.html" {
			continue
		}
		b.ReportAllocs()
		for b.Loop() {
			if err := f.Render(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkReview looks over a report of a thousand clusters, as svod check does.
func BenchmarkReview(b *testing.B) {
	builder := site.NewBuilder(site.Options{Source: large(1000), Layouts: layouts(b)})
	if _, _, err := builder.Build(context.Background()); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := builder.Review(context.Background(), 365); err != nil {
			b.Fatal(err)
		}
	}
}
