// Which files of a folder reach a build, by the code that sends the context: the reader of `.dockerignore` and the filter over
// the file system.
package main

import (
	"context"
	"io"
	gofs "io/fs"
	"path"
	"sort"
	"strings"
	"time"

	"github.com/moby/patternmatcher/ignorefile"
	"github.com/tonistiigi/fsutil"
	"github.com/tonistiigi/fsutil/types"
	"timonel/upstream/internal/lines"
)

type question struct {
	Text  string   `json:"text"`
	Paths []string `json:"paths"`
}

type reply struct {
	Sent  []string `json:"sent"`
	Error string   `json:"error,omitempty"`
}

func main() {
	lines.Answer(func(asked question) reply {
		patterns, err := ignorefile.ReadAll(strings.NewReader(asked.Text))
		if err != nil {
			return reply{Error: err.Error()}
		}
		filtered, err := fsutil.NewFilterFS(folder(asked.Paths), &fsutil.FilterOpt{ExcludePatterns: patterns})
		if err != nil {
			return reply{Error: err.Error()}
		}
		sent := []string{}
		err = filtered.Walk(context.Background(), "", func(name string, entry gofs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				sent = append(sent, name)
			}
			return err
		})
		if err != nil {
			return reply{Error: err.Error()}
		}
		sort.Strings(sent)
		return reply{Sent: sent}
	})
}

// folder is a file system of empty files.
type folder []string

func (paths folder) Open(string) (io.ReadCloser, error) { return nil, gofs.ErrNotExist }

func (paths folder) Walk(_ context.Context, _ string, visit gofs.WalkDirFunc) error {
	return paths.walk("", visit)
}

func (paths folder) walk(at string, visit gofs.WalkDirFunc) error {
	children := map[string]bool{}
	for _, one := range paths {
		rest, inside := strings.CutPrefix(one, at)
		if !inside {
			continue
		}
		name, _, isFolder := strings.Cut(rest, "/")
		children[name] = children[name] || isFolder
	}
	names := []string{}
	for name := range children {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		isFolder := children[name]
		switch err := visit(at+name, entry{at + name, isFolder}, nil); {
		case err == gofs.SkipDir && isFolder:
			continue
		case err != nil:
			return err
		}
		if isFolder {
			if err := paths.walk(at+name+"/", visit); err != nil {
				return err
			}
		}
	}
	return nil
}

type entry struct {
	path     string
	isFolder bool
}

func (e entry) Name() string { return path.Base(e.path) }
func (e entry) IsDir() bool  { return e.isFolder }
func (e entry) Type() gofs.FileMode {
	if e.isFolder {
		return gofs.ModeDir
	}
	return 0
}
func (e entry) Info() (gofs.FileInfo, error) { return info{e}, nil }

type info struct{ entry }

func (i info) Size() int64         { return 0 }
func (i info) Mode() gofs.FileMode { return i.Type() | 0o644 }
func (i info) ModTime() time.Time  { return time.Unix(0, 0) }
func (i info) Sys() any            { return &types.Stat{Path: i.path, Mode: uint32(i.Mode())} }
