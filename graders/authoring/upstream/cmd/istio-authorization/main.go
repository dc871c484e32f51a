// What the sidecar of a server does with requests and connections, by the filters that istiod builds for it.
package main

import (
	"encoding/json"
	"slices"
	"strings"

	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	rbac "github.com/envoyproxy/go-control-plane/envoy/config/rbac/v3"
	httpauthz "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/ext_authz/v3"
	jwt "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/jwt_authn/v3"
	httprbac "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/rbac/v3"
	tcpauthz "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/ext_authz/v3"
	hcm "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	tcprbac "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/rbac/v3"
	matcher "github.com/envoyproxy/go-control-plane/envoy/type/matcher/v3"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"
	meshconfig "istio.io/api/mesh/v1alpha1"
	"istio.io/istio/pilot/pkg/model"
	generator "istio.io/istio/pilot/pkg/networking/core"
	"istio.io/istio/pilot/pkg/security/authn"
	"istio.io/istio/pilot/pkg/security/authz/builder"
	"istio.io/istio/pilot/pkg/security/trustdomain"
	"istio.io/istio/pilot/pkg/xds/filters"
	"istio.io/istio/pkg/config/constants"
	meshsettings "istio.io/istio/pkg/config/mesh"
	"istio.io/istio/pkg/wellknown"
	"timonel/upstream/internal/envoy"
	"timonel/upstream/internal/lines"
	"timonel/upstream/internal/mesh"
)

type visit struct {
	envoy.Visit
	// HTTP is false for a connection of which nothing more is known.
	HTTP bool `json:"http"`
	// Token is what a valid one says, absent without any.
	Token map[string]any `json:"token"`
}

type question struct {
	Configs []json.RawMessage `json:"configs"`
	Server  mesh.Workload     `json:"server"`
	Visits  []visit           `json:"visits"`
	// Providers that may be asked, as the configuration of the mesh holds them, and what they answer.
	Providers []json.RawMessage `json:"providers"`
	Answers   map[string]bool   `json:"answers"`
}

func answers(asked question) (said []string) {
	said = []string{}
	options := generator.TestOptions{
		Configs:    mesh.Configs(asked.Configs),
		Services:   mesh.Services([]mesh.Named{{Name: "orders", Namespace: "shop", Ports: []int{80}}}),
		MeshConfig: settings(asked.Providers),
	}
	mesh.With(options, func(world *generator.ConfigGenTest) {
		proxy := world.SetupProxy(mesh.Proxy(asked.Server))
		push := world.PushContext()
		policies := push.AuthzPolicies.ListAuthorizationPolicies(model.PolicyMatcherForProxy(proxy))
		trusted := trustdomain.NewBundle(constants.DefaultClusterLocalDomain, nil)
		// None without policies.
		rules := builder.New(trusted, push, policies, builder.Option{})
		custom := builder.New(trusted, push, policies, builder.Option{IsCustomBuilder: true})
		tokens := authn.NewPolicyApplier(push, proxy, nil).JwtFilter(false)
		for _, one := range asked.Visits {
			if custom != nil && refusedByOthers(one, custom, asked.Answers) {
				said = append(said, "denied")
				continue
			}
			said = append(said, become(one, rules, tokenFilter(tokens.GetTypedConfig().GetValue())))
		}
	})
	return said
}

func become(one visit, rules *builder.Builder, tokens *jwt.JwtAuthentication) string {
	if one.HTTP && one.Token != nil && len(tokens.GetProviders()) > 0 {
		payload := accepted(tokens, one.Token)
		if payload == nil {
			return "no valid token"
		}
		one.Metadata = map[string]any{filters.EnvoyJwtFilterName: map[string]any{filters.EnvoyJwtFilterPayload: payload}}
	}
	if rules == nil {
		return "allowed"
	}
	if !one.HTTP {
		for _, filter := range rules.BuildTCP() {
			config := &tcprbac.RBAC{}
			if err := filter.GetTypedConfig().UnmarshalTo(config); err != nil {
				panic(err)
			}
			if !envoy.Allows(config.Rules, one.Visit) {
				return "denied"
			}
		}
		return "allowed"
	}
	for _, filter := range rules.BuildHTTP() {
		config := &httprbac.RBAC{}
		if err := filter.GetTypedConfig().UnmarshalTo(config); err != nil {
			panic(err)
		}
		if !envoy.Allows(config.Rules, one.Visit) {
			return "denied"
		}
	}
	return "allowed"
}

// settings of a mesh with some providers.
func settings(providers []json.RawMessage) *meshconfig.MeshConfig {
	written, err := json.Marshal(map[string]any{"extensionProviders": providers})
	if err != nil {
		panic(err)
	}
	config, err := meshsettings.ApplyMeshConfigDefaults(string(written))
	if err != nil {
		panic(err)
	}
	return config
}

// refusedByOthers tells whether a filter for CUSTOM policies denies: the rules of one of no use, or who is asked about what
// the rules of the filter before marked.
func refusedByOthers(one visit, custom *builder.Builder, answers map[string]bool) bool {
	marks := []string{}
	denies := func(rules, shadow *rbac.RBAC) bool {
		marks = append(marks, envoy.Matching(shadow, one.Visit)...)
		return !envoy.Allows(rules, one.Visit)
	}
	asks := func(marked *matcher.MetadataMatcher) bool {
		prefix := marked.GetValue().GetStringMatch().GetPrefix()
		isMarked := slices.ContainsFunc(marks, func(name string) bool { return strings.HasPrefix(name, prefix+"-") })
		return isMarked && !answers[strings.TrimPrefix(prefix, "istio-ext-authz-")]
	}
	if one.HTTP {
		return slices.ContainsFunc(custom.BuildHTTP(), func(filter *hcm.HttpFilter) bool {
			if filter.Name == wellknown.HTTPRoleBasedAccessControl {
				rules := read(filter.GetTypedConfig(), &httprbac.RBAC{})
				return denies(rules.Rules, rules.ShadowRules)
			}
			return asks(read(filter.GetTypedConfig(), &httpauthz.ExtAuthz{}).FilterEnabledMetadata)
		})
	}
	return slices.ContainsFunc(custom.BuildTCP(), func(filter *listener.Filter) bool {
		if filter.Name == wellknown.RoleBasedAccessControl {
			rules := read(filter.GetTypedConfig(), &tcprbac.RBAC{})
			return denies(rules.Rules, rules.ShadowRules)
		}
		return asks(read(filter.GetTypedConfig(), &tcpauthz.ExtAuthz{}).FilterEnabledMetadata)
	})
}

func read[M proto.Message](packed *anypb.Any, into M) M {
	if err := packed.UnmarshalTo(into); err != nil {
		panic(err)
	}
	return into
}

func tokenFilter(written []byte) *jwt.JwtAuthentication {
	filter := &jwt.JwtAuthentication{}
	if err := proto.Unmarshal(written, filter); err != nil {
		panic(err)
	}
	return filter
}

// accepted is what the first provider that takes the token makes of it; nothing where none does.
func accepted(tokens *jwt.JwtAuthentication, token map[string]any) map[string]any {
	names := []string{}
	for name := range tokens.Providers {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		provider := tokens.Providers[name]
		if provider.Issuer != token["iss"] || !forOne(provider.Audiences, token["aud"]) {
			continue
		}
		payload := map[string]any{}
		for claim, value := range token {
			text, isText := value.(string)
			if isText && slices.Contains(provider.NormalizePayloadInMetadata.GetSpaceDelimitedClaims(), claim) {
				words := []any{}
				for _, word := range strings.Fields(text) {
					words = append(words, word)
				}
				value = words
			}
			payload[claim] = value
		}
		return payload
	}
	return nil
}

func forOne(audiences []string, claim any) bool {
	if len(audiences) == 0 {
		return true
	}
	if text, isText := claim.(string); isText {
		return slices.Contains(audiences, text)
	}
	items, _ := claim.([]any)
	return slices.ContainsFunc(items, func(item any) bool {
		text, isText := item.(string)
		return isText && slices.Contains(audiences, text)
	})
}

func main() {
	lines.Answer(answers)
}
