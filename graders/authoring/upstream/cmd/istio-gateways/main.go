// What the proxy of a gateway does with what comes from outside, by the listeners and routes that istiod builds for it.
package main

import (
	"encoding/json"

	"istio.io/istio/pilot/pkg/model"
	generator "istio.io/istio/pilot/pkg/networking/core"
	"timonel/upstream/internal/envoy"
	"timonel/upstream/internal/lines"
	"timonel/upstream/internal/mesh"
)

type question struct {
	Services []mesh.Named `json:"services"`
	// Gateway is the Service of the proxies that are asked.
	Gateway mesh.Named         `json:"gateway"`
	Configs []json.RawMessage  `json:"configs"`
	Calls   []envoy.Connection `json:"calls"`
}

const address = "10.0.2.1"

var labels = map[string]string{"istio": "ingressgateway"}

func worldOf(asked question) generator.TestOptions {
	options := generator.TestOptions{Services: mesh.Services(asked.Services), Configs: mesh.Configs(asked.Configs)}
	gateway := mesh.Service(len(asked.Services), asked.Gateway.Name, asked.Gateway.Namespace, asked.Gateway.Ports)
	gateway.Attributes.LabelSelectors = labels
	options.Services = append(options.Services, gateway)
	for _, port := range gateway.Ports {
		options.Instances = append(options.Instances, &model.ServiceInstance{Service: gateway, ServicePort: port, Endpoint: &model.IstioEndpoint{
			Addresses: []string{address}, EndpointPort: uint32(port.Port), ServicePortName: port.Name, Namespace: asked.Gateway.Namespace,
			Labels: labels,
		}})
	}
	return options
}

func answers(asked question) (said []envoy.Answer) {
	said = []envoy.Answer{}
	mesh.With(worldOf(asked), func(world *generator.ConfigGenTest) {
		proxy := mesh.Proxy(mesh.Workload{Namespace: asked.Gateway.Namespace, Labels: labels})
		proxy.Type = model.Router
		proxy.ID = asked.Gateway.Name + "." + asked.Gateway.Namespace
		proxy.IPAddresses = []string{address}
		routing := mesh.RoutingOf(world, proxy)
		listeners := world.Listeners(proxy)
		for _, one := range asked.Calls {
			said = append(said, envoy.AnswerAt(listeners, one, routing.Tables, routing.Clusters))
		}
	})
	return said
}

func main() {
	lines.Answer(answers)
}
