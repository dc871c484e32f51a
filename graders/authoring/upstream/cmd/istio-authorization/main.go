// What the sidecar of a server does with requests and connections, by the filters that istiod builds for it.
package main

import (
	"encoding/json"
	"slices"
	"strings"

	jwt "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/jwt_authn/v3"
	httprbac "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/rbac/v3"
	tcprbac "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/rbac/v3"
	"google.golang.org/protobuf/proto"
	"istio.io/istio/pilot/pkg/model"
	generator "istio.io/istio/pilot/pkg/networking/core"
	"istio.io/istio/pilot/pkg/security/authn"
	"istio.io/istio/pilot/pkg/security/authz/builder"
	"istio.io/istio/pilot/pkg/security/trustdomain"
	"istio.io/istio/pilot/pkg/xds/filters"
	"istio.io/istio/pkg/config/constants"
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
}

func answers(asked question) (said []string) {
	said = []string{}
	mesh.With(generator.TestOptions{Configs: mesh.Configs(asked.Configs)}, func(world *generator.ConfigGenTest) {
		proxy := world.SetupProxy(mesh.Proxy(asked.Server))
		push := world.PushContext()
		policies := push.AuthzPolicies.ListAuthorizationPolicies(model.PolicyMatcherForProxy(proxy))
		trusted := trustdomain.NewBundle(constants.DefaultClusterLocalDomain, nil)
		// None without policies.
		rules := builder.New(trusted, push, policies, builder.Option{})
		tokens := authn.NewPolicyApplier(push, proxy, nil).JwtFilter(false)
		for _, one := range asked.Visits {
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
