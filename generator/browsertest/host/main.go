// Command host serves the site of a report to a browser under test, with a
// Content-Security-Policy. A file is rendered when it is asked for: few of those of
// a page full of charts are.
//
//	host DIR POLICY CACHE
//
// Drawn charts are kept in the folder CACHE, since many tests look at the same. It
// prints its address and goes on until its standard input is closed. Tests run
// it as a program of its own, built without the race detector, under which a
// chart takes ten times as long to draw.
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"mime"
	"net"
	"net/http"
	"os"
	"path"
	"strings"

	"example.org/svod/generator/diag"
	"example.org/svod/generator/output"
	"example.org/svod/generator/site"
	"example.org/svod/layouts"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 4 {
		log.Fatal("usage: host DIR POLICY CACHE")
	}
	s, err := plan(os.Args[1], os.Args[3])
	if err != nil {
		log.Fatal(err)
	}
	s.policy = os.Args[2]
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("http://%s/\n", listener.Addr())
	go func() { log.Fatal(http.Serve(listener, s)) }()
	_, _ = io.Copy(io.Discard, os.Stdin)
}

// A server has the files of a site by their paths.
type server struct {
	files  map[string]output.File
	policy string
}

func plan(dir, cache string) (*server, error) {
	source, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	built, mistakes, err := site.NewBuilder(site.Options{Source: source.FS(), Layouts: layouts.Files, Cache: cache}).Build(context.Background())
	if err != nil || diag.HasErrors(mistakes) {
		return nil, fmt.Errorf("the report is not planned: %v %+v", err, mistakes)
	}
	s := &server{files: map[string]output.File{}}
	for _, f := range built.Files {
		s.files[f.Path] = f
	}
	return s, nil
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	f, ok := s.files[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Security-Policy", s.policy)
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	if err := f.Render(w); err != nil {
		log.Print(err)
		panic(http.ErrAbortHandler) // the browser complains, and so does the test
	}
}
