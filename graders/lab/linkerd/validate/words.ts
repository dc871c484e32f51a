import type { Messages } from '../../../core/messages.ts';

/** Why the policy controller refuses an object. */
export const words = {
  otherNamespace: {
    es: 'Una AuthorizationPolicy solo puede ser para su propio espacio de nombres, y `{name}` es otro.',
    en: 'An AuthorizationPolicy can only be for its own namespace, and `{name}` is another.',
  },
  targetKind: {
    es: 'Una AuthorizationPolicy es para un Server, un HTTPRoute, un GRPCRoute o su Namespace, no para un `{kind}` de `{group}`.',
    en: 'An AuthorizationPolicy is for a Server, an HTTPRoute, a GRPCRoute or its Namespace, not for a `{kind}` of `{group}`.',
  },
  authenticationKind: {
    es: 'Una política pide un MeshTLSAuthentication, un NetworkAuthentication o una ServiceAccount, no un `{kind}` de `{group}`.',
    en: 'A policy asks for a MeshTLSAuthentication, a NetworkAuthentication or a ServiceAccount, not for a `{kind}` of `{group}`.',
  },
  twoIdentities: {
    es: 'Un cliente tiene una sola identidad: solo cabe un MeshTLSAuthentication o una ServiceAccount. Reúne las cuentas en un MeshTLSAuthentication.',
    en: 'A client has one identity: only one MeshTLSAuthentication or ServiceAccount fits. Gather the accounts in one MeshTLSAuthentication.',
  },
  twoNetworks: {
    es: 'Solo cabe un NetworkAuthentication: reúne las redes en uno.',
    en: 'Only one NetworkAuthentication fits: gather the networks in one.',
  },
  identityKind: {
    es: 'Una identidad es de una ServiceAccount o de un Namespace, no de un `{kind}` de `{group}`.',
    en: 'An identity is of a ServiceAccount or of a Namespace, not of a `{kind}` of `{group}`.',
  },
  namespaceInNamespace: {
    es: 'Un Namespace no está en ningún espacio de nombres: sobra `namespace`.',
    en: 'A Namespace is in no namespace: `namespace` does not belong here.',
  },
  noNetworks: { es: 'Falta al menos una red en `networks`.', en: '`networks` needs at least one network.' },
  network: {
    es: '`{value}` no es una dirección IP ni un bloque de direcciones.',
    en: '`{value}` is neither an IP address nor a block of addresses.',
  },
  exceptAll: {
    es: 'La excepción `{except}` quita toda la red `{cidr}`.',
    en: 'Exception `{except}` takes the whole network `{cidr}` away.',
  },
  exceptOutside: {
    es: 'La excepción `{except}` no está dentro de `{cidr}`.',
    en: 'Exception `{except}` is not inside `{cidr}`.',
  },
  openAndMesh: {
    es: '`unauthenticated: true` deja entrar a todos: no va con `meshTLS`.',
    en: '`unauthenticated: true` lets everybody in: it does not go with `meshTLS`.',
  },
  openTls: {
    es: '`unauthenticatedTLS: true` acepta cualquier identidad: sobran `identities` y `serviceAccounts`.',
    en: '`unauthenticatedTLS: true` takes any identity: `identities` and `serviceAccounts` do not belong here.',
  },
  repeatedServer: {
    es: 'El Server `{other}` ya es para el puerto {port} de los mismos pods, y solo cabe uno.',
    en: 'Server `{other}` is for port {port} of the same pods already, and only one fits.',
  },
  relativePath: {
    es: 'La ruta `{path}` empieza por `/`.',
    en: 'Path `{path}` starts with `/`.',
  },
  badRegex: {
    es: '`{pattern}` no es una expresión regular.',
    en: '`{pattern}` is not a regular expression.',
  },
  negativeTimeout: { es: 'Un tiempo de espera no es negativo.', en: 'A timeout is not negative.' },
  backendTimeout: {
    es: '`backendRequest` ({backend}) es más largo que `request` ({request}): cada intento tiene que caber en la petición.',
    en: '`backendRequest` ({backend}) is longer than `request` ({request}): each attempt has to fit in the request.',
  },
  egressPort: {
    es: 'A un EgressNetwork se une una ruta con `port`.',
    en: 'A route attaches to an EgressNetwork with a `port`.',
  },
} as const satisfies Messages;
