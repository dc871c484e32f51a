// What BuildKit makes of a Dockerfile: the configuration of the image it would build and the names of its own checks that
// warn, or why it refuses the file. Nothing is built: every base image has the same small configuration.
package main

import (
	"context"
	"encoding/json"
	"sort"

	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerui"
	"github.com/opencontainers/go-digest"
	ocispecs "github.com/opencontainers/image-spec/specs-go/v1"
	"timonel/upstream/internal/lines"
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

type bases struct{}

var base, _ = json.Marshal(map[string]any{
	"architecture": "amd64",
	"os":           "linux",
	"config":       map[string]any{"Env": []string{"PATH=/usr/bin:/bin"}, "Cmd": []string{"/bin/sh"}},
})

func (bases) ResolveImageConfig(_ context.Context, ref string, _ sourceresolver.Opt) (string, digest.Digest, []byte, error) {
	return ref, digest.FromBytes(base), base, nil
}

func main() {
	platform := ocispecs.Platform{OS: "linux", Architecture: "amd64"}
	lines.Answer(func(asked question) (said reply) {
		// A panic of the frontend is an answer too: Docker reports it as a failed build.
		defer func() {
			if wrong := recover(); wrong != nil {
				said = reply{Error: "panic"}
			}
		}()
		warnings := map[string]bool{}
		convert := func(allStages bool) (*dockerfile2llb.Result, error) {
			state := llb.Scratch()
			return dockerfile2llb.Dockerfile2LLB(context.Background(), []byte(asked.Text), dockerfile2llb.ConvertOpt{
				Config:         dockerui.Config{BuildPlatforms: []ocispecs.Platform{platform}},
				MainContext:    &state,
				TargetPlatform: &platform,
				MetaResolver:   bases{},
				AllStages:      allStages,
				Warn: func(name, _, _, _ string, _ []parser.Range) {
					warnings[name] = true
				},
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
