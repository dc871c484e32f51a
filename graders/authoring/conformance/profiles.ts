/** A conformance profile of the Gateway API, and the features beyond its core. */
export interface Profile {
  readonly name: 'GATEWAY-HTTP' | 'GATEWAY-GRPC' | 'GATEWAY-TLS' | 'MESH-HTTP';
  /** File of its cases. */
  readonly cases: string;
  readonly extended: readonly string[];
}

/** The release whose tests are named. @see https://github.com/kubernetes-sigs/gateway-api/tree/v1.6.0/conformance */
export const gatewayApiVersion = 'v1.6.0';

/** @see https://github.com/kubernetes-sigs/gateway-api/blob/v1.6.0/pkg/features */
export const profiles: readonly Profile[] = [
  {
    name: 'GATEWAY-HTTP',
    cases: 'gateway.yaml',
    extended: [
      'BackendTLSPolicy',
      'BackendTLSPolicySANValidation',
      'GatewayAddressEmpty',
      'GatewayBackendClientCertificate',
      'GatewayFrontendClientCertificateValidation',
      'GatewayFrontendClientCertificateValidationInsecureFallback',
      'GatewayHTTPListenerIsolation',
      'GatewayHTTPSListenerDetectMisdirectedRequests',
      'GatewayInfrastructurePropagation',
      'GatewayPort8080',
      'GatewayStaticAddresses',
      'HTTPRoute303RedirectStatusCode',
      'HTTPRoute307RedirectStatusCode',
      'HTTPRoute308RedirectStatusCode',
      'HTTPRouteBackendProtocolH2C',
      'HTTPRouteBackendProtocolWebSocket',
      'HTTPRouteBackendRequestHeaderModification',
      'HTTPRouteBackendTimeout',
      'HTTPRouteCORS',
      'HTTPRouteDestinationPortMatching',
      'HTTPRouteHostRewrite',
      'HTTPRouteMethodMatching',
      'HTTPRouteNamedRouteRule',
      'HTTPRouteParentRefPort',
      'HTTPRoutePathRedirect',
      'HTTPRoutePathRewrite',
      'HTTPRoutePortRedirect',
      'HTTPRouteQueryParamMatching',
      'HTTPRouteRequestMirror',
      'HTTPRouteRequestMultipleMirrors',
      'HTTPRouteRequestPercentageMirror',
      'HTTPRouteRequestTimeout',
      'HTTPRouteResponseHeaderModification',
      'HTTPRouteRetry',
      'HTTPRouteRetryBackendTimeout',
      'HTTPRouteRetryConnectionError',
      'HTTPRouteSchemeRedirect',
      'ListenerSet',
    ],
  },
  { name: 'GATEWAY-GRPC', cases: 'gateway-grpc.yaml', extended: ['GRPCRouteNamedRouteRule'] },
  { name: 'GATEWAY-TLS', cases: 'gateway-tls.yaml', extended: ['TLSRouteModeMixed', 'TLSRouteModeTerminate'] },
  {
    name: 'MESH-HTTP',
    cases: 'mesh.yaml',
    extended: [
      'MeshClusterIPMatching',
      'MeshConsumerRoute',
      'MeshHTTPRouteBackendRequestHeaderModification',
      'MeshHTTPRouteNamedRouteRule',
      'MeshHTTPRouteQueryParamMatching',
      'MeshHTTPRouteRedirectPath',
      'MeshHTTPRouteRedirectPort',
      'MeshHTTPRouteRewritePath',
      'MeshHTTPRouteSchemeRedirect',
    ],
  },
];
