// In which mode of mutual TLS the sidecar of a server takes connections, by what istiod makes of the policies.
package main

import (
	"encoding/json"

	generator "istio.io/istio/pilot/pkg/networking/core"
	"istio.io/istio/pilot/pkg/security/authn"
	"timonel/upstream/internal/lines"
	"timonel/upstream/internal/mesh"
)

type question struct {
	Configs []json.RawMessage `json:"configs"`
	Servers []struct {
		mesh.Workload
		Port uint32 `json:"port"`
	} `json:"servers"`
}

func answers(asked question) (said []string) {
	said = []string{}
	mesh.With(generator.TestOptions{Configs: mesh.Configs(asked.Configs)}, func(world *generator.ConfigGenTest) {
		for _, server := range asked.Servers {
			proxy := world.SetupProxy(mesh.Proxy(server.Workload))
			mode := authn.NewPolicyApplier(world.PushContext(), proxy, nil).GetMutualTLSModeForPort(server.Port)
			said = append(said, mode.String())
		}
	})
	return said
}

func main() {
	lines.Answer(answers)
}
