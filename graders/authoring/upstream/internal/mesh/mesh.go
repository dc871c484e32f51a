// Package mesh makes what istiod knows of a world: its configuration, and a proxy of it.
package mesh

import (
	"encoding/json"
	"strings"

	"istio.io/istio/pilot/pkg/config/kube/crd"
	"istio.io/istio/pilot/pkg/model"
	generator "istio.io/istio/pilot/pkg/networking/core"
	"istio.io/istio/pkg/config"
	"istio.io/istio/pkg/config/constants"
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

// With hands an istiod to what asks it.
func With(options generator.TestOptions, ask func(*generator.ConfigGenTest)) {
	err := test.Wrap(func(t test.Failer) {
		ask(generator.NewConfigGenTest(t, options))
	})
	if err != nil {
		panic(err)
	}
}
