package site

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// inParallel calls do for every number below n, on all processors, and returns
// the first error, that of the context included.
func inParallel(ctx context.Context, n int, do func(i int) error) error {
	group, ctx := errgroup.WithContext(ctx)
	workers := min(n, runtime.GOMAXPROCS(0))
	for worker := range workers {
		group.Go(func() error {
			for i := worker; i < n; i += workers {
				if err := ctx.Err(); err != nil {
					return err
				}
				if err := do(i); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return group.Wait()
}
