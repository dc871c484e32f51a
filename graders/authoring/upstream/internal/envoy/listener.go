package envoy

import (
	"strings"

	listener "github.com/envoyproxy/go-control-plane/envoy/config/listener/v3"
	route "github.com/envoyproxy/go-control-plane/envoy/config/route/v3"
	http "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	tcp "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/tcp_proxy/v3"
	tls "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"
)

// Connection is how a request comes to a proxy.
type Connection struct {
	Call
	// TLS is spoken, and the name that is asked for is the host.
	TLS bool `json:"tls"`
	// The client shows a certificate that the proxy trusts.
	Certificate bool `json:"certificate"`
}

// Refused is what the client of a connection gets that nobody listens for, that no filter chain takes, or that breaks off in one.
var Refused = Answer{Refused: "connection"}

// AnswerAt says what becomes of a request at a listener.
func AnswerAt(listeners []*listener.Listener, asked Connection, tables map[string]*route.RouteConfiguration, clusters map[string]bool) Answer {
	for _, one := range listeners {
		if int(one.GetAddress().GetSocketAddress().GetPortValue()) == asked.Port {
			return atChain(chainFor(one, asked), asked, tables, clusters)
		}
	}
	return Refused
}

// chainFor finds the filter chain with the most specific name: the exact one, the longest wildcard, then one for any.
func chainFor(from *listener.Listener, asked Connection) *listener.FilterChain {
	var best *listener.FilterChain
	longest := -1
	for _, chain := range from.FilterChains {
		names := chain.GetFilterChainMatch().GetServerNames()
		if len(names) == 0 && longest < 0 {
			best, longest = chain, 0
		}
		if !asked.TLS {
			continue
		}
		for _, name := range names {
			length := len(name)
			switch {
			case name == asked.Host:
				// No wildcard is longer.
				length += 1000
			case strings.HasPrefix(name, "*.") && strings.HasSuffix(asked.Host, name[1:]):
			default:
				continue
			}
			if length > longest {
				best, longest = chain, length
			}
		}
	}
	if best == nil {
		return from.DefaultFilterChain
	}
	return best
}

func atChain(chain *listener.FilterChain, asked Connection, tables map[string]*route.RouteConfiguration, clusters map[string]bool) Answer {
	if chain == nil || opens(chain) && !asked.TLS {
		return Refused
	}
	if opens(chain) && wantsCertificate(chain) && !asked.Certificate {
		return Refused
	}
	for _, filter := range chain.Filters {
		switch filter.Name {
		case "envoy.filters.network.tcp_proxy":
			proxy := &tcp.TcpProxy{}
			into(filter.GetTypedConfig(), proxy)
			return Answer{To: connected(proxy, clusters)}
		case "envoy.filters.network.http_connection_manager":
			if asked.TLS && !opens(chain) {
				return Refused
			}
			manager := &http.HttpConnectionManager{}
			into(filter.GetTypedConfig(), manager)
			table := manager.GetRouteConfig()
			if table == nil {
				table = tables[manager.GetRds().GetRouteConfigName()]
			}
			return requested(table, asked, clusters)
		}
	}
	return Refused
}

func into(from *anypb.Any, what proto.Message) {
	if err := from.UnmarshalTo(what); err != nil {
		panic(err)
	}
}

// opens tells whether a chain ends the TLS of its connections.
func opens(chain *listener.FilterChain) bool { return chain.TransportSocket != nil }

func wantsCertificate(chain *listener.FilterChain) bool {
	context := &tls.DownstreamTlsContext{}
	into(chain.TransportSocket.GetTypedConfig(), context)
	return context.GetRequireClientCertificate().GetValue()
}

func connected(proxy *tcp.TcpProxy, clusters map[string]bool) map[string]float64 {
	to := map[string]float64{}
	add := func(cluster string, part float64) {
		if !clusters[cluster] {
			to["none"] += part
		} else if part > 0 {
			to[named(cluster, true)] += part
		}
	}
	if cluster := proxy.GetCluster(); cluster != "" {
		add(cluster, 1)
		return to
	}
	total := 0.0
	for _, one := range proxy.GetWeightedClusters().GetClusters() {
		total += float64(one.Weight)
	}
	for _, one := range proxy.GetWeightedClusters().GetClusters() {
		add(one.Name, float64(one.Weight)/total)
	}
	return to
}

// requested sends those to TLS that come without it to a host that wants it.
func requested(table *route.RouteConfiguration, asked Connection, clusters map[string]bool) Answer {
	if host := virtualHost(table, asked.Call); host != nil && host.RequireTls == route.VirtualHost_ALL && !asked.TLS {
		return Answer{Redirect: &Redirect{Status: 301, Host: asked.Host, Path: asked.Path}}
	}
	return AnswerTo(table, asked.Call, clusters)
}
