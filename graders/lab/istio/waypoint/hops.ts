import { hopMessages } from '../../../core/trace.ts';

/** What ambient mode adds to a request: a waypoint on the way, and a node proxy at the end. */
export const hops = hopMessages('waypoint', {
  taken: {
    es: '`{target}` usa el waypoint `{waypoint}`: el proxy del nodo de `{client}` le entrega la petición.',
    en: '`{target}` uses the waypoint `{waypoint}`: the node proxy of `{client}` hands it the request.',
  },
  takenByGateway: {
    es: '`{target}` pide que también los gateways pasen por su waypoint: la petición va a `{waypoint}`.',
    en: '`{target}` asks that gateways go through its waypoint too: the request goes to `{waypoint}`.',
  },
  bypassedBySidecar: {
    es: '`{client}` tiene sidecar: va derecho a los pods, sin pasar por el waypoint `{waypoint}` de `{target}`.',
    en: '`{client}` has a sidecar: it goes straight to the pods, not through the waypoint `{waypoint}` of `{target}`.',
  },
  bypassedOutsideMesh: {
    es: '`{client}` no está en la malla: va derecho a los pods, sin pasar por el waypoint `{waypoint}` de `{target}`.',
    en: '`{client}` is not in the mesh: it goes straight to the pods, not through the waypoint `{waypoint}` of `{target}`.',
  },
  bypassedByGateway: {
    es: 'El gateway `{client}` va derecho a los pods: `{target}` tiene waypoint (`{waypoint}`), pero no la etiqueta `istio.io/ingress-use-waypoint`.',
    en: 'The gateway `{client}` goes straight to the pods: `{target}` has a waypoint (`{waypoint}`), but not the label `istio.io/ingress-use-waypoint`.',
  },
  missing: {
    es: '`{target}` pide el waypoint `{waypoint}`, y no hay ningún Gateway de la clase `istio-waypoint` que se llame así: la petición sigue sin waypoint.',
    en: '`{target}` asks for the waypoint `{waypoint}`, and no Gateway of class `istio-waypoint` has that name: the request goes on without a waypoint.',
  },
  notAllowed: {
    es: 'El waypoint `{waypoint}` no admite a `{target}`, que es de otro espacio de nombres (`allowedRoutes`): la petición sigue sin waypoint.',
    en: 'The waypoint `{waypoint}` does not admit `{target}`, which is of another namespace (`allowedRoutes`): the request goes on without a waypoint.',
  },
  otherTraffic: {
    es: 'El waypoint `{waypoint}` es para `{traffic}` (`istio.io/waypoint-for`), y esta petición va a `{target}`: sigue sin waypoint.',
    en: 'The waypoint `{waypoint}` is for `{traffic}` (`istio.io/waypoint-for`), and this request goes to `{target}`: it goes on without a waypoint.',
  },
  noRoutes: {
    es: 'Ninguna ruta decide sobre `{host}` en el waypoint: la petición va al Service tal cual.',
    en: 'No route decides about `{host}` in the waypoint: the request goes to the Service as it is.',
  },
  idleRoutes: {
    es: '`{name}` decide sobre `{host}`, pero en modo ambient las rutas las aplica un waypoint, y esta petición no pasa por ninguno.',
    en: '`{name}` decides about `{host}`, but in ambient mode a waypoint applies routes, and this request goes through none.',
  },
  routesOfOthers: {
    es: '`{name}` nombra este host desde `{namespace}`, y un waypoint solo aplica rutas de su espacio de nombres y del de su Service.',
    en: '`{name}` names this host from `{namespace}`, and a waypoint only applies routes of its own namespace and of that of the Service.',
  },
  mixed: {
    es: 'Sobre `{host}` deciden a la vez `{route}` ({kind}) y el VirtualService `{name}`: Istio no define qué pasa; aquí cuenta `{route}`.',
    en: 'The {kind} `{route}` and the VirtualService `{name}` both decide about `{host}`: Istio leaves it undefined; here the {kind} counts.',
  },
  allowUnread: {
    es: 'El proxy del nodo (ztunnel) no ve `{field}`: la regla {rule} de `{policy}` no permite nada aquí. Lo aplicaría un waypoint, con `targetRefs`.',
    en: 'The node proxy (ztunnel) does not see `{field}`: rule {rule} of `{policy}` allows nothing here. A waypoint would apply it, with `targetRefs`.',
  },
  denyUnread: {
    es: 'El proxy del nodo (ztunnel) no ve `{field}`: la regla {rule} de `{policy}` no deniega nada aquí. Lo aplicaría un waypoint, con `targetRefs`.',
    en: 'The node proxy (ztunnel) does not see `{field}`: rule {rule} of `{policy}` denies nothing here. A waypoint would apply it, with `targetRefs`.',
  },
  denyWidened: {
    es: 'El proxy del nodo (ztunnel) no ve `{field}`: aplica la regla {rule} de `{policy}` sin mirarlo, y deniega de más.',
    en: 'The node proxy (ztunnel) does not see `{field}`: it applies rule {rule} of `{policy}` without it, and denies more than was meant.',
  },
  actionUnread: {
    es: 'El proxy del nodo (ztunnel) no sabe aplicar `{action}`: `{policy}` no hace nada aquí.',
    en: 'The node proxy (ztunnel) cannot apply `{action}`: `{policy}` does nothing here.',
  },
});
