package attachment_test

import (
	"fmt"
	"strings"
	"testing"

	"example.org/svod/generator/attachment"
	"example.org/svod/generator/diag"
)

func TestKindsOfFile(t *testing.T) {
	for name, want := range map[string]string{
		"zavod.jpg": "picture", "ZAVOD.PNG": "picture", "clusters/les/skhema.svg": "picture", "zavod.v2.webp": "picture",
		"dogovor.pdf": "file", "tablica.xlsx": "file", "plan.csv": "file", "rech.mp3": "file", "arhiv.zip": "file",
		"karta.html": "", "karta.HTM": "", "script.js": "", "modul.mjs": "", "stranica.php": "", "dannye.xml": "", "vid.xhtml": "",
		"zavod.php.jpg": "", "otchet.html.pdf": "", "chertezh.svgz": "", "programma.exe": "", "bez-okonchaniya": "", "tochka.": "", ".jpg.": "",
	} {
		got := ""
		if attachment.Publishable(name) {
			got = "file"
		}
		if attachment.IsPicture(name) {
			got = "picture"
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// A picture is drawn; whatever else it does is told where it stands.
func TestSVG(t *testing.T) {
	for inside, want := range map[string]string{
		// What drawing programs write.
		`<rect width="3" height="4" fill="url(#tone)" style="fill:url('#tone')"/>`:                                              "",
		`<style>.a{fill:#fff;mask:url(#m)}</style><use href="#a"/><use xlink:href="#a"/>`:                                       "",
		`<image href="data:image/png;base64,AAAA"/>`:                                                                            "",
		`<a href="https://example.org/"><text>Подробнее</text></a>`:                                                             "",
		`<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/x" pagecolor="#fff"/>`:                             "",
		`<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata><!-- <script> -->`:              "",
		`<animate attributeName="opacity" values="0;1"/>`:                                                                       "",
		"<title>Сценарий</title>\n  <script>alert(1)</script>":                                                                  "3:3 program <script>",
		`<SCRIPT href="https://example.org/x.js"/>`:                                                                             "2:1 program <SCRIPT>|2:1 outside href",
		`<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>`:                                                           "2:1 program <script>",
		`<rect onclick="alert(1)"/>`:                                                                                            "2:1 program onclick",
		`<a xlink:href=" java&#10;script:alert(1)"><rect/></a>`:                                                                 "2:1 program href",
		`<set attributeName="xlink:href" to="javascript:alert(1)"/>`:                                                            "2:1 program <set>",
		`<animate attributeName="onclick" values="x"/>`:                                                                         "2:1 program <animate>",
		`<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><p>a</p></body></foreignObject>`:                             "2:1 page <foreignObject>",
		`<h:meta xmlns:h="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0"/>`:                                     "2:1 page <meta>",
		`<image href="https://example.org/pixel.png"/>`:                                                                         "2:1 outside href",
		`<image href="data:image/svg+xml,&lt;svg/&gt;"/>`:                                                                       "2:1 outside href",
		`<use href="ikonki.svg#a"/>`:                                                                                            "2:1 outside href",
		`<g xml:base="https://example.org/"><use href="#a"/></g>`:                                                               "2:1 outside base",
		`<rect fill="url(https://example.org/a.svg#b)"/>`:                                                                       "2:1 outside url(…)",
		`<rect style="fill: URL( 'https://example.org/a' )"/>`:                                                                  "2:1 outside url(…)",
		`<style>@import "https://example.org/a.css";</style>`:                                                                   "2:8 outside @import",
		`<style><![CDATA[ a{background:url(//example.org/a)} ]]></style>`:                                                       "2:8 outside url(…)",
		`<style>a{fill:u\72l(https://example.org)}</style>`:                                                                     "2:8 unreadable <style>",
		`<style>.a{font-family:'PT Sans'}/* url(#a) */ .b{fill:url("#b")}</style>`:                                              "",
		`<g inkscape:label="C:\Схемы\url(x)" data-name="src(1)" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"/>`: "",
		`<style><g/>@import url(//example.org/a.css);</style>`:                                                                  "2:8 unreadable <style>|2:8 outside @import",
		`<style>@im<!-- -->port "//example.org/a.css";</style>`:                                                                 "2:8 outside @import",
		`<style>a{fill:u<![CDATA[rl(]]>//example.org/a)}</style>`:                                                               "2:8 outside url(…)",
		`<style>@im<?x?>port "a.css";</style>`:                                                                                  "2:11 outside <?x?>",
		`<style>/* url(#a */ a{fill:url(//example.org/a)}</style>`:                                                              "2:8 outside url(…)",
		`<style>@font-face{font-family:a;src:url("data:font/woff2;base64,AAAA")}</style>`:                                       "",
		`<style>@font-face{font-family:a;src:url(a.woff2)}</style>`:                                                             "2:8 outside url(…)",
		`<style>@font-face{font-family:a;src: SRC("a.woff2")}</style>`:                                                          "2:8 outside SRC(…)",
		`<style>a{cursor:-webkit-image-set("a.png" 1x)}</style>`:                                                                "2:8 outside image-set(…)",
		`<style>a{fill:later( "https:example.org")}</style>`:                                                                    "2:8 outside <style>",
		`<style>a{fill:later('//example.org')}</style>`:                                                                         "2:8 outside <style>",
		`<rect style='cursor:image-set("https://example.org/a.png" 1x)'/>`:                                                      "2:1 outside image-set(…)",
		`<rect fill="\75rl(https://example.org/a)"/>`:                                                                           "2:1 unreadable fill",
		`<set attributeName="fill" to="u\72l(//example.org/a)"/>`:                                                               "2:1 unreadable to",
		`<animate attributeName="fill" values="#fff;url(//example.org/a#b)"/>`:                                                  "2:1 outside url(…)",
		`<animate attributeName="h&#114;ef" values="https://example.org/"/>`:                                                    "2:1 program <animate>",
		`<feImage xlink:href="//example.org/a.png"/>`:                                                                           "2:1 outside href",
		`<image x:href="a.png" xmlns:x="http://www.w3.org/1999/xlink"/>`:                                                        "2:1 outside href",
		`<a href="data:text/html,a"><rect/></a>`:                                                                                "2:1 outside href",
		`<a href="https://example.org/" ping="https://example.org/p"><rect/></a>`:                                               "2:1 outside ping",
		`<svg:foreignObject xmlns:svg="http://www.w3.org/2000/svg"/>`:                                                           "2:1 page <foreignObject>",
		`<rect>`:                          "3:1 unreadable ",
		`<text>&x;`:                       "2:7 unreadable ",
		`<?xml-stylesheet href="a.xsl"?>`: "2:1 outside <?xml-stylesheet?>",
	} {
		file := `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">` + "\n" + inside + "\n</svg>"
		var got []string
		for _, d := range attachment.CheckSVG(diag.NewText("a.svg", []byte(file))) {
			got = append(got, fmt.Sprintf("%d:%d %v %v", d.Line, d.Column, d.Args["Why"], d.Args["What"]))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s\n%q, want %q", inside, got, want)
		}
	}
	for _, declared := range []string{
		`<!ENTITY a "<script/>">]><svg>&a;</svg>`, `<!ENTITY % a SYSTEM "https://example.org/a"> %a;]><svg/>`,
		`<!ATTLIST svg onload CDATA "alert(1)">]><svg/>`,
	} {
		found := attachment.CheckSVG(diag.NewText("a.svg", []byte("<!DOCTYPE svg ["+declared)))
		if len(found) != 1 || found[0].Args["Why"] != "unreadable" {
			t.Errorf("%s: %+v", declared, found)
		}
	}
	doctype := `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg/>`
	if found := attachment.CheckSVG(diag.NewText("a.svg", []byte(doctype))); len(found) != 0 {
		t.Errorf("a plain picture: %+v", found)
	}
}
