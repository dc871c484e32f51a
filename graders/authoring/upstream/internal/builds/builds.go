// Package builds asks BuildKit's frontend about Dockerfiles, as `docker build` does. Nothing is built: every base image has the
// same small configuration.
package builds

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/frontend/dockerfile/linter"
	"github.com/moby/buildkit/frontend/dockerui"
	"github.com/moby/buildkit/solver/pb"
	"github.com/opencontainers/go-digest"
	ocispecs "github.com/opencontainers/image-spec/specs-go/v1"
	"timonel/upstream/internal/lines"
)

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

// Convert makes of a Dockerfile what would be built, of all its stages or of those that the last one needs, and hands on what
// BuildKit's own checks warn about.
func Convert(text string, args map[string]string, allStages bool, warn linter.LintWarnFunc) (*dockerfile2llb.Result, error) {
	platform, state := ocispecs.Platform{OS: "linux", Architecture: "amd64"}, llb.Scratch()
	capabilities := pb.Caps.CapSet(pb.Caps.All())
	return dockerfile2llb.Dockerfile2LLB(context.Background(), []byte(text), dockerfile2llb.ConvertOpt{
		Config:         dockerui.Config{BuildPlatforms: []ocispecs.Platform{platform}, BuildArgs: args},
		MainContext:    &state,
		TargetPlatform: &platform,
		MetaResolver:   bases{},
		LLBCaps:        &capabilities,
		AllStages:      allStages,
		Warn:           warn,
	})
}

// Answer answers questions as lines.Answer does. A panic of the frontend is an answer too: Docker reports it as a failed build.
func Answer[Question, Reply any](panicked Reply, answer func(Question) Reply) {
	lines.Answer(func(asked Question) (said Reply) {
		defer func() {
			if wrong := recover(); wrong != nil {
				said = panicked
			}
		}()
		return answer(asked)
	})
}
