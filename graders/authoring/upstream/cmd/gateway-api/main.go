// What istiod makes of Gateways and routes of the Gateway API: the statuses it gives them, and what becomes of requests at the
// gateways and in the mesh by the configuration it converts them into.
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"math/big"
	"sort"
	"strconv"
	"strings"
	"time"
	_ "unsafe"

	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	"go.uber.org/atomic"
	networkingclient "istio.io/client-go/pkg/apis/networking/v1"
	"istio.io/istio/pilot/pkg/config/kube/gateway"
	"istio.io/istio/pilot/pkg/config/kube/gatewaycommon"
	"istio.io/istio/pilot/pkg/model"
	generator "istio.io/istio/pilot/pkg/networking/core"
	"istio.io/istio/pkg/config"
	"istio.io/istio/pkg/kube/krt"
	"istio.io/istio/pkg/revisions"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	inferencev1 "sigs.k8s.io/gateway-api-inference-extension/api/v1"
	k8s "sigs.k8s.io/gateway-api/apis/v1"
	k8sbeta "sigs.k8s.io/gateway-api/apis/v1beta1"
	"timonel/upstream/internal/envoy"
	"timonel/upstream/internal/lines"
	"timonel/upstream/internal/mesh"
)

type call struct {
	envoy.Connection
	// Gateway it comes through, as `namespace/name`, or the namespace of a client in the mesh.
	Gateway string `json:"gateway"`
	From    string `json:"from"`
}

type question struct {
	// Objects of Kubernetes, all of one age.
	Objects []json.RawMessage `json:"objects"`
	Calls   []call            `json:"calls"`
}

type reply struct {
	// Conditions as `type status reason: message`, by parent of `Kind namespace/name`, and of Gateways and their listeners.
	Statuses map[string][]string `json:"statuses"`
	Calls    []envoy.Answer      `json:"calls"`
}

type world struct {
	namespaces []*corev1.Namespace
	services   []*corev1.Service
	secrets    []*corev1.Secret
	gateways   []*k8s.Gateway
	https      []*k8s.HTTPRoute
	grpcs      []*k8s.GRPCRoute
	tlss       []*k8s.TLSRoute
	grants     []*k8sbeta.ReferenceGrant
}

// created is when every object was: their names decide which one comes first.
var created = metav1.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

func into[T any, Object interface {
	*T
	metav1.Object
}](raw json.RawMessage) Object {
	object := Object(new(T))
	if err := json.Unmarshal(raw, object); err != nil {
		panic(err)
	}
	object.SetCreationTimestamp(created)
	object.SetGeneration(1)
	return object
}

var certificate, key = pair()

// pair makes what a Secret for TLS holds: whatever the one of the question holds, it is good.
func pair() ([]byte, []byte) {
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		panic(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "shop.example"}, NotAfter: time.Now().Add(time.Hour)}
	made, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	if err != nil {
		panic(err)
	}
	secret, err := x509.MarshalECPrivateKey(private)
	if err != nil {
		panic(err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: made}), pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: secret})
}

func read(objects []json.RawMessage) (read world) {
	for _, raw := range objects {
		var kind metav1.TypeMeta
		if err := json.Unmarshal(raw, &kind); err != nil {
			panic(err)
		}
		switch kind.Kind {
		case "Namespace":
			read.namespaces = append(read.namespaces, into[corev1.Namespace](raw))
		case "Service":
			read.services = append(read.services, into[corev1.Service](raw))
		case "Secret":
			one := into[corev1.Secret](raw)
			one.Data = map[string][]byte{"tls.crt": certificate, "tls.key": key}
			read.secrets = append(read.secrets, one)
		case "Gateway":
			read.gateways = append(read.gateways, defaultedGateway(into[k8s.Gateway](raw)))
		case "HTTPRoute":
			read.https = append(read.https, defaultedRoute(into[k8s.HTTPRoute](raw)))
		case "GRPCRoute":
			read.grpcs = append(read.grpcs, defaultedGRPCRoute(into[k8s.GRPCRoute](raw)))
		case "TLSRoute":
			one := into[k8s.TLSRoute](raw)
			defaultedParents(one.Spec.ParentRefs)
			for index := range one.Spec.Rules {
				defaultedBackends(one.Spec.Rules[index].BackendRefs)
			}
			read.tlss = append(read.tlss, one)
		case "ReferenceGrant":
			read.grants = append(read.grants, into[k8sbeta.ReferenceGrant](raw))
		}
	}
	return read
}

func or[T any](given **T, value T) {
	if *given == nil {
		*given = &value
	}
}

// defaultedGateway fills in what the schemas of the API give where nothing is written.
func defaultedGateway(one *k8s.Gateway) *k8s.Gateway {
	for index := range one.Spec.Listeners {
		listener := &one.Spec.Listeners[index]
		or(&listener.AllowedRoutes, k8s.AllowedRoutes{})
		or(&listener.AllowedRoutes.Namespaces, k8s.RouteNamespaces{})
		or(&listener.AllowedRoutes.Namespaces.From, k8s.NamespacesFromSame)
		if listener.TLS != nil {
			or(&listener.TLS.Mode, k8s.TLSModeTerminate)
		}
	}
	return one
}

func defaultedParents(parents []k8s.ParentReference) {
	for index := range parents {
		or(&parents[index].Group, k8s.Group("gateway.networking.k8s.io"))
		or(&parents[index].Kind, k8s.Kind("Gateway"))
	}
}

func defaultedBackend(backend *k8s.BackendRef) {
	or(&backend.Group, "")
	or(&backend.Kind, "Service")
	or(&backend.Weight, 1)
}

func defaultedBackends(backends []k8s.BackendRef) {
	for index := range backends {
		defaultedBackend(&backends[index])
	}
}

func defaultedMirror(mirror *k8s.HTTPRequestMirrorFilter) {
	if mirror != nil {
		or(&mirror.BackendRef.Group, "")
		or(&mirror.BackendRef.Kind, "Service")
	}
}

func defaultedGRPCRoute(one *k8s.GRPCRoute) *k8s.GRPCRoute {
	defaultedParents(one.Spec.ParentRefs)
	for index := range one.Spec.Rules {
		rule := &one.Spec.Rules[index]
		for at := range rule.Matches {
			if method := rule.Matches[at].Method; method != nil {
				or(&method.Type, k8s.GRPCMethodMatchExact)
			}
		}
		for at := range rule.Filters {
			defaultedMirror(rule.Filters[at].RequestMirror)
		}
		for at := range rule.BackendRefs {
			defaultedBackend(&rule.BackendRefs[at].BackendRef)
		}
	}
	return one
}

func defaultedRoute(one *k8s.HTTPRoute) *k8s.HTTPRoute {
	defaultedParents(one.Spec.ParentRefs)
	for index := range one.Spec.Rules {
		rule := &one.Spec.Rules[index]
		if rule.Matches == nil {
			rule.Matches = []k8s.HTTPRouteMatch{{}}
		}
		for at := range rule.Matches {
			match := &rule.Matches[at]
			or(&match.Path, k8s.HTTPPathMatch{})
			or(&match.Path.Type, k8s.PathMatchPathPrefix)
			or(&match.Path.Value, "/")
		}
		for at := range rule.Filters {
			if redirect := rule.Filters[at].RequestRedirect; redirect != nil {
				or(&redirect.StatusCode, 302)
			}
			defaultedMirror(rule.Filters[at].RequestMirror)
		}
		for at := range rule.BackendRefs {
			defaultedBackend(&rule.BackendRefs[at].BackendRef)
		}
	}
	return one
}

//go:linkname mergeHTTPRoutes istio.io/istio/pilot/pkg/config/kube/gateway.mergeHTTPRoutes
func mergeHTTPRoutes(base krt.Collection[gateway.RouteWithKey], opts ...krt.CollectionOption) krt.Collection[config.Config]

// converted is what istiod keeps of the Gateway API.
type converted struct {
	configs  []config.Config
	statuses map[string][]string
}

func convert(from world, push *model.PushContext) converted {
	stop := make(chan struct{})
	defer close(stop)
	opts := krt.NewOptionsBuilder(stop, "", nil)
	context := gatewaycommon.NewGatewayContext(push, "Kubernetes")
	protected := krt.NewRecomputeProtected(atomic.NewPointer(&context), true, opts.WithName("context")...)
	watcher := krt.NewRecomputeProtected[revisions.TagWatcher](nil, true, opts.WithName("tags")...)
	namespaces := krt.NewStaticCollection(nil, from.namespaces, opts.WithName("namespaces")...)
	secrets := krt.NewStaticCollection(nil, from.secrets, opts.WithName("secrets")...)
	configMaps := krt.NewStaticCollection[*corev1.ConfigMap](nil, nil, opts.WithName("maps")...)
	services := krt.NewStaticCollection(nil, from.services, opts.WithName("services")...)
	gateways := krt.NewStaticCollection(nil, from.gateways, opts.WithName("gateways")...)
	routes := krt.NewStaticCollection(nil, from.https, opts.WithName("routes")...)
	grantObjects := krt.NewStaticCollection(nil, from.grants, opts.WithName("grants")...)
	sets := krt.NewStaticCollection[*k8s.ListenerSet](nil, nil, opts.WithName("sets")...)
	listenerSets := krt.NewStaticCollection[gateway.ListenerSet](nil, nil, opts.WithName("listenersets")...)
	classObjects := krt.NewStaticCollection[*k8s.GatewayClass](nil, nil, opts.WithName("classes")...)
	_, classes := gatewaycommon.GatewayClassesCollection(classObjects, opts)
	grants := gatewaycommon.BuildReferenceGrants(gatewaycommon.ReferenceGrantsCollection(grantObjects, opts))
	conflicts := gatewaycommon.GatewayListenerConflictCollection(gateways, sets, namespaces, gatewaycommon.FetchGatewayClassFetcher(classes), opts)
	partial, listeners := gateway.GatewayCollection(gateways, listenerSets, conflicts, classes, namespaces, grants, configMaps, secrets,
		"cluster.local", protected, watcher, opts)
	inputs := gateway.RouteContextInputs{
		Grants: grants, RouteParents: gateway.BuildRouteParents(listeners), DomainSuffix: "cluster.local",
		Services: services, Namespaces: namespaces, GatewayClasses: classObjects, Gateways: gateways,
		ServiceEntries: krt.NewStaticCollection[*networkingclient.ServiceEntry](nil, nil, opts.WithName("entries")...),
		InferencePools: krt.NewStaticCollection[*inferencev1.InferencePool](nil, nil, opts.WithName("pools")...),
	}
	result := gateway.HTTPRouteCollection(routes, inputs, opts)
	grpc := gateway.GRPCRouteCollection(krt.NewStaticCollection(nil, from.grpcs, opts.WithName("grpcs")...), inputs, opts)
	tls := gateway.TLSRouteCollection(krt.NewStaticCollection(nil, from.tlss, opts.WithName("tlss")...), inputs, opts)
	// As the controller does: the rules of both kinds for one host are put in one order.
	requests := mergeHTTPRoutes(krt.JoinCollection([]krt.Collection[gateway.RouteWithKey]{
		result.BaseVirtualServices, grpc.BaseVirtualServices,
	}, opts.WithName("base")...), opts.WithName("merged")...)
	attachments := krt.JoinCollection([]krt.Collection[gateway.RouteAttachment]{
		result.RouteAttachments, grpc.RouteAttachments, tls.RouteAttachments,
	}, opts.WithName("attachments")...)
	index := krt.NewIndex(attachments, "to", func(one gateway.RouteAttachment) []types.NamespacedName {
		return []types.NamespacedName{one.To}
	})
	final := gateway.FinalGatewayStatusCollection(partial, attachments, index, opts)
	for _, wait := range []func(<-chan struct{}) bool{
		final.WaitUntilSynced, listeners.WaitUntilSynced, result.Status.WaitUntilSynced, result.BaseVirtualServices.WaitUntilSynced,
		requests.WaitUntilSynced, grpc.Status.WaitUntilSynced, grpc.BaseVirtualServices.WaitUntilSynced, tls.Status.WaitUntilSynced, tls.VirtualServices.WaitUntilSynced,
	} {
		wait(stop)
	}
	made := converted{statuses: map[string][]string{}}
	for _, one := range listeners.List() {
		if one.Valid {
			made.configs = append(made.configs, *one.Config)
		}
	}
	made.configs = append(made.configs, requests.List()...)
	made.configs = append(made.configs, tls.VirtualServices.List()...)
	tell := func(kind string, object metav1.Object, parents []k8s.RouteParentStatus) {
		for _, parent := range parents {
			name := fmt.Sprintf("%s %s/%s %s", kind, object.GetNamespace(), object.GetName(), parentName(parent.ParentRef, object.GetNamespace()))
			made.statuses[name] = conditions(parent.Conditions)
		}
	}
	for _, one := range result.Status.List() {
		tell("HTTPRoute", one.Obj, one.Status.Parents)
	}
	for _, one := range grpc.Status.List() {
		tell("GRPCRoute", one.Obj, one.Status.Parents)
	}
	for _, one := range tls.Status.List() {
		tell("TLSRoute", one.Obj, one.Status.Parents)
	}
	for _, one := range final.List() {
		name := fmt.Sprintf("Gateway %s/%s", one.Obj.Namespace, one.Obj.Name)
		made.statuses[name] = conditions(one.Status.Conditions)
		for _, listener := range one.Status.Listeners {
			kinds := []string{}
			for _, kind := range listener.SupportedKinds {
				kinds = append(kinds, string(kind.Kind))
			}
			made.statuses[name+" "+string(listener.Name)] = append(conditions(listener.Conditions),
				fmt.Sprintf("attached %d", listener.AttachedRoutes), "kinds "+strings.Join(kinds, ","))
		}
	}
	return made
}

func parentName(parent k8s.ParentReference, namespace string) string {
	if parent.Namespace != nil {
		namespace = string(*parent.Namespace)
	}
	name := fmt.Sprintf("%s %s/%s", *parent.Kind, namespace, parent.Name)
	if parent.SectionName != nil {
		name += " " + string(*parent.SectionName)
	}
	if parent.Port != nil {
		name += " " + strconv.Itoa(int(*parent.Port))
	}
	return name
}

func conditions(all []metav1.Condition) []string {
	said := []string{}
	for _, one := range all {
		// What is said of several listeners comes in any order.
		messages := strings.Split(one.Message, "; ")
		sort.Strings(messages)
		said = append(said, fmt.Sprintf("%s %s %s: %s", one.Type, one.Status, one.Reason, strings.Join(messages, "; ")))
	}
	sort.Strings(said)
	return said
}

// registered are the Services as istiod knows them, each with a pod behind all its ports.
func registered(from world) ([]*model.Service, []*model.ServiceInstance) {
	services, instances := []*model.Service{}, []*model.ServiceInstance{}
	add := func(name, namespace string, ports []int, kind string, address string, labels map[string]string) {
		one := mesh.Service(len(services), name, namespace, ports)
		one.Attributes.Type, one.Attributes.Labels = kind, labels
		services = append(services, one)
		for _, port := range one.Ports {
			instances = append(instances, &model.ServiceInstance{Service: one, ServicePort: port, Endpoint: &model.IstioEndpoint{
				Addresses: []string{address}, EndpointPort: uint32(port.Port), ServicePortName: port.Name, Namespace: namespace,
			}})
		}
	}
	for index, one := range from.services {
		ports := []int{}
		for _, port := range one.Spec.Ports {
			ports = append(ports, int(port.Port))
		}
		add(one.Name, one.Namespace, ports, "ClusterIP", fmt.Sprintf("10.0.1.%d", index+1), map[string]string{})
	}
	for index, one := range from.gateways {
		if one.Spec.GatewayClassName != "istio" {
			continue
		}
		ports, seen := []int{15021}, map[int]bool{15021: true}
		for _, listener := range one.Spec.Listeners {
			if port := int(listener.Port); !seen[port] {
				ports, seen[port] = append(ports, port), true
			}
		}
		add(one.Name+"-istio", one.Namespace, ports, "LoadBalancer", gatewayAddress(index), map[string]string{"gateway.istio.io/managed": "istio.io-gateway-controller"})
	}
	return services, instances
}

func gatewayAddress(index int) string { return fmt.Sprintf("10.0.2.%d", index+1) }

func answers(asked question) (said reply) {
	from := read(asked.Objects)
	services, instances := registered(from)
	made := converted{}
	mesh.With(generator.TestOptions{Services: services, Instances: instances}, func(world *generator.ConfigGenTest) {
		made = convert(from, world.PushContext())
	})
	said = reply{Statuses: made.statuses, Calls: []envoy.Answer{}}
	mesh.With(generator.TestOptions{Services: services, Instances: instances, Configs: made.configs}, func(world *generator.ConfigGenTest) {
		proxies := map[string]mesh.Routing{}
		listeners := map[string][]*listener.Listener{}
		for _, one := range asked.Calls {
			name := one.Gateway + " " + one.From
			if _, known := proxies[name]; !known {
				proxy := proxyOf(from, one)
				proxies[name] = mesh.RoutingOf(world, proxy)
				if one.Gateway != "" {
					listeners[name] = world.Listeners(proxy)
				}
			}
			if one.TLS {
				said.Calls = append(said.Calls, envoy.AnswerAt(listeners[name], one.Connection, proxies[name].Tables, proxies[name].Clusters))
				continue
			}
			table := strconv.Itoa(one.Port)
			if one.Gateway != "" {
				table = "http." + table
			}
			said.Calls = append(said.Calls, envoy.AnswerTo(proxies[name].Tables[table], one.Call, proxies[name].Clusters))
		}
	})
	return said
}

func proxyOf(from world, asked call) *model.Proxy {
	if asked.Gateway == "" {
		return mesh.Proxy(mesh.Workload{Namespace: asked.From, Labels: map[string]string{"app": "web"}})
	}
	namespace, name, _ := strings.Cut(asked.Gateway, "/")
	// Its pods are known by the Service they are behind.
	proxy := mesh.Proxy(mesh.Workload{Namespace: namespace, Labels: map[string]string{}})
	proxy.Type = model.Router
	proxy.ID = name + "." + namespace
	for index, one := range from.gateways {
		if one.Namespace == namespace && one.Name == name {
			proxy.IPAddresses = []string{gatewayAddress(index)}
			proxy.Metadata.ServiceAccount = name + "-istio"
			proxy.VerifiedIdentity = nil
		}
	}
	return proxy
}

func main() {
	lines.Answer(answers)
}
