// What the sidecar of a client does with requests, by the routes that istiod builds for it.
package main

import (
	"encoding/json"
	"fmt"
	"strconv"

	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	"istio.io/istio/pilot/pkg/model"
	generator "istio.io/istio/pilot/pkg/networking/core"
	"istio.io/istio/pkg/config/host"
	"istio.io/istio/pkg/config/protocol"
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
		ports := model.PortList{}
		for _, port := range one.Ports {
			ports = append(ports, &model.Port{Name: fmt.Sprintf("http-%d", port), Port: port, Protocol: protocol.HTTP})
		}
		all = append(all, &model.Service{
			Hostname:       host.Name(fmt.Sprintf("%s.%s.svc.cluster.local", one.Name, one.Namespace)),
			DefaultAddress: fmt.Sprintf("10.96.0.%d", index+1),
			Ports:          ports,
			Resolution:     model.ClientSideLB,
			Attributes: model.ServiceAttributes{
				Name: one.Name, Namespace: one.Namespace, ServiceRegistry: "Kubernetes",
				Labels: map[string]string{}, LabelSelectors: map[string]string{"app": one.Name},
			},
		})
	}
	return all
}

func answers(asked question) (said []envoy.Answer) {
	said = []envoy.Answer{}
	options := generator.TestOptions{Services: servicesOf(asked.Services), Configs: mesh.Configs(asked.Configs)}
	mesh.With(options, func(world *generator.ConfigGenTest) {
		proxy := world.SetupProxy(mesh.Proxy(asked.Client))
		clusters := map[string]bool{}
		for _, one := range world.Clusters(proxy) {
			clusters[one.Name] = true
		}
		tables := map[string]*route.RouteConfiguration{}
		for _, one := range world.Routes(proxy) {
			tables[one.Name] = one
		}
		for _, one := range asked.Calls {
			said = append(said, envoy.AnswerTo(tables[strconv.Itoa(one.Port)], one, clusters))
		}
	})
	return said
}

func main() {
	lines.Answer(answers)
}
