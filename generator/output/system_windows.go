package output

import (
	"errors"
	"time"

	"golang.org/x/sys/windows"
)

func isDiskFull(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

func isReadOnly(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

// retry renames again for a second where a file is held open, as a virus scanner
// or a web server does for a moment with every new file.
func retry(rename func() error) error {
	for wait := time.Millisecond; ; wait *= 2 {
		err := rename()
		if wait > 512*time.Millisecond ||
			!errors.Is(err, windows.ERROR_ACCESS_DENIED) && !errors.Is(err, windows.ERROR_SHARING_VIOLATION) {
			return err
		}
		time.Sleep(wait)
	}
}
