// What the sidecar of a client does with requests, by the routes that istiod builds for it.
package main

import (
	"encoding/json"
	"strconv"

	generator "istio.io/istio/pilot/pkg/networking/core"
	"timonel/upstream/internal/envoy"
	"timonel/upstream/internal/lines"
	"timonel/upstream/internal/mesh"
)

type question struct {
	Services []mesh.Named      `json:"services"`
	Configs  []json.RawMessage `json:"configs"`
	Client   mesh.Workload     `json:"client"`
	Calls    []envoy.Call      `json:"calls"`
}

func answers(asked question) (said []envoy.Answer) {
	said = []envoy.Answer{}
	options := generator.TestOptions{Services: mesh.Services(asked.Services), Configs: mesh.Configs(asked.Configs)}
	mesh.With(options, func(world *generator.ConfigGenTest) {
		routing := mesh.RoutingOf(world, mesh.Proxy(asked.Client))
		for _, one := range asked.Calls {
			said = append(said, envoy.AnswerTo(routing.Tables[strconv.Itoa(one.Port)], one, routing.Clusters))
		}
	})
	return said
}

func main() {
	lines.Answer(answers)
}
