package devserver_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"example.org/svod/generator/devserver"
)

// ask sends a request exactly as it is written.
func (p *paper) ask(method, target, host, more string) *http.Response {
	p.t.Helper()
	c, err := net.Dial("tcp", strings.Trim(strings.TrimPrefix(p.url, "http:"), "/"))
	p.must(err)
	p.t.Cleanup(func() { c.Close() })
	_, err = fmt.Fprintf(c, "%s %s HTTP/1.1\r\nHost: %s\r\n%sConnection: close\r\n\r\n", method, target, host, more)
	p.must(err)
	r, err := http.ReadResponse(bufio.NewReader(c), &http.Request{Method: method})
	p.must(err)
	return r
}

func TestRequests(t *testing.T) {
	p := publish(t, map[string]string{
		"content/les.md": "Лес", "content/zavod.png": "\x89PNG", "layouts/style.css": "body{}",
		"secret.txt": "тайна", "content.txt": "тайна",
	})
	for _, test := range []struct {
		method, target string
		status         int
		contentType    string
		body           string
	}{
		{"GET", "/les/", 200, "text/html; charset=utf-8", "Лес"},
		{"GET", "/les/index.html", 200, "text/html; charset=utf-8", "Лес"},
		{"GET", "/les/?q=1", 200, "text/html; charset=utf-8", "Лес"},
		{"GET", "/les?q=1", 302, "", ""},
		{"GET", "/style.css", 200, "text/css; charset=utf-8", "body{}"},
		{"GET", "/zavod.png", 200, "image/png", "\x89PNG"},
		{"GET", "/nowhere/", 404, "text/html; charset=utf-8", "Такой страницы нет"},
		{"GET", "/style.css/", 404, "text/html; charset=utf-8", "Такой страницы нет"},
		{"GET", "/_svod/live.js", 200, "text/javascript; charset=utf-8", "EventSource"},
		{"GET", "/_svod/overlay.css", 200, "text/css; charset=utf-8", ":host"},
		{"GET", "/_svod/", 404, "", ""},
		{"HEAD", "/les/", 200, "text/html; charset=utf-8", ""},
		{"HEAD", "/nowhere/", 404, "text/html; charset=utf-8", ""},
		{"POST", "/les/", 405, "", ""},
		{"CONNECT", "/les/", 405, "", ""},

		// Nothing but the site is readable.
		{"GET", "/secret.txt", 404, "", ""},
		{"GET", "/../secret.txt", 404, "", ""},
		{"GET", "/les/../../secret.txt", 404, "", ""},
		{"GET", "/%2e%2e/secret.txt", 404, "", ""},
		{"GET", "/..%2fsecret.txt", 404, "", ""},
		{"GET", "/..%5csecret.txt", 404, "", ""},
		{"GET", "/content/les.md", 404, "", ""},
		{"GET", "/les/%00", 404, "", ""},
		{"GET", "//example.org/les", 404, "", ""},
	} {
		r := p.ask(test.method, test.target, "127.0.0.1", "")
		for r.StatusCode >= 301 && r.StatusCode != 302 && r.StatusCode < 400 { // what the library does about "//" and ".."
			r = p.ask(test.method, r.Header.Get("Location"), "127.0.0.1", "")
		}
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Fatal(err)
		}
		if r.StatusCode != test.status {
			t.Errorf("%s %s: status %d, want %d", test.method, test.target, r.StatusCode, test.status)
		}
		if got := r.Header.Get("Content-Type"); test.contentType != "" && got != test.contentType {
			t.Errorf("%s %s: %s, want %s", test.method, test.target, got, test.contentType)
		}
		if !strings.Contains(string(body), test.body) || strings.Contains(string(body), "тайна") {
			t.Errorf("%s %s: %q", test.method, test.target, body)
		}
		if r.Header.Get("Cross-Origin-Resource-Policy") != "same-origin" || r.Header.Get("X-Content-Type-Options") != "nosniff" ||
			r.Header.Get("Content-Security-Policy") != "frame-ancestors 'self'" {
			t.Errorf("%s %s: headers %v", test.method, test.target, r.Header)
		}
	}
	if r := p.ask("GET", "/les?q=1", "localhost", ""); r.Header.Get("Location") != "/les/?q=1" {
		t.Errorf("leads to %s", r.Header.Get("Location"))
	}
}

// The script is in pages and nowhere else, and a page that has not changed is
// not sent again.
func TestScriptAndTag(t *testing.T) {
	p := publish(t, map[string]string{"content/les.md": "Лес", "layouts/style.css": "body{}"})
	_, page := p.get("les/")
	if !strings.Contains(page, `<script src="/_svod/live.js" data-build="`) || !strings.HasSuffix(page, `defer></script></body></html>`) {
		t.Error(page)
	}
	if _, style := p.get("style.css"); style != "body{}" {
		t.Error(style)
	}
	tag := p.ask("GET", "/les/", "localhost", "").Header.Get("ETag")
	if r := p.ask("GET", "/les/", "localhost", "If-None-Match: "+tag+"\r\n"); tag == "" || r.StatusCode != http.StatusNotModified {
		t.Errorf("status %d for the tag %s", r.StatusCode, tag)
	}
}

// A site that makes its own name lead here is refused.
func TestHosts(t *testing.T) {
	files := map[string]string{"content/les.md": "Лес"}
	local := publish(t, files)
	open := publish(t, files, func(o *devserver.Options) { o.Hosts, o.AnyAddress = []string{"redaktsiya.local"}, true })
	for _, test := range []struct {
		host        string
		local, open int
	}{
		{"127.0.0.1:1604", 200, 200},
		{"127.0.0.1", 200, 200},
		{"localhost:8080", 200, 200},
		{"LOCALHOST", 200, 200},
		{"report.localhost:1604", 200, 200},
		{"[::1]:1604", 200, 200},
		{"evil.example", 403, 403},
		{"127.0.0.1.evil.example:1604", 403, 403},
		{"localhost.evil.example", 403, 403},
		{"", 403, 403},
		{"192.168.0.7:1604", 403, 200},
		{"redaktsiya.local:1604", 403, 200},
	} {
		for _, path := range []string{"/les/", "/_svod/live.js"} {
			if got := local.ask("GET", path, test.host, "").StatusCode; got != test.local {
				t.Errorf("%s of %q: status %d, want %d", path, test.host, got, test.local)
			}
			if got := open.ask("GET", path, test.host, "").StatusCode; got != test.open {
				t.Errorf("%s of %q on the network: status %d, want %d", path, test.host, got, test.open)
			}
		}
	}
	if r := local.ask("GET", "/_svod/events", "evil.example", ""); r.StatusCode != http.StatusForbidden {
		t.Errorf("events: status %d", r.StatusCode)
	}
}

// Another site may lead its reader here, and do nothing else.
func TestOtherOrigins(t *testing.T) {
	p := publish(t, map[string]string{"content/les.md": "Лес"})
	for fetch, want := range map[string]int{
		"": 200, "none document": 200, "same-origin image": 200, "cross-site document": 200,
		"cross-site iframe": 403, "cross-site image": 403, "same-site script": 403, "cross-site empty": 403,
	} {
		site, to, _ := strings.Cut(fetch, " ")
		more := ""
		if fetch != "" {
			more = "Sec-Fetch-Site: " + site + "\r\nSec-Fetch-Dest: " + to + "\r\n"
		}
		if got := p.ask("GET", "/les/", "localhost", more).StatusCode; got != want {
			t.Errorf("%q: status %d, want %d", fetch, got, want)
		}
	}
	if r := p.ask("GET", "/_svod/events", "localhost", "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: empty\r\n"); r.StatusCode != http.StatusForbidden {
		t.Errorf("events: status %d", r.StatusCode)
	}
}

// The end does not wait for open pages.
func TestShutdown(t *testing.T) {
	p := publish(t, map[string]string{"content/les.md": "Лес"})
	tab := p.open("now")
	tab.next()
	start := time.Now()
	p.stop()
	if took := time.Since(start); took > time.Second {
		t.Errorf("took %v", took)
	}
	if _, open := <-tab.messages; open {
		t.Error("the page is still told something")
	}
	if _, err := http.Get(p.url); err == nil {
		t.Error("the server still answers")
	}
}
