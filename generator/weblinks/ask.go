package weblinks

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"time"
)

// mostRedirects is how often a page may send its visitor on.
const mostRedirects = 10

var errLoop = errors.New("weblinks: too many redirects")

// client follows redirections and notes whether all of them are for good.
func (c Checker) client() *http.Client {
	return &http.Client{
		Timeout: cmp.Or(c.Timeout, 15*time.Second),
		CheckRedirect: func(next *http.Request, via []*http.Request) error {
			if len(via) >= mostRedirects {
				return errLoop
			}
			if code := next.Response.StatusCode; code != http.StatusMovedPermanently && code != http.StatusPermanentRedirect {
				if temporary, ok := next.Context().Value(temporaryKey{}).(*bool); ok {
					*temporary = true
				}
			}
			return nil
		},
	}
}

// temporaryKey finds, in the context of a request, what is set where a
// redirection is not for good.
type temporaryKey struct{}

// ask asks for one page: its head, and where the answer is no plain yes, the page
// itself, since many sites do not answer HEAD or answer it wrongly.
func (c Checker) ask(ctx context.Context, client *http.Client, address string) Result {
	r := c.request(ctx, client, http.MethodHead, address)
	if r.State == Alive || r.State == Moved || r.Reason == NoName || r.Reason == Certificate || ctx.Err() != nil {
		return r
	}
	if !wait(ctx, c.pause()) {
		return r
	}
	return c.request(ctx, client, http.MethodGet, address)
}

func (c Checker) request(ctx context.Context, client *http.Client, method, address string) Result {
	temporary := false
	request, err := http.NewRequestWithContext(context.WithValue(ctx, temporaryKey{}, &temporary), method, address, nil)
	if err != nil {
		return Result{State: Unreachable, Reason: Connection, Checked: c.Now()}
	}
	request.Header.Set("User-Agent", cmp.Or(c.Agent, "Svod"))
	request.Header.Set("Accept", "text/html,*/*;q=0.8")
	response, err := client.Do(request)
	if err != nil {
		return Result{State: Unreachable, Reason: reasonOf(err), Checked: c.Now()}
	}
	response.Body.Close() // unread: the status is enough
	r := resultOf(response.StatusCode)
	r.Checked = c.Now()
	if final := response.Request.URL.String(); r.State == Alive && final != request.URL.String() && !temporary {
		r.State, r.Target = Moved, final
	}
	return r
}

// resultOf reads the status of a final answer.
func resultOf(status int) Result {
	switch {
	case status < 300:
		return Result{State: Alive, Status: status}
	case status == http.StatusNotFound, status == http.StatusGone:
		return Result{State: Dead, Status: status}
	case status >= 500:
		return Result{State: Unreachable, Status: status, Reason: ServerError}
	}
	return Result{State: Unreachable, Status: status, Reason: Refused}
}

func reasonOf(err error) Reason {
	var (
		name        *net.DNSError
		certificate *tls.CertificateVerificationError
		slow        net.Error
	)
	switch {
	case errors.Is(err, errLoop):
		return Loop
	case errors.As(err, &certificate):
		return Certificate
	case errors.As(err, &name) && name.IsNotFound:
		return NoName
	case errors.As(err, &slow) && slow.Timeout():
		return Timeout
	}
	return Connection
}
