package devserver

import (
	"context"
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

// A batch is ready when all is quiet, later while a file is missing or empty,
// and never later than the longest wait.
func TestSettle(t *testing.T) {
	const ms = time.Millisecond
	type at struct {
		after time.Duration // since the one before
		path  string
	}
	for _, test := range []struct {
		name       string
		changes    []at
		unfinished func(since time.Duration) bool
		ready      time.Duration // since the first change
		want       batch
	}{
		{"one", []at{{0, "a"}}, nil, 6 * ms, batch{paths: []string{"a"}}},
		{"several, in order and once", []at{{0, "b"}, {2 * ms, "a"}, {5 * ms, "b"}}, nil, 13 * ms, batch{paths: []string{"a", "b"}}},
		{
			"many, in bursts",
			[]at{{0, "a"}, {ms, "b"}, {ms, "c"}, {ms, "d"}, {ms, "e"}, {5 * ms, "f"}, {17 * ms, "g"}},
			nil, 50 * ms,
			batch{paths: []string{"a", "b", "c", "d", "e", "f", "g"}},
		},
		{"anything", []at{{0, "a"}, {ms, ""}}, nil, 7 * ms, batch{all: true, paths: []string{"a"}}},
		{
			"an empty file that is written at last",
			[]at{{0, "a"}, {50 * ms, "a"}},
			func(since time.Duration) bool { return since < 50*ms }, 56 * ms,
			batch{paths: []string{"a"}},
		},
		{"a file that is gone", []at{{0, "a"}}, func(time.Duration) bool { return true }, 86 * ms, batch{paths: []string{"a"}}},
		{"without end", slices.Repeat([]at{{5 * ms, "a"}}, 400), nil, 1000 * ms, batch{paths: []string{"a"}}},
		{"without end and never finished", slices.Repeat([]at{{5 * ms, "a"}}, 400), func(time.Duration) bool { return true }, 1000 * ms, batch{paths: []string{"a"}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				first := time.Now().Add(test.changes[0].after)
				s := settler{quiet: 6 * ms, grace: 80 * ms, longest: 1000 * ms, unfinished: func(string) bool {
					return test.unfinished != nil && test.unfinished(time.Since(first))
				}}
				changes, out := make(chan change), make(chan batch)
				go s.run(ctx, changes, nil, out)
				go func() {
					for _, c := range test.changes {
						select {
						case <-time.After(c.after):
						case <-ctx.Done():
							return
						}
						select {
						case changes <- change{c.path}:
						case <-ctx.Done():
							return
						}
					}
				}()
				got := <-out
				if took := time.Since(first); took != test.ready {
					t.Errorf("ready after %v, want %v", took, test.ready)
				}
				if got.all != test.want.all || !slices.Equal(got.paths, test.want.paths) {
					t.Errorf("%+v, want %+v", got, test.want)
				}
			})
		})
	}
}

// While a build goes on, changes gather in one batch.
func TestSettleWhileBuilding(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		s := settler{quiet: 6 * time.Millisecond, grace: 80 * time.Millisecond, longest: time.Second, unfinished: func(string) bool { return false }}
		changes, asked, out := make(chan change), make(chan string), make(chan batch)
		go s.run(ctx, changes, asked, out)
		for _, path := range []string{"a", "b", "c"} {
			changes <- change{path}
			time.Sleep(5 * time.Second) // of building
		}
		asked <- "d"
		time.Sleep(5 * time.Second)
		if got := <-out; !slices.Equal(got.paths, []string{"a", "b", "c", "d"}) {
			t.Errorf("%+v", got)
		}
		synctest.Wait()
		select {
		case got := <-out:
			t.Errorf("and %+v", got)
		case <-time.After(time.Minute):
		}
	})
}
