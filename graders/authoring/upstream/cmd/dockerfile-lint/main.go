// What BuildKit warns about in a Dockerfile, with the lines, as `docker build --check` asks it. Nothing is built: every base
// image has the same small configuration.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"sort"
	"strings"

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
	Text string            `json:"text"`
	Args map[string]string `json:"args"`
}

type reply struct {
	// Why it cannot be built.
	Error string `json:"error,omitempty"`
	// `line check: detail`, each once.
	Warnings []string `json:"warnings"`
}

type bases struct{}

var base, _ = json.Marshal(map[string]any{
	"architecture": "amd64",
	"os":           "linux",
	"config":       map[string]any{"Env": []string{"PATH=/usr/bin:/bin"}, "Cmd": []string{"/bin/sh"}},
	"rootfs":       map[string]any{"type": "layers", "diff_ids": []string{"sha256:" + strings.Repeat("0", 64)}},
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
				said = reply{Error: "panic", Warnings: []string{}}
			}
		}()
		warnings := map[string]bool{}
		state := llb.Scratch()
		_, err := dockerfile2llb.Dockerfile2LLB(context.Background(), []byte(asked.Text), dockerfile2llb.ConvertOpt{
			Config:         dockerui.Config{BuildPlatforms: []ocispecs.Platform{platform}, BuildArgs: asked.Args},
			MainContext:    &state,
			TargetPlatform: &platform,
			MetaResolver:   bases{},
			AllStages:      true,
			Warn: func(name, _, _, detail string, location []parser.Range) {
				// The images of this program are for one platform.
				if name != "InvalidBaseImagePlatform" {
					warnings[fmt.Sprintf("%d %s: %s", location[0].Start.Line, name, detail)] = true
				}
			},
		})
		said.Warnings = []string{}
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
