package main

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"
)

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:         "version",
		Short:       p.say("version-short", nil),
		Args:        noArguments,
		Annotations: map[string]string{commonFlagNames: "lang help"},
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(p.out, "svod %s %s/%s %s\n", version, runtime.GOOS, runtime.GOARCH, runtime.Version())
			return err
		},
	}
}
