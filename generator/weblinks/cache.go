package weblinks

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"time"
)

// kept is how long a result is believed.
const kept = 24 * time.Hour

// A Cache is a file of results, by address. It may be deleted at any time.
type Cache struct {
	Path string
}

// Load returns the results that are less than a day old. A file that is not
// there or cannot be read holds none. Sites that could not be reached are not
// kept: they are asked again.
func (c Cache) Load(now time.Time) map[string]Result {
	results := map[string]Result{}
	b, err := os.ReadFile(c.Path)
	if err != nil || json.Unmarshal(b, &results) != nil {
		return map[string]Result{}
	}
	maps.DeleteFunc(results, func(_ string, r Result) bool {
		age := now.Sub(r.Checked)
		return age < 0 || age >= kept || r.State == Unreachable
	})
	return results
}

// Save writes results, all at once.
func (c Cache) Save(results map[string]Result) error {
	b, err := json.MarshalIndent(results, "", "\t")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(c.Path), 0o755); err != nil {
		return err
	}
	staged := c.Path + ".new"
	if err := os.WriteFile(staged, append(b, '\n'), 0o644); err != nil {
		return err
	}
	return os.Rename(staged, c.Path)
}
