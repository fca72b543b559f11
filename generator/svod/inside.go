package main

import (
	"os"
	"path/filepath"

	"example.org/svod/generator/content"
)

// checkSource refuses a folder inside a report, from which it cannot be seen: people
// open a terminal where they write.
func (p *program) checkSource() error {
	if exists(filepath.Join(p.flags.source, content.Folder)) || !exists(p.flags.source) {
		return nil
	}
	folder, err := filepath.Abs(p.flags.source)
	if err != nil {
		return err
	}
	for up := ".."; filepath.Dir(folder) != folder; up = filepath.Join(up, "..") {
		folder = filepath.Dir(folder)
		if exists(filepath.Join(folder, content.Folder, "_index.md")) {
			return saidError(p.say("inside-report", words{"Folder": folder, "Up": up}))
		}
	}
	return nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
