// What BuildKit warns about in a Dockerfile, with the lines, as `docker build --check` asks it.
package main

import (
	"fmt"
	"sort"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"timonel/upstream/internal/builds"
)

type question struct {
	Text string            `json:"text"`
	Args map[string]string `json:"args"`
}

type reply struct {
	// Why it cannot be built.
	Error string `json:"error,omitempty"`
	// `line check: detail`, each once.
	Warnings []string `json:"warnings"`
}

func main() {
	builds.Answer(reply{Error: "panic", Warnings: []string{}}, func(asked question) reply {
		warnings := map[string]bool{}
		_, err := builds.Convert(asked.Text, asked.Args, true, func(name, _, _, detail string, location []parser.Range) {
			// The images of this program are for one platform.
			if name != "InvalidBaseImagePlatform" {
				warnings[fmt.Sprintf("%d %s: %s", location[0].Start.Line, name, detail)] = true
			}
		})
		said := reply{Warnings: []string{}}
		for one := range warnings {
			said.Warnings = append(said.Warnings, one)
		}
		sort.Strings(said.Warnings)
		// With `error=true` the warnings themselves are the error.
		if err != nil && !strings.HasPrefix(err.Error(), "lint violation found") {
			said.Error = err.Error()
		}
		return said
	})
}
