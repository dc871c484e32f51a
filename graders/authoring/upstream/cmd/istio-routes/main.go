// What the sidecar of a client does with requests, by the routes that istiod builds for it.
package main

import (
	"encoding/json"
	"strconv"

	"istio.io/istio/pilot/pkg/model"
	generator "istio.io/istio/pilot/pkg/networking/core"
	"timonel/upstream/internal/envoy"
	"timonel/upstream/internal/lines"
	"timonel/upstream/internal/mesh"
)

type service struct {
	Name      string `json:"name"`
	Namespace string `json:"namespace"`
	// Ports speak HTTP, and lead to a port of the pods with the same number.
	Ports []int `json:"ports"`
}

type question struct {
	Services []service         `json:"services"`
	Configs  []json.RawMessage `json:"configs"`
	Client   mesh.Workload     `json:"client"`
	Calls    []envoy.Call      `json:"calls"`
}

func servicesOf(asked []service) []*model.Service {
	all := []*model.Service{}
	for index, one := range asked {
		made := mesh.Service(index, one.Name, one.Namespace, one.Ports)
		made.Attributes.LabelSelectors = map[string]string{"app": one.Name}
		all = append(all, made)
	}
	return all
}

func answers(asked question) (said []envoy.Answer) {
	said = []envoy.Answer{}
	options := generator.TestOptions{Services: servicesOf(asked.Services), Configs: mesh.Configs(asked.Configs)}
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
