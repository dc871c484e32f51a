package envoy

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	fault "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/fault/v3"
	envoytype "github.com/envoyproxy/go-control-plane/envoy/type/v3"
	"istio.io/istio/pkg/config/constants"
)

// Call is a request as the proxy reads it.
type Call struct {
	// Port that the client connects to, and whom it asks for.
	Port    int               `json:"port"`
	Host    string            `json:"host"`
	Method  string            `json:"method"`
	Path    string            `json:"path"`
	Query   string            `json:"query"`
	Headers map[string]string `json:"headers"`
}

// Answer says where a request goes, or what the proxy answers by itself.
type Answer struct {
	// Shares by `host subset port`; what has no cluster is `none`.
	To       map[string]float64 `json:"to,omitempty"`
	Status   int                `json:"status,omitempty"`
	Redirect *Redirect          `json:"redirect,omitempty"`
	// Changes to the request, and how the proxy waits for an answer.
	Path      string             `json:"path,omitempty"`
	Authority string             `json:"authority,omitempty"`
	Timeout   float64            `json:"timeout,omitempty"`
	Retries   int                `json:"retries,omitempty"`
	Abort     string             `json:"abort,omitempty"`
	Delay     string             `json:"delay,omitempty"`
	Mirror    map[string]float64 `json:"mirror,omitempty"`
	// Why no proxy has read a request.
	Refused string `json:"refused,omitempty"`
}

// Redirect is where a client is sent.
type Redirect struct {
	Status int    `json:"status"`
	Host   string `json:"host"`
	Path   string `json:"path"`
}

// AnswerTo says what a proxy with these routes does.
func AnswerTo(table *route.RouteConfiguration, asked Call, clusters map[string]bool) Answer {
	found := virtualHost(table, asked)
	if found == nil {
		return Answer{Status: 404}
	}
	for _, one := range found.Routes {
		if matches(one.Match, asked) {
			return taken(one, asked, clusters)
		}
	}
	return Answer{Status: 404}
}

func virtualHost(table *route.RouteConfiguration, asked Call) *route.VirtualHost {
	if table == nil {
		return nil
	}
	name := strings.ToLower(asked.Host)
	if table.IgnorePortInHostMatching {
		name = strings.Split(name, ":")[0]
	}
	var best, everything *route.VirtualHost
	longest := 0
	for _, one := range table.VirtualHosts {
		for _, domain := range one.Domains {
			domain = strings.ToLower(domain)
			if domain == name {
				return one
			}
			if domain == "*" {
				everything = one
			} else if strings.HasPrefix(domain, "*") && strings.HasSuffix(name, domain[1:]) && len(name) > len(domain)-1 && len(domain) > longest {
				best, longest = one, len(domain)
			}
		}
	}
	if best != nil {
		return best
	}
	return everything
}

func matches(match *route.RouteMatch, asked Call) bool {
	path := asked.Path
	fold := match.CaseSensitive != nil && !match.CaseSensitive.Value
	if fold {
		path = strings.ToLower(path)
	}
	lower := func(text string) string {
		if fold {
			return strings.ToLower(text)
		}
		return text
	}
	switch wanted := match.PathSpecifier.(type) {
	case *route.RouteMatch_Prefix:
		if !strings.HasPrefix(path, lower(wanted.Prefix)) {
			return false
		}
	case *route.RouteMatch_Path:
		if path != lower(wanted.Path) {
			return false
		}
	case *route.RouteMatch_PathSeparatedPrefix:
		prefix := lower(wanted.PathSeparatedPrefix)
		if path != prefix && !strings.HasPrefix(path, prefix+"/") {
			return false
		}
	case *route.RouteMatch_SafeRegex:
		if !Whole(wanted.SafeRegex.Regex, asked.Path) {
			return false
		}
	default:
		panic(fmt.Sprintf("path %T", wanted))
	}
	for _, header := range match.Headers {
		if headerMatches(header, asked) == header.InvertMatch {
			return false
		}
	}
	for _, parameter := range match.QueryParameters {
		value, given := parameterOf(asked.Query, parameter.Name)
		switch wanted := parameter.QueryParameterMatchSpecifier.(type) {
		case *route.QueryParameterMatcher_StringMatch:
			if !given || !Matches(wanted.StringMatch, value) {
				return false
			}
		case *route.QueryParameterMatcher_PresentMatch:
			if given != wanted.PresentMatch {
				return false
			}
		}
	}
	return true
}

func parameterOf(query, name string) (string, bool) {
	for _, pair := range strings.Split(query, "&") {
		key, value, _ := strings.Cut(pair, "=")
		if key == name && pair != "" {
			return value, true
		}
	}
	return "", false
}

func headerOf(asked Call, name string) (string, bool) {
	switch name {
	case ":authority":
		return asked.Host, true
	case ":method":
		return asked.Method, true
	case ":scheme":
		return "http", true
	case ":path":
		return asked.Path, true
	}
	value, given := asked.Headers[strings.ToLower(name)]
	return value, given
}

// headerMatches leaves the inversion to its caller; a header that is missing matches nothing.
func headerMatches(wanted *route.HeaderMatcher, asked Call) bool {
	value, given := headerOf(asked, wanted.Name)
	switch how := wanted.HeaderMatchSpecifier.(type) {
	case *route.HeaderMatcher_PresentMatch:
		return given == how.PresentMatch
	case *route.HeaderMatcher_StringMatch:
		if !given && wanted.TreatMissingHeaderAsEmpty {
			return Matches(how.StringMatch, "")
		}
		if !given {
			// Envoy then counts neither the match nor its inversion.
			return wanted.InvertMatch
		}
		return Matches(how.StringMatch, value)
	}
	panic(fmt.Sprintf("header %T", wanted.HeaderMatchSpecifier))
}

func taken(one *route.Route, asked Call, clusters map[string]bool) Answer {
	said := Answer{}
	switch action := one.Action.(type) {
	case *route.Route_DirectResponse:
		return Answer{Status: int(action.DirectResponse.Status)}
	case *route.Route_Redirect:
		return Answer{Redirect: redirected(one.Match, action.Redirect, asked)}
	case *route.Route_Route:
		said = routed(one.Match, action.Route, asked, clusters)
	default:
		panic(fmt.Sprintf("action %T", action))
	}
	if filter, given := one.TypedPerFilterConfig["envoy.filters.http.fault"]; given {
		injected := &fault.HTTPFault{}
		if err := filter.UnmarshalTo(injected); err != nil {
			panic(err)
		}
		if abort := injected.Abort; abort != nil {
			said.Abort = fmt.Sprintf("%d %s", abort.GetHttpStatus(), share(abort.Percentage))
		}
		if delay := injected.Delay; delay != nil {
			said.Delay = fmt.Sprintf("%gs %s", delay.GetFixedDelay().AsDuration().Seconds(), share(delay.Percentage))
		}
		// Nothing gets past a fault for all.
		if strings.HasSuffix(said.Abort, " 1") {
			said = Answer{Abort: said.Abort, Delay: said.Delay}
		}
	}
	return said
}

func share(percent *envoytype.FractionalPercent) string {
	if percent == nil {
		return "0"
	}
	of := map[envoytype.FractionalPercent_DenominatorType]float64{0: 100, 1: 10_000, 2: 1_000_000}[percent.Denominator]
	return strconv.FormatFloat(float64(percent.Numerator)/of, 'g', -1, 64)
}

func statusOf(code route.RedirectAction_RedirectResponseCode) int {
	return []int{301, 302, 303, 307, 308}[code]
}

func redirected(match *route.RouteMatch, action *route.RedirectAction, asked Call) *Redirect {
	said := &Redirect{Status: statusOf(action.ResponseCode), Host: strings.Split(asked.Host, ":")[0], Path: asked.Path}
	if action.HostRedirect != "" {
		said.Host = action.HostRedirect
	}
	switch how := action.PathRewriteSpecifier.(type) {
	case *route.RedirectAction_PathRedirect:
		// An empty one is none.
		if how.PathRedirect != "" {
			said.Path = how.PathRedirect
		}
	case *route.RedirectAction_PrefixRewrite:
		said.Path = withPrefix(match, how.PrefixRewrite, asked)
	}
	return said
}

func withPrefix(match *route.RouteMatch, prefix string, asked Call) string {
	matched := ""
	switch how := match.PathSpecifier.(type) {
	case *route.RouteMatch_Prefix:
		matched = how.Prefix
	case *route.RouteMatch_Path:
		matched = how.Path
	case *route.RouteMatch_PathSeparatedPrefix:
		matched = how.PathSeparatedPrefix
	case *route.RouteMatch_SafeRegex:
		// It matches the whole path.
		matched = asked.Path
	}
	return prefix + asked.Path[len(matched):]
}

func routed(match *route.RouteMatch, action *route.RouteAction, asked Call, clusters map[string]bool) Answer {
	said := Answer{To: map[string]float64{}}
	missing := "none"
	if action.ClusterNotFoundResponseCode == route.RouteAction_INTERNAL_SERVER_ERROR {
		missing = "none 500"
	}
	add := func(cluster string, part float64) {
		if !clusters[cluster] {
			cluster = missing
		} else {
			cluster = named(cluster, true)
		}
		if part > 0 {
			said.To[cluster] += part
		}
	}
	switch how := action.ClusterSpecifier.(type) {
	case *route.RouteAction_Cluster:
		add(how.Cluster, 1)
	case *route.RouteAction_WeightedClusters:
		total := 0.0
		for _, one := range how.WeightedClusters.Clusters {
			total += float64(one.Weight.GetValue())
		}
		for _, one := range how.WeightedClusters.Clusters {
			add(one.Name, float64(one.Weight.GetValue())/total)
		}
	}
	if action.Timeout != nil {
		said.Timeout = action.Timeout.AsDuration().Seconds()
	}
	if action.RetryPolicy != nil {
		said.Retries = int(action.RetryPolicy.NumRetries.GetValue())
	}
	switch {
	case action.PrefixRewrite != "":
		said.Path = withPrefix(match, action.PrefixRewrite, asked)
	case action.RegexRewrite != nil:
		pattern := regexp.MustCompile(action.RegexRewrite.Pattern.Regex)
		said.Path = pattern.ReplaceAllString(asked.Path, backReference.ReplaceAllString(action.RegexRewrite.Substitution, "$${$1}"))
	}
	if literal := action.GetHostRewriteLiteral(); literal != "" {
		said.Authority = literal
	}
	for _, one := range action.RequestMirrorPolicies {
		if said.Mirror == nil {
			said.Mirror = map[string]float64{}
		}
		part := 1.0
		if fraction := one.RuntimeFraction.GetDefaultValue(); fraction != nil {
			part, _ = strconv.ParseFloat(share(fraction), 64)
		}
		said.Mirror[named(one.Cluster, false)] += part
	}
	return said
}

var backReference = regexp.MustCompile(`\\(\d)`)

// named shortens `outbound|9080|v1|reviews.shop.svc.cluster.local`.
func named(cluster string, withPort bool) string {
	parts := strings.Split(cluster, "|")
	if len(parts) != 4 {
		return cluster
	}
	name := strings.TrimSuffix(parts[3], ".svc."+constants.DefaultClusterLocalDomain) + " " + parts[2]
	if withPort {
		name += " " + parts[1]
	}
	return name
}
