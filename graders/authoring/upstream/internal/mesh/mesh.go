// Package mesh makes what istiod knows of a world: its configuration, its Services, and a proxy of it.
package mesh

import (
	"encoding/json"
	"fmt"
	"strings"

	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	"istio.io/istio/pilot/pkg/config/kube/crd"
	"istio.io/istio/pilot/pkg/model"
	generator "istio.io/istio/pilot/pkg/networking/core"
	"istio.io/istio/pkg/config"
	"istio.io/istio/pkg/config/constants"
	"istio.io/istio/pkg/config/host"
	"istio.io/istio/pkg/config/protocol"
	"istio.io/istio/pkg/test"
)

// Workload is a pod with a sidecar.
type Workload struct {
	Namespace string            `json:"namespace"`
	Labels    map[string]string `json:"labels"`
}

// Configs reads objects of Istio, the oldest first.
func Configs(objects []json.RawMessage) []config.Config {
	texts := []string{}
	for _, one := range objects {
		texts = append(texts, string(one))
	}
	configs, _, err := crd.ParseInputs(strings.Join(texts, "\n---\n"))
	if err != nil {
		panic(err)
	}
	for index := range configs {
		configs[index].Domain = constants.DefaultClusterLocalDomain
	}
	return configs
}

// Proxy describes the sidecar of a pod.
func Proxy(of Workload) *model.Proxy {
	return &model.Proxy{
		ConfigNamespace: of.Namespace,
		Labels:          of.Labels,
		Metadata:        &model.NodeMetadata{Namespace: of.Namespace, Labels: of.Labels, IstioVersion: "1.31.0"},
	}
}

// Service is one of ports that speak HTTP, the index-th from 0 of its world, as istiod knows it.
func Service(index int, name, namespace string, ports []int) *model.Service {
	one := &model.Service{
		Hostname:       host.Name(fmt.Sprintf("%s.%s.svc.cluster.local", name, namespace)),
		DefaultAddress: fmt.Sprintf("10.96.0.%d", index+1),
		Resolution:     model.ClientSideLB,
		Attributes: model.ServiceAttributes{
			Name: name, Namespace: namespace, ServiceRegistry: "Kubernetes", Labels: map[string]string{},
		},
	}
	for _, port := range ports {
		one.Ports = append(one.Ports, &model.Port{Name: fmt.Sprintf("http-%d", port), Port: port, Protocol: protocol.HTTP})
	}
	return one
}

// Named is a Service as a world names it.
type Named struct {
	Name      string `json:"name"`
	Namespace string `json:"namespace"`
	// Ports speak HTTP, and lead to a port of the pods with the same number.
	Ports []int `json:"ports"`
}

// Services are those of a world, each of the pods with its name.
func Services(named []Named) []*model.Service {
	all := []*model.Service{}
	for index, one := range named {
		made := Service(index, one.Name, one.Namespace, one.Ports)
		made.Attributes.LabelSelectors = map[string]string{"app": one.Name}
		all = append(all, made)
	}
	return all
}

// Routing is what a proxy knows of where requests go: tables of routes by their names, and which clusters there are.
type Routing struct {
	Tables   map[string]*route.RouteConfiguration
	Clusters map[string]bool
}

// RoutingOf is what istiod tells a proxy.
func RoutingOf(world *generator.ConfigGenTest, of *model.Proxy) Routing {
	proxy := world.SetupProxy(of)
	made := Routing{Tables: map[string]*route.RouteConfiguration{}, Clusters: map[string]bool{}}
	for _, one := range world.Clusters(proxy) {
		made.Clusters[one.Name] = true
	}
	for _, one := range world.Routes(proxy) {
		made.Tables[one.Name] = one
	}
	return made
}

// With hands an istiod to what asks it.
func With(options generator.TestOptions, ask func(*generator.ConfigGenTest)) {
	err := test.Wrap(func(t test.Failer) {
		ask(generator.NewConfigGenTest(t, options))
	})
	if err != nil {
		panic(err)
	}
}
