package devserver

import (
	"bytes"
	"html/template"
	"net/http"
)

// standIn is the page in place of one that cannot be shown. It carries no build,
// so that it makes room for the page as soon as there is one.
var standIn = template.Must(template.New("").Parse(`<!doctype html>
<html lang="{{.Words.Lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{.Words.NotBuilt}}</title>
<link rel="stylesheet" href="{{.Own}}overlay.css">
</head>
<body class="stand-in">
<h1>{{.Words.NotBuilt}}</h1>
<p>{{.Text}}</p>
{{.Script}}
</body>
</html>
`))

func (s *Server) sendStandIn(w http.ResponseWriter, r *http.Request, status int, text string) {
	var b bytes.Buffer
	err := standIn.Execute(&b, struct {
		Words     Words
		Own, Text string
		Script    template.HTML
	}{s.options.Words, own, text, template.HTML(s.script(""))})
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	answer(w, r, notFound, status, b.Bytes())
}
