// Package weblinks asks other sites whether the pages that a report links to are
// still there.
//
//	results, err := weblinks.Checker{Agent: "Svod"}.Check(ctx, addresses)
//
// It is a polite guest: few sites at once, one request at a time to each, a pause
// between two, its name in every request, the body of a page never read. It asks
// for the head of a page first, and for the page only where a site does not
// answer that as it should.
//
// Only a site that says so itself (404, 410) has lost a page. A site that is
// slow, broken or shut to programs may show the page to readers all the same, and
// is told apart. A [Cache] keeps what was learned for a day.
package weblinks

import (
	"cmp"
	"context"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"
)

// A State is what became of a page.
type State string

// States. Moved pages have another address for good (301, 308); a redirection
// that calls itself temporary counts as Alive.
const (
	Alive       State = "alive"
	Moved       State = "moved"
	Dead        State = "dead"
	Unreachable State = "unreachable"
)

// A Reason is why a site could not be reached.
type Reason string

// Reasons.
const (
	Timeout     Reason = "timeout"
	NoName      Reason = "name" // no such host
	Certificate Reason = "certificate"
	Loop        Reason = "loop"    // it redirects without end
	Refused     Reason = "refused" // 401, 403, 429 and their like
	ServerError Reason = "server"  // 5xx
	Connection  Reason = "connection"
)

// A Result is what was learned about one address.
type Result struct {
	State   State     `json:"state"`
	Status  int       `json:"status,omitempty"` // of HTTP; 0 where there was no answer
	Target  string    `json:"target,omitempty"` // where a moved page is now
	Reason  Reason    `json:"reason,omitempty"` // of Unreachable
	Checked time.Time `json:"checked"`
}

// A Checker holds the manners. The zero value of each field is a sensible one.
type Checker struct {
	// Agent is sent as User-Agent.
	Agent string
	// Sites is how many sites are asked at once: 4.
	Sites int
	// Pause is how long the next request to a site waits: one second.
	Pause time.Duration
	// Timeout is how long one answer may take: 15 seconds.
	Timeout time.Duration
	// Now tells the time of a result; time.Now.
	Now func() time.Time
}

// Check asks for each address, which must be of http or https, once. Of what was
// cancelled it returns what it has learned, with the error of the context.
func (c Checker) Check(ctx context.Context, addresses []string) (map[string]Result, error) {
	if c.Now == nil {
		c.Now = time.Now
	}
	sites := bySite(addresses)
	queue := make(chan []string, len(sites))
	for _, site := range sites {
		queue <- site
	}
	close(queue)
	var (
		mutex   sync.Mutex
		results = map[string]Result{}
		workers sync.WaitGroup
	)
	for range min(cmp.Or(c.Sites, 4), len(sites)) {
		workers.Go(func() {
			client := c.client()
			for site := range queue {
				c.askSite(ctx, client, site, func(address string, r Result) {
					mutex.Lock()
					defer mutex.Unlock()
					results[address] = r
				})
			}
		})
	}
	workers.Wait()
	return results, ctx.Err()
}

// askSite asks one site for its pages, one after another.
func (c Checker) askSite(ctx context.Context, client *http.Client, addresses []string, learned func(string, Result)) {
	for i, address := range addresses {
		if i > 0 && !wait(ctx, c.pause()) {
			return
		}
		r := c.ask(ctx, client, address)
		if ctx.Err() != nil {
			return // what it says of a request that was cut short is not about the page
		}
		learned(address, r)
	}
}

func (c Checker) pause() time.Duration { return cmp.Or(c.Pause, time.Second) }

// wait waits unless the context ends first.
func wait(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}

// bySite groups addresses by their hosts, each address once.
func bySite(addresses []string) [][]string {
	addresses = slices.Compact(slices.Sorted(slices.Values(addresses)))
	index := map[string]int{}
	var sites [][]string
	for _, address := range addresses {
		u, err := url.Parse(address)
		if err != nil {
			continue
		}
		i, known := index[u.Host]
		if !known {
			i = len(sites)
			index[u.Host] = i
			sites = append(sites, nil)
		}
		sites[i] = append(sites[i], address)
	}
	return sites
}
