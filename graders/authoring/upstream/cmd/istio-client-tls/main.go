// How the sidecar of a client begins its connections, by the clusters and endpoints that istiod makes for it.
package main

import (
	"encoding/json"
	"fmt"
	"maps"

	cluster "github.com/envoyproxy/go-control-plane/envoy/config/cluster/v3"
	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	tls "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	"google.golang.org/protobuf/types/known/structpb"
	v1 "k8s.io/api/core/v1"
	discovery "k8s.io/api/discovery/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"

	"istio.io/istio/pilot/pkg/model"
	"istio.io/istio/pilot/pkg/xds/endpoints"
	"istio.io/istio/pilot/test/xds"
	"istio.io/istio/pkg/config/host"
	"istio.io/istio/pkg/test"
	"istio.io/istio/pkg/util/sets"
	"timonel/upstream/internal/lines"
	"timonel/upstream/internal/mesh"
)

// server is a Service with a pod for each of its versions.
type server struct {
	Name      string `json:"name"`
	Namespace string `json:"namespace"`
	Port      int32  `json:"port"`
	// Port of the pods.
	Target   int32 `json:"target"`
	Versions []struct {
		Name    string `json:"name"`
		Sidecar bool   `json:"sidecar"`
	} `json:"versions"`
}

type question struct {
	Servers []server          `json:"servers"`
	Configs []json.RawMessage `json:"configs"`
	Client  mesh.Workload     `json:"client"`
	Calls   []struct {
		Server int    `json:"server"`
		Subset string `json:"subset"`
	} `json:"calls"`
}

// objectsOf are the Services, their pods, and the endpoints that a cluster would find for them.
func objectsOf(servers []server) []runtime.Object {
	all := []runtime.Object{}
	for index, one := range servers {
		name, ready := fmt.Sprintf("http-%d", one.Port), true
		slice := &discovery.EndpointSlice{
			ObjectMeta: metav1.ObjectMeta{
				Name: one.Name + "-1", Namespace: one.Namespace, Labels: map[string]string{discovery.LabelServiceName: one.Name},
			},
			AddressType: discovery.AddressTypeIPv4,
			Ports:       []discovery.EndpointPort{{Name: &name, Port: &one.Target}},
		}
		for number, version := range one.Versions {
			labels := map[string]string{"app": one.Name, "version": version.Name}
			if version.Sidecar {
				labels["security.istio.io/tlsMode"] = "istio"
			}
			pod := &v1.Pod{
				ObjectMeta: metav1.ObjectMeta{Name: one.Name + "-" + version.Name, Namespace: one.Namespace, Labels: labels},
				Status: v1.PodStatus{
					PodIP: fmt.Sprintf("10.0.%d.%d", index, number+1), Phase: v1.PodRunning,
					Conditions: []v1.PodCondition{{Type: v1.PodReady, Status: v1.ConditionTrue}},
				},
			}
			slice.Endpoints = append(slice.Endpoints, discovery.Endpoint{
				Addresses:  []string{pod.Status.PodIP},
				Conditions: discovery.EndpointConditions{Ready: &ready},
				TargetRef:  &v1.ObjectReference{Kind: "Pod", Name: pod.Name, Namespace: pod.Namespace},
			})
			all = append(all, pod)
		}
		all = append(all, slice, &v1.Service{
			ObjectMeta: metav1.ObjectMeta{Name: one.Name, Namespace: one.Namespace},
			Spec: v1.ServiceSpec{
				ClusterIP: fmt.Sprintf("10.96.0.%d", index+1), Selector: map[string]string{"app": one.Name},
				Ports: []v1.ServicePort{{Name: name, Port: one.Port, Protocol: v1.ProtocolTCP}},
			},
		})
	}
	return all
}

// begins says what a connection to an endpoint begins with: TLS of the mesh, other TLS, with a certificate of the client or
// without one, or nothing.
func begins(to *cluster.Cluster, endpoint *core.Metadata) string {
	socket := to.TransportSocket
	for _, match := range to.TransportSocketMatches {
		if isIn(match.Match, endpoint.GetFilterMetadata()["envoy.transport_socket_match"]) {
			socket = match.TransportSocket
			break
		}
	}
	if socket == nil || socket.Name != "envoy.transport_sockets.tls" {
		return "nothing"
	}
	context := &tls.UpstreamTlsContext{}
	if err := socket.GetTypedConfig().UnmarshalTo(context); err != nil {
		panic(err)
	}
	common := context.CommonTlsContext
	if sets.New(common.AlpnProtocols...).Contains("istio") {
		return "mesh " + context.Sni
	}
	if len(common.TlsCertificates)+len(common.TlsCertificateSdsSecretConfigs) > 0 {
		return "certificate " + context.Sni
	}
	return "tls " + context.Sni
}

func isIn(wanted, there *structpb.Struct) bool {
	for key, value := range wanted.GetFields() {
		if there.GetFields()[key].GetStringValue() != value.GetStringValue() {
			return false
		}
	}
	return true
}

func answers(asked question) (said []string) {
	said = []string{}
	err := test.Wrap(func(t test.Failer) {
		world := xds.NewFakeDiscoveryServer(t, xds.FakeOptions{
			KubernetesObjects: objectsOf(asked.Servers), Configs: mesh.Configs(asked.Configs),
		})
		proxy := mesh.Proxy(asked.Client)
		proxy.Labels = maps.Clone(proxy.Labels)
		proxy = world.SetupProxy(proxy)
		clusters := map[string]*cluster.Cluster{}
		for _, one := range world.Clusters(proxy) {
			clusters[one.Name] = one
		}
		for _, one := range asked.Calls {
			to := asked.Servers[one.Server]
			name := model.BuildSubsetKey(model.TrafficDirectionOutbound, one.Subset,
				host.Name(to.Name+"."+to.Namespace+".svc.cluster.local"), int(to.Port))
			said = append(said, connection(world, proxy, clusters[name]))
		}
	})
	if err != nil {
		panic(err)
	}
	return said
}

func connection(world *xds.FakeDiscoveryServer, proxy *model.Proxy, to *cluster.Cluster) string {
	if to == nil {
		return "no cluster"
	}
	builder := endpoints.NewEndpointBuilder(to.Name, proxy, world.PushContext())
	found := builder.BuildClusterLoadAssignment(world.Discovery.Env.EndpointIndex)
	for _, group := range found.GetEndpoints() {
		for _, one := range group.GetLbEndpoints() {
			return begins(to, one.Metadata)
		}
	}
	return "no endpoint"
}

func main() {
	lines.Answer(answers)
}
