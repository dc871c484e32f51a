package envoy

import (
	"fmt"
	"net/netip"
	"regexp"
	"strings"

	core "github.com/envoyproxy/go-control-plane/envoy/config/core/v3"
	rbac "github.com/envoyproxy/go-control-plane/envoy/config/rbac/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	template "github.com/envoyproxy/go-control-plane/envoy/extensions/path/match/uri_template/v3"
	matcher "github.com/envoyproxy/go-control-plane/envoy/type/matcher/v3"
)

// Visit is a request, or a connection, as it comes to a proxy.
type Visit struct {
	// Principal is the name in the client's certificate, none without one.
	Principal   string            `json:"principal"`
	Source      string            `json:"source"`
	Remote      string            `json:"remote"`
	Destination string            `json:"destination"`
	Port        uint32            `json:"port"`
	SNI         string            `json:"sni"`
	Path        string            `json:"path"`
	Headers     map[string]string `json:"headers"`
	// Metadata that filters before left, by filter.
	Metadata map[string]any `json:"-"`
}

// Allows tells whether the rules of a filter let a visit pass. Rules that only log let all pass.
func Allows(rules *rbac.RBAC, visit Visit) bool {
	if rules == nil || rules.Action == rbac.RBAC_LOG {
		return true
	}
	if len(Matching(rules, visit)) > 0 {
		return rules.Action == rbac.RBAC_ALLOW
	}
	return rules.Action == rbac.RBAC_DENY
}

// Matching names the policies that match a visit.
func Matching(rules *rbac.RBAC, visit Visit) (names []string) {
	for name, policy := range rules.GetPolicies() {
		if anyOf(policy.Permissions, visit.permitted) && anyOf(policy.Principals, visit.is) {
			names = append(names, name)
		}
	}
	return names
}

func anyOf[T any](all []T, holds func(T) bool) bool {
	for _, one := range all {
		if holds(one) {
			return true
		}
	}
	return false
}

func allOf[T any](all []T, holds func(T) bool) bool {
	return !anyOf(all, func(one T) bool { return !holds(one) })
}

func (visit Visit) permitted(wanted *rbac.Permission) bool {
	switch how := wanted.Rule.(type) {
	case *rbac.Permission_Any:
		return how.Any
	case *rbac.Permission_AndRules:
		return allOf(how.AndRules.Rules, visit.permitted)
	case *rbac.Permission_OrRules:
		return anyOf(how.OrRules.Rules, visit.permitted)
	case *rbac.Permission_NotRule:
		return !visit.permitted(how.NotRule)
	case *rbac.Permission_Header:
		return visit.hasHeader(how.Header)
	case *rbac.Permission_UrlPath:
		return Matches(how.UrlPath.GetPath(), visit.Path)
	case *rbac.Permission_UriTemplate:
		wanted := &template.UriTemplateMatchConfig{}
		if err := how.UriTemplate.TypedConfig.UnmarshalTo(wanted); err != nil {
			panic(err)
		}
		return Whole(templateOf(wanted.PathTemplate), visit.Path)
	case *rbac.Permission_DestinationIp:
		return within(how.DestinationIp, visit.Destination)
	case *rbac.Permission_DestinationPort:
		return how.DestinationPort == visit.Port
	case *rbac.Permission_RequestedServerName:
		return Matches(how.RequestedServerName, visit.SNI)
	case *rbac.Permission_Metadata:
		return visit.hasMetadata(how.Metadata)
	}
	panic(fmt.Sprintf("permission %T", wanted.Rule))
}

func (visit Visit) is(wanted *rbac.Principal) bool {
	switch how := wanted.Identifier.(type) {
	case *rbac.Principal_Any:
		return how.Any
	case *rbac.Principal_AndIds:
		return allOf(how.AndIds.Ids, visit.is)
	case *rbac.Principal_OrIds:
		return anyOf(how.OrIds.Ids, visit.is)
	case *rbac.Principal_NotId:
		return !visit.is(how.NotId)
	case *rbac.Principal_Authenticated_:
		return visit.Principal != "" && Matches(how.Authenticated.PrincipalName, visit.Principal)
	case *rbac.Principal_FilterState:
		return visit.Principal != "" && Matches(how.FilterState.GetStringMatch(), visit.Principal)
	case *rbac.Principal_DirectRemoteIp:
		return within(how.DirectRemoteIp, visit.Source)
	case *rbac.Principal_RemoteIp:
		return within(how.RemoteIp, visit.Remote)
	case *rbac.Principal_Header:
		return visit.hasHeader(how.Header)
	case *rbac.Principal_Metadata:
		return visit.hasMetadata(how.Metadata)
	}
	panic(fmt.Sprintf("principal %T", wanted.Identifier))
}

// hasHeader knows the forms that istiod uses here: it never inverts a match.
func (visit Visit) hasHeader(wanted *route.HeaderMatcher) bool {
	name := strings.ToLower(wanted.Name)
	// Envoy keeps this header by its name in HTTP/2.
	if name == "host" {
		name = ":authority"
	}
	value, given := visit.Headers[name]
	switch how := wanted.HeaderMatchSpecifier.(type) {
	case *route.HeaderMatcher_PresentMatch:
		return given == how.PresentMatch
	case *route.HeaderMatcher_StringMatch:
		return given && Matches(how.StringMatch, value)
	}
	panic(fmt.Sprintf("header %T", wanted.HeaderMatchSpecifier))
}

func within(block *core.CidrRange, address string) bool {
	prefix := netip.MustParsePrefix(fmt.Sprintf("%s/%d", block.AddressPrefix, block.PrefixLen.GetValue()))
	found, err := netip.ParseAddr(address)
	return err == nil && prefix.Contains(found)
}

func (visit Visit) hasMetadata(wanted *matcher.MetadataMatcher) bool {
	value := visit.Metadata[wanted.Filter]
	for _, segment := range wanted.Path {
		fields, isObject := value.(map[string]any)
		if !isObject {
			return false
		}
		value = fields[segment.GetKey()]
	}
	return valueMatches(wanted.Value, value) != wanted.Invert
}

func valueMatches(wanted *matcher.ValueMatcher, value any) bool {
	switch how := wanted.MatchPattern.(type) {
	case *matcher.ValueMatcher_StringMatch:
		text, isText := value.(string)
		return isText && Matches(how.StringMatch, text)
	case *matcher.ValueMatcher_ListMatch:
		items, isList := value.([]any)
		return isList && anyOf(items, func(item any) bool { return valueMatches(how.ListMatch.GetOneOf(), item) })
	case *matcher.ValueMatcher_OrMatch:
		return anyOf(how.OrMatch.ValueMatchers, func(one *matcher.ValueMatcher) bool { return valueMatches(one, value) })
	}
	panic(fmt.Sprintf("value %T", wanted.MatchPattern))
}

var operators = regexp.MustCompile(`\*\*|\*|[^*]+`)

// templateOf writes a template of Envoy as a regular expression: `*` is a segment, `**` what is left of the path.
// https://www.envoyproxy.io/docs/envoy/latest/api-v3/extensions/path/match/uri_template/v3/uri_template_match.proto
func templateOf(written string) string {
	const segment = `[a-zA-Z0-9\-._~%!$&'()+,;:@]`
	return operators.ReplaceAllStringFunc(written, func(part string) string {
		switch part {
		case "*":
			return segment + "+"
		case "**":
			return "(?:" + segment + "|/)*"
		}
		return regexp.QuoteMeta(part)
	})
}
