import type { Text } from '../../../core/text.ts';
import { apiProblems, type ProblemKey } from '../../../lab/istio/index.ts';
import { rule } from '../../rule.ts';

const messages = {
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
    es: '`{name}` no es una cabecera; para la ruta, el método o el host están `uri`, `method` y `authority`.',
    en: '`{name}` is no header; for path, method or host there are `uri`, `method` and `authority`.',
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
    es: 'Una redirección responde 301, 302, 303, 307 o 308, no {code}.',
    en: 'A redirect answers 301, 302, 303, 307 or 308, not {code}.',
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
  emptyList: {
    es: '`{field}` está vacío; si la regla no debe mirar eso, no lo escribas.',
    en: '`{field}` is empty; if the rule should not look at it, leave it out.',
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
    es: 'Una política no se puede dirigir a un `{kind}`: solo a un Gateway, un GatewayClass, un Service o un ServiceEntry.',
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
  backendWithoutPort: {
    es: 'A `{name}` le falta `port`: un HTTPRoute envía el tráfico a un puerto del Service, y la API no lo admite sin él.',
    en: '`{name}` has no `port`: an HTTPRoute sends traffic to a port of the Service, and the API refuses it without one.',
  },
} as const satisfies Record<ProblemKey, Text>;

export default rule({
  id: 'istio/refused-config',
  severity: 'error',
  title: { es: 'La API de Istio no admite el objeto', en: 'The Istio API refuses the object' },
  related: ['IST0106'],
  over: 'manifests',
  messages,
  check({ resources }, say) {
    for (const resource of resources) {
      // The facts of a problem are those of its message: the lab notes both together.
      for (const { key, at, facts } of apiProblems(resource)) say(key, at, facts as never);
    }
  },
});
