// What BuildKit makes of a Dockerfile: the configuration of the image it would build and the names of its own checks that
// warn, or why it refuses the file.
package main

import (
	"sort"

	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"timonel/upstream/internal/builds"
)

type question struct {
	Text string `json:"text"`
}

type image struct {
	Env         []string          `json:"env"`
	Entrypoint  []string          `json:"entrypoint"`
	Cmd         []string          `json:"cmd"`
	WorkingDir  string            `json:"workdir"`
	User        string            `json:"user"`
	Exposed     []string          `json:"exposes"`
	Volumes     []string          `json:"volumes"`
	Labels      map[string]string `json:"labels"`
	StopSignal  string            `json:"stopSignal"`
	Healthcheck []string          `json:"healthcheck"`
}

type reply struct {
	// Why the build of the last stage is refused, and why a look at all stages is.
	Error    string   `json:"error,omitempty"`
	Check    string   `json:"check,omitempty"`
	Image    *image   `json:"image,omitempty"`
	Warnings []string `json:"warnings,omitempty"`
}

func main() {
	builds.Answer(reply{Error: "panic"}, func(asked question) (said reply) {
		warnings := map[string]bool{}
		convert := func(allStages bool) (*dockerfile2llb.Result, error) {
			return builds.Convert(asked.Text, nil, allStages, func(name, _, _, _ string, _ []parser.Range) {
				warnings[name] = true
			})
		}
		// As `docker build --check` does: a stage that the last one does not need is judged too.
		if _, err := convert(true); err != nil {
			said.Check = err.Error()
		}
		result, err := convert(false)
		if err != nil {
			said.Error = err.Error()
			return said
		}
		config := result.Image.Config
		made := image{
			Env: config.Env, Entrypoint: config.Entrypoint, Cmd: config.Cmd, WorkingDir: config.WorkingDir, User: config.User,
			Exposed: names(config.ExposedPorts), Volumes: names(config.Volumes), Labels: config.Labels, StopSignal: config.StopSignal,
		}
		if config.Healthcheck != nil {
			made.Healthcheck = config.Healthcheck.Test
		}
		said.Image, said.Warnings = &made, names(warnings)
		return said
	})
}

func names[V any](set map[string]V) []string {
	all := []string{}
	for name := range set {
		all = append(all, name)
	}
	sort.Strings(all)
	return all
}
