import type { Messages } from '../../../core/messages.ts';

/** What the routes of a host say. */
export const sentences = {
  ruleSkipped: {
    es: 'La regla {rule} no se aplica: pide `{wanted}` y en la petición hay `{found}`.',
    en: 'Rule {rule} does not apply: it wants `{wanted}` and the request has `{found}`.',
  },
  ruleLacks: {
    es: 'La regla {rule} no se aplica: pide `{wanted}` y la petición no lo lleva.',
    en: 'Rule {rule} does not apply: it wants `{wanted}` and the request does not carry it.',
  },
  ruleNotHere: {
    es: 'La regla {rule} no llega a este proxy: su `{wanted}` es para otros.',
    en: 'Rule {rule} does not reach this proxy: its `{wanted}` is for others.',
  },
  ruleMatched: {
    es: 'Se aplica la regla {rule} de `{virtualService}`.',
    en: 'Rule {rule} of `{virtualService}` applies.',
  },
  ruleCatchAll: {
    es: 'Se aplica la regla {rule} de `{virtualService}`, que no pide nada y acepta cualquier petición.',
    en: 'Rule {rule} of `{virtualService}` applies: it asks for nothing and takes any request.',
  },
  noRoute: {
    es: 'Ninguna regla de {virtualServices} acepta {method} `{path}`: el proxy responde 404 (NR).',
    en: 'No rule of {virtualServices} takes {method} `{path}`: the proxy answers 404 (NR).',
  },
  noRouteHere: {
    es: '`{virtualService}` nombra este host, pero ninguna de sus reglas es para `{client}` en el puerto {port}: no cuenta.',
    en: '`{virtualService}` names this host, but none of its rules is for `{client}` on port {port}: it does not count.',
  },
  otherHost: {
    es: '{kind:El|La} {kind} `{name}` decide sobre `{other}`, que no es `{host}`.',
    en: 'The {kind} `{name}` decides about `{other}`, which is not `{host}`.',
  },
  parentIgnored: {
    es: "Al padre de `{route}` le falta `group: ''`: su `kind: Service` no es el Service `{service}`, y la ruta no cuenta.",
    en: "The parent of `{route}` lacks `group: ''`: its `kind: Service` is not the Service `{service}`, and the route does not count.",
  },
  notHttp: {
    es: 'El puerto {port} de `{service}` se declara `{protocol}`: para la malla no es HTTP, y las rutas `http` no actúan.',
    en: 'Port {port} of `{service}` is declared `{protocol}`: for the mesh it is not HTTP, and `http` routes do not act.',
  },
  encryptedByApp: {
    es: 'Las rutas `http` de `{virtualService}` no actúan (tampoco sus tiempos de espera ni sus reintentos): a `{host}` se le llama por `https://`, la aplicación cifra y el proxy solo ve TLS.',
    en: 'The `http` routes of `{virtualService}` do not act (nor their timeouts and retries): `{host}` is called by `https://`, the application encrypts and the proxy sees only TLS.',
  },
  headless: {
    es: '`{service}` es un Service sin IP (headless): el cliente se conecta a los pods, y las rutas no actúan.',
    en: '`{service}` is a headless Service: the client connects to the pods, and routes do not act.',
  },
  noVirtualService: {
    es: 'Ningún VirtualService decide sobre `{host}` en este proxy: la petición va al Service tal cual.',
    en: 'No VirtualService decides about `{host}` in this proxy: the request goes to the Service as it is.',
  },
  otherGateways: {
    es: '`{virtualService}` nombra este host, pero solo actúa en {gateways}, no en los sidecars (`mesh`).',
    en: '`{virtualService}` names this host, but acts only in {gateways}, not in the sidecars (`mesh`).',
  },
  notVisible: {
    es: '`{virtualService}` nombra este host, pero `exportTo` no lo enseña al espacio de nombres `{namespace}`.',
    en: '`{virtualService}` names this host, but `exportTo` does not show it to namespace `{namespace}`.',
  },
  conflicting: {
    es: '`{virtualService}` nombra el mismo host que `{winner}`, y en los sidecars solo cuenta uno de los dos.',
    en: '`{virtualService}` names the same host as `{winner}`, and in sidecars only one of the two counts.',
  },
  weighed: {
    es: 'El destino `{destination}` recibe {percent} % (peso {weight} de {sum}).',
    en: 'Destination `{destination}` gets {percent}% (weight {weight} of {sum}).',
  },
  onlyDestination: {
    es: 'El destino es `{destination}`, el único de la regla.',
    en: 'The destination is `{destination}`, the only one of the rule.',
  },
  answeredDirectly: {
    es: 'El proxy responde {status} él mismo.',
    en: 'The proxy answers {status} by itself.',
  },
  redirected: {
    es: 'El proxy responde {status} y envía al cliente a `{location}`.',
    en: 'The proxy answers {status} and sends the client to `{location}`.',
  },
  timeoutSet: {
    es: 'La regla espera {seconds} s como mucho.',
    en: 'The rule waits {seconds} s at most.',
  },
  retriesSet: {
    es: 'La regla reintenta {attempts} {attempts:vez|veces}.',
    en: 'The rule retries {attempts} {attempts:time|times}.',
  },
  rewritten: {
    es: 'La aplicación verá la ruta `{path}` y el host `{authority}`.',
    en: 'The application will see the path `{path}` and the host `{authority}`.',
  },
  injected: {
    es: 'El proxy retrasa el {delayed} % de las peticiones y aborta el {aborted} %.',
    en: 'The proxy delays {delayed}% of the requests and aborts {aborted}%.',
  },
  mirrored: {
    es: 'El proxy copia el {percent} % de las peticiones a `{host}`, sin esperar su respuesta.',
    en: 'The proxy copies {percent}% of the requests to `{host}` without waiting for an answer.',
  },
  preflightAnswered: {
    es: 'El proxy responde él mismo, con 200, la consulta previa (preflight) de `{origin}`: ese origen está admitido.',
    en: 'The proxy answers the preflight of `{origin}` by itself, with 200: that origin is allowed.',
  },
  preflightIgnored: {
    es: 'El proxy responde 200 a la consulta previa (preflight) sin admitir `{origin}`: el navegador no seguirá.',
    en: 'The proxy answers the preflight with 200 without allowing `{origin}`: the browser will not go on.',
  },
  originAllowed: {
    es: 'El origen `{origin}` está admitido: la respuesta lo dirá, y el navegador la entrega a la página.',
    en: 'Origin `{origin}` is allowed: the answer will say so, and the browser hands it to the page.',
  },
  originOther: {
    es: 'El origen `{origin}` no está admitido: la petición sigue, pero el navegador no entrega la respuesta a la página.',
    en: 'Origin `{origin}` is not allowed: the request goes on, but the browser does not hand the answer to the page.',
  },
  routesNotImported: {
    es: 'El Sidecar `{sidecar}` no da a conocer `{virtualService}` a este proxy.',
    en: 'Sidecar `{sidecar}` does not make `{virtualService}` known to this proxy.',
  },
} as const satisfies Messages;
