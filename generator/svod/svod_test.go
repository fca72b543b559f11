package main

import (
	"context"
	"io/fs"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/charmap"

	"example.org/svod/layouts"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"svod": main})
}

// needAssets skips a test that builds sites where the program has been built
// without styles and scripts, as on a clone before make.
func needAssets(t *testing.T) {
	t.Helper()
	if _, err := fs.Stat(layouts.Files, "dist/assets.json"); err != nil {
		t.Skip("the layouts are not built: run make")
	}
}

// Each file of testdata is a session at the command line.
func TestScripts(t *testing.T) {
	needAssets(t)
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			e.Setenv("LC_ALL", "ru_RU.UTF-8")
			e.Setenv("NO_COLOR", "1")
			return nil
		},
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"cp1251": cp1251},
		UpdateScripts: os.Getenv("UPDATE") != "",
	})
}

// cp1251 FROM TO copies a file of a session in the code page of old Windows.
func cp1251(ts *testscript.TestScript, _ bool, args []string) {
	b, err := charmap.Windows1251.NewEncoder().Bytes([]byte(ts.ReadFile(args[0])))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b, 0o644))
}

// A wrong command line is told apart from mistakes in the content.
func TestExitStatus(t *testing.T) {
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	for _, test := range []struct {
		args []string
		want int
	}{
		{[]string{"version"}, exitDone},
		{[]string{"bild"}, exitUsage},
		{[]string{"build", "--no-such-flag"}, exitUsage},
		{[]string{"new"}, exitUsage},
		{[]string{"check", "-s", t.TempDir()}, exitFailure},
	} {
		if got := run(context.Background(), test.args, streams{null, null, null}); got != test.want {
			t.Errorf("svod %v exits with %d, want %d", test.args, got, test.want)
		}
	}
}
