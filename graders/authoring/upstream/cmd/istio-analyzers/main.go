// What `istioctl analyze` says of a world of files: each code with the object that it is said of.
package main

import (
	"encoding/json"
	"slices"
	"strings"

	"istio.io/istio/pkg/config/analysis/analyzers"
	"istio.io/istio/pkg/config/analysis/local"
	"istio.io/istio/pkg/config/resource"
	"istio.io/istio/pkg/log"
	"timonel/upstream/internal/lines"
)

func answer(objects []json.RawMessage) []string {
	analyzer := local.NewSourceAnalyzer(analyzers.AllCombined(), "", resource.Namespace("istio-system"), nil)
	texts := []string{}
	for _, one := range objects {
		texts = append(texts, string(one))
	}
	source := local.ReaderSource{Name: "world", Reader: strings.NewReader(strings.Join(texts, "\n---\n"))}
	// Of the files alone, and with what runs, as in a cluster.
	if err := analyzer.AddTestReaderKubeSource([]local.ReaderSource{source}); err != nil {
		panic(err)
	}
	if err := analyzer.AddDefaultResources(); err != nil {
		panic(err)
	}
	stop := make(chan struct{})
	defer close(stop)
	result, err := analyzer.Analyze(stop)
	if err != nil {
		panic(err)
	}
	said := []string{}
	for _, message := range result.Messages {
		of := ""
		if message.Resource != nil {
			of = message.Resource.Origin.FriendlyName()
		}
		said = append(said, message.Type.Code()+" "+of)
	}
	slices.Sort(said)
	return slices.Compact(said)
}

func main() {
	for _, scope := range log.Scopes() {
		scope.SetOutputLevel(log.NoneLevel)
	}
	lines.Answer(answer)
}
