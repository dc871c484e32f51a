import type { Messages } from '../../../../core/messages.ts';

/** Why the parts of an object do not go together, or one of them is missing. */
export const structure = {
  noRoutes: {
    es: 'Este VirtualService no tiene ninguna ruta (`http`, `tls` o `tcp`).',
    en: 'This VirtualService has no route (`http`, `tls` or `tcp`).',
  },
  noAction: {
    es: 'Esta regla no dice qué hacer con la petición: le falta `route`, `redirect` o `directResponse`.',
    en: 'This rule does not say what to do with the request: it needs `route`, `redirect` or `directResponse`.',
  },
  twoActions: {
    es: 'Una regla hace una sola cosa con la petición, y esta tiene `{first}` y `{second}`.',
    en: 'A rule does one thing with the request, and this one has `{first}` and `{second}`.',
  },
  actionWith: {
    es: 'Con `{action}` la petición no llega a ningún destino, así que `{field}` no puede ir en la misma regla.',
    en: 'With `{action}` the request reaches no destination, so `{field}` cannot be in the same rule.',
  },
  zeroWeight: {
    es: 'Hay varios destinos y sus pesos suman 0: hay que escribir `weight` en los que deban recibir tráfico.',
    en: 'There are several destinations and their weights add up to 0: write `weight` on those that should get traffic.',
  },
  negativeWeight: { es: 'Un peso no puede ser negativo ({weight}).', en: 'A weight cannot be negative ({weight}).' },
  noDestination: { es: 'A este destino le falta `host`.', en: 'This destination has no `host`.' },
  wildcardForMesh: {
    es: 'El host `*` solo se admite en un VirtualService de un Gateway, no en los sidecars (`mesh`).',
    en: 'The host `*` is only allowed in a VirtualService of a Gateway, not in the sidecars (`mesh`).',
  },
  duplicateHost: {
    es: 'El host `{host}` ya está cubierto por `{other}` en este mismo VirtualService.',
    en: 'The host `{host}` is already covered by `{other}` in this same VirtualService.',
  },
  delegateWithGateways: {
    es: 'Un VirtualService sin `hosts` es un delegado, y los delegados no tienen `gateways`.',
    en: 'A VirtualService without `hosts` is a delegate, and delegates have no `gateways`.',
  },
  delegateWithRoute: {
    es: 'Una regla con `delegate` deja la decisión a otro: no puede tener además `{field}`.',
    en: 'A rule with `delegate` leaves the decision to another: it cannot have `{field}` as well.',
  },
  delegateOfDelegate: {
    es: 'Un delegado no puede delegar en otro: solo hay un nivel.',
    en: 'A delegate cannot delegate to another one: there is only one level.',
  },
  mirrorTwice: { es: 'Se escribe `mirror` o `mirrors`, no los dos.', en: 'Write `mirror` or `mirrors`, not both.' },
  retriesOff: {
    es: '`attempts: 0` apaga los reintentos: no puede ir con `retryOn` ni con `perTryTimeout`.',
    en: '`attempts: 0` turns retries off: it cannot go with `retryOn` or `perTryTimeout`.',
  },
  nullHeader: {
    es: 'A `{name}` le falta la condición; para pedir solo que esté, se escribe `{name}: {}`.',
    en: '`{name}` has no condition; to ask only for its presence, write `{name}: {}`.',
  },
  pseudoHeader: {
    es: '`{name}` no es una cabecera que se pueda comparar.',
    en: '`{name}` is no header to compare with.',
  },
  badRegex: {
    es: '`{pattern}` no es una expresión regular de RE2.',
    en: '`{pattern}` is not an RE2 regular expression.',
  },
  tlsWithoutMatch: {
    es: 'Una ruta de `tls` necesita al menos un `match` con `sniHosts`.',
    en: 'A `tls` route needs at least one `match` with `sniHosts`.',
  },
  claimsForMesh: {
    es: 'Solo un Gateway puede elegir ruta por los datos de un token (`{name}`); los sidecars no.',
    en: 'Only a Gateway can choose a route by the claims of a token (`{name}`); sidecars cannot.',
  },
  percentRange: { es: 'Un porcentaje va de 0 a 100 ({percent}).', en: 'A percentage goes from 0 to 100 ({percent}).' },
  emptyFault: { es: '`fault` necesita `delay` o `abort`.', en: '`fault` needs `delay` or `abort`.' },
  redirectCode: {
    es: 'Una redirección responde con un código 3xx, no con {code}.',
    en: 'A redirect answers with a code 3xx, not with {code}.',
  },
  portsWithoutSelector: {
    es: '`portLevelMtls` necesita un `selector`: los puertos son los de unos pods concretos.',
    en: '`portLevelMtls` needs a `selector`: the ports are those of particular pods.',
  },
  noHost: { es: 'A este DestinationRule le falta `host`.', en: 'This DestinationRule has no `host`.' },
  noServers: {
    es: 'Este Gateway no abre ningún puerto: le falta `servers`.',
    en: 'This Gateway opens no port: it has no `servers`.',
  },
  serverWithoutTls: {
    es: 'Un puerto `{protocol}` necesita `tls`, que dice con qué certificado o si se deja pasar sin abrir.',
    en: 'A `{protocol}` port needs `tls`, which says with what certificate, or whether to pass it on unopened.',
  },
  tlsForHttp: {
    es: 'Un puerto HTTP no usa certificados: aquí `tls` solo puede llevar `httpsRedirect`.',
    en: 'An HTTP port uses no certificates: here `tls` may only carry `httpsRedirect`.',
  },
  serverWithoutHosts: {
    es: 'A este puerto le faltan los `hosts` que atiende.',
    en: 'This port lacks the `hosts` it serves.',
  },
  repeatedPortName: {
    es: 'Otro puerto de este Gateway ya se llama `{name}`.',
    en: 'Another port of this Gateway is already called `{name}`.',
  },
  denyWithoutRules: {
    es: 'Una política {action} sin `rules` no se activaría nunca; para que valga siempre, añade la regla vacía `- {}`.',
    en: 'A {action} policy without `rules` would never apply; to make it always apply, add the empty rule `- {}`.',
  },
  customWithoutProvider: {
    es: 'Una política CUSTOM necesita `provider.name`: quién decide.',
    en: 'A CUSTOM policy needs `provider.name`: who decides.',
  },
  providerWithoutCustom: {
    es: '`provider` solo se usa con `action: CUSTOM`.',
    en: '`provider` is only used with `action: CUSTOM`.',
  },
  customField: {
    es: '`{field}` no se puede usar en una política CUSTOM: cuando se pregunta fuera aún no se conoce la identidad.',
    en: '`{field}` cannot be used in a CUSTOM policy: identity is not known yet when somebody outside is asked.',
  },
  emptyItem: {
    es: '`{field}` no tiene ninguna condición; si debe valer para todos, no lo escribas.',
    en: '`{field}` has no condition; if it should hold for all, leave it out.',
  },
  accountsWithOthers: {
    es: '`serviceAccounts` no se combina con `{field}` en el mismo `source`.',
    en: '`serviceAccounts` does not combine with `{field}` in the same `source`.',
  },
  emptyValue: { es: '`{field}` tiene un valor vacío.', en: '`{field}` has an empty value.' },
  badPort: { es: '`{value}` no es un número de puerto.', en: '`{value}` is no port number.' },
  badAddress: { es: '`{value}` no es una dirección IP ni un bloque.', en: '`{value}` is no IP address or block.' },
  unknownKey: {
    es: '`{key}` no es ninguna condición de `when`; rutas, métodos y hosts se piden en `to`.',
    en: '`{key}` is no condition of `when`; paths, methods and hosts go in `to`.',
  },
  noValues: {
    es: 'A la condición `{key}` le faltan `values` o `notValues`.',
    en: 'The condition `{key}` has neither `values` nor `notValues`.',
  },
  selectorAndTargets: {
    es: 'Una política se dirige a unos pods (`selector`) o a unos objetos (`targetRefs`), no a las dos cosas.',
    en: 'A policy is for some pods (`selector`) or for some objects (`targetRefs`), not for both.',
  },
  wildcardSelector: {
    es: 'En un selector no valen comodines (`{key}`): las etiquetas se comparan enteras.',
    en: 'A selector takes no wildcards (`{key}`): labels are compared whole.',
  },
  targetNamespace: {
    es: 'Una política solo se dirige a objetos de su propio espacio de nombres: `namespace` no puede ir aquí.',
    en: 'A policy is only for objects of its own namespace: `namespace` cannot stand here.',
  },
  targetKind: {
    es: 'Una política no se puede dirigir a un `{kind}`: solo a un Gateway, una GatewayClass, un Service o un ServiceEntry.',
    en: 'A policy cannot be for a `{kind}`: only for a Gateway, a GatewayClass, a Service or a ServiceEntry.',
  },
  targetGroup: {
    es: 'A un `{kind}` se dirige la política con `group: {group}`; con otro grupo, o sin él, es otra cosa.',
    en: 'A policy names a `{kind}` with `group: {group}`; with another group, or without one, it is something else.',
  },
  noIssuer: {
    es: 'A esta regla de token le falta `issuer` (o `jwksUri`).',
    en: 'This token rule has no `issuer` (or `jwksUri`).',
  },
  together: {
    es: '`{field}` y `{other}` no pueden ir juntos: deja uno.',
    en: '`{field}` and `{other}` cannot go together: keep one.',
  },
  delegateWithConnections: {
    es: 'Un VirtualService sin `hosts` es un delegado, y los delegados solo tienen rutas `http`, no `{field}`.',
    en: 'A VirtualService without `hosts` is a delegate, and delegates have `http` routes only, not `{field}`.',
  },
  emptyBlock: { es: '`{field}` está vacío.', en: '`{field}` is empty.' },
  prefixRewriteMatch: {
    es: '`prefixRewrite` cambia el prefijo de la ruta, así que cada `match` con `uri` pide un `prefix`.',
    en: '`prefixRewrite` changes the prefix of the path, so each `match` with `uri` asks for a `prefix`.',
  },
  regexRewrite: {
    es: '`uriRegexRewrite` necesita `match` y `rewrite`.',
    en: '`uriRegexRewrite` needs `match` and `rewrite`.',
  },
  notSupported: {
    es: '`{field}` no se admite en {kind}.',
    en: '`{field}` is not supported in {kind}.',
  },
  meshCertificates: {
    es: 'Con `mode: ISTIO_MUTUAL` los certificados los pone la malla: sobra `{field}`.',
    en: 'With `mode: ISTIO_MUTUAL` the mesh brings the certificates: `{field}` does not belong here.',
  },
  revocations: {
    es: '`caCrl` no va con `{other}`.',
    en: '`caCrl` does not go with `{other}`.',
  },
  unverified: {
    es: 'Con `insecureSkipVerify: true` no se comprueba el certificado: sobra `{field}`.',
    en: 'With `insecureSkipVerify: true` the certificate is not checked: `{field}` does not belong here.',
  },
  tlsForPlain: {
    es: 'Un puerto `{protocol}` no usa TLS: sobra `tls`.',
    en: 'A `{protocol}` port uses no TLS: `tls` does not belong here.',
  },
  socketWithPort: {
    es: 'Con un socket de Unix en `bind` no hay número de puerto.',
    en: 'With a Unix socket in `bind` there is no port number.',
  },
  portOrSocket: {
    es: 'Este puerto no tiene número: hace falta, o que `bind` sea un socket (`unix://…`).',
    en: 'This port has no number: it needs one, or `bind` to be a socket (`unix://…`).',
  },
  captureOfSocket: {
    es: 'Un socket no se captura: `captureMode` es `DEFAULT` o `NONE`.',
    en: 'A socket is not captured: `captureMode` is `DEFAULT` or `NONE`.',
  },
  emptySidecar: {
    es: 'Este Sidecar no dice nada: le falta `egress`, `ingress`, `outboundTrafficPolicy` o `inboundConnectionPool`.',
    en: 'This Sidecar says nothing: it needs `egress`, `ingress`, `outboundTrafficPolicy` or `inboundConnectionPool`.',
  },
  catchAllLast: {
    es: 'Solo un elemento de `egress` puede ir sin `port`, y es el último.',
    en: 'Only one item of `egress` may be without `port`, and it is the last one.',
  },
  sidecarTlsMode: {
    es: 'La entrada de un Sidecar no puede usar `mode: {mode}`.',
    en: 'The ingress of a Sidecar cannot use `mode: {mode}`.',
  },
  egressProxyMode: {
    es: '`egressProxy` solo va con `mode: ALLOW_ANY`.',
    en: '`egressProxy` goes with `mode: ALLOW_ANY` only.',
  },
  wholeWildcard: {
    es: 'El host de un ServiceEntry no puede ser `*`: sería todo.',
    en: 'The host of a ServiceEntry cannot be `*`: that would be everything.',
  },
  hostsForLookup: {
    es: 'Con `resolution: {resolution}` y sin `endpoints`, se busca en el DNS el nombre `{value}`, y un comodín no se puede buscar.',
    en: 'With `resolution: {resolution}` and no `endpoints`, DNS is asked for the name `{value}`, and a wildcard cannot be looked up.',
  },
  blockWithLookup: {
    es: 'Un bloque de direcciones solo va con `resolution: NONE` o `STATIC`.',
    en: 'A block of addresses goes with `resolution: NONE` or `STATIC` only.',
  },
  oneEndpoint: {
    es: 'Con `resolution: DNS_ROUND_ROBIN` hay un `endpoint` como mucho.',
    en: 'With `resolution: DNS_ROUND_ROBIN` there is one `endpoint` at most.',
  },
  portNotDeclared: {
    es: '`{value}` no es ningún puerto de este ServiceEntry.',
    en: '`{value}` is no port of this ServiceEntry.',
  },
  portsOfSocket: {
    es: 'Un socket de Unix no tiene puertos: sobra `ports`.',
    en: 'A Unix socket has no ports: `ports` does not belong here.',
  },
  onePortForSocket: {
    es: 'Con un socket de Unix como destino, el ServiceEntry tiene un solo puerto.',
    en: 'With a Unix socket as endpoint, the ServiceEntry has one port only.',
  },
  hostsOnConnections: {
    es: 'En un puerto `{protocol}` no se distinguen varios hosts: sepáralos en varios ServiceEntry, o usa `resolution: NONE`.',
    en: 'On a `{protocol}` port several hosts cannot be told apart: split them into ServiceEntries, or use `resolution: NONE`.',
  },
  dynamicHost: {
    es: '`resolution: DYNAMIC_DNS` es para comodines, y `{value}` es un nombre completo.',
    en: '`resolution: DYNAMIC_DNS` is for wildcards, and `{value}` is a full name.',
  },
  dynamicField: {
    es: 'Con `resolution: DYNAMIC_DNS` la dirección sale del nombre pedido: sobra `{field}`.',
    en: 'With `resolution: DYNAMIC_DNS` the address comes from the name asked for: `{field}` does not belong here.',
  },
  dynamicProtocol: {
    es: 'Con `resolution: DYNAMIC_DNS` los puertos son HTTP, HTTP2, GRPC o TLS.',
    en: 'With `resolution: DYNAMIC_DNS` ports are HTTP, HTTP2, GRPC or TLS.',
  },
  dynamicWaypoint: {
    es: 'Un ServiceEntry `MESH_INTERNAL` con `DYNAMIC_DNS` no puede usar un waypoint.',
    en: 'A `MESH_INTERNAL` ServiceEntry with `DYNAMIC_DNS` cannot use a waypoint.',
  },
  selectorExport: {
    es: 'Un DestinationRule con `workloadSelector` solo vale en su espacio de nombres: `exportTo` no puede decir otra cosa.',
    en: 'A DestinationRule with `workloadSelector` holds in its namespace only: `exportTo` cannot say otherwise.',
  },
  dryRunAction: {
    es: '`istio.io/dry-run` solo va en una AuthorizationPolicy ALLOW o DENY.',
    en: '`istio.io/dry-run` goes on an ALLOW or DENY AuthorizationPolicy only.',
  },
  internalAnnotation: {
    es: '`{name}` es de uso interno de Istio: no se puede escribir.',
    en: '`{name}` is for internal use of Istio: it cannot be written.',
  },
  oldKey: {
    es: '`{key}` ya no es una condición de `when`: lo dice {instead}.',
    en: '`{key}` is no condition of `when` any more: {instead} says it.',
  },
  claimToHeader: {
    es: '`outputClaimToHeaders` necesita `header` y `claim`.',
    en: '`outputClaimToHeaders` needs `header` and `claim`.',
  },
  probeMethod: {
    es: 'A la prueba (`probe`) le falta cómo hacerla: `httpGet`, `tcpSocket` o `exec` (`grpc` no se admite aún).',
    en: 'The `probe` lacks its method: `httpGet`, `tcpSocket` or `exec` (`grpc` is not taken yet).',
  },
  emptyProvider: {
    es: 'A un proveedor le falta `name`.',
    en: 'A provider lacks its `name`.',
  },
  tagValue: {
    es: 'La etiqueta `{name}` lleva `operation: {operation}`: `value` va con `UPSERT` y solo con él.',
    en: 'Tag `{name}` has `operation: {operation}`: `value` goes with `UPSERT`, and only with it.',
  },
  emptyTag: {
    es: 'Cada etiqueta de `customTags` tiene un nombre, y este está vacío.',
    en: 'Each tag of `customTags` has a name, and this one is empty.',
  },
  customTag: {
    es: 'La etiqueta `{name}` no dice de dónde sale su valor.',
    en: 'Tag `{name}` does not say where its value comes from.',
  },
  patchWithout: {
    es: 'A este parche le falta `{field}`.',
    en: 'This patch lacks `{field}`.',
  },
  patchWaypoint: {
    es: 'La condición `waypoint` va con `context: WAYPOINT`, y solo con él.',
    en: 'The condition `waypoint` goes with `context: WAYPOINT`, and with it alone.',
  },
  patchMatch: {
    es: 'Con `applyTo: {applyTo}` la condición es de otra clase: va `{field}`.',
    en: 'With `applyTo: {applyTo}` the condition is of another kind: it takes `{field}`.',
  },
  subFilter: {
    es: '`subFilter` solo va con `applyTo: HTTP_FILTER`, dentro de `envoy.filters.network.http_connection_manager`, y con nombre.',
    en: '`subFilter` goes with `applyTo: HTTP_FILTER` only, inside `envoy.filters.network.http_connection_manager`, and has a name.',
  },
  oneExtension: {
    es: 'Un TrafficExtension lleva `wasm` o `lua`, y solo uno.',
    en: 'A TrafficExtension has `wasm` or `lua`, and only one.',
  },
  envValue: {
    es: 'La variable `{name}` viene del host: `value` sobra.',
    en: 'Variable `{name}` comes from the host: `value` does not belong here.',
  },
} as const satisfies Messages;
