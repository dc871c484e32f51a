import type { Messages } from '../../../core/messages.ts';

/** What authorization says. */
export const sentences = {
  allowedBy: {
    es: 'La regla {rule} de `{policy}` permite la petición.',
    en: 'Rule {rule} of `{policy}` allows the request.',
  },
  deniedBy: {
    es: 'La regla {rule} de `{policy}` deniega la petición.',
    en: 'Rule {rule} of `{policy}` denies the request.',
  },
  providerAllows: {
    es: 'La regla {rule} de `{policy}` pregunta a `{provider}`, que permite la petición.',
    en: 'Rule {rule} of `{policy}` asks `{provider}`, which allows the request.',
  },
  providerAssumed: {
    es: 'La regla {rule} de `{policy}` pregunta a `{provider}`. Aquí nadie sabe qué contesta: se supone que la permite.',
    en: 'Rule {rule} of `{policy}` asks `{provider}`. Nobody here knows what it answers: it is taken to allow.',
  },
  providerDenies: {
    es: 'La regla {rule} de `{policy}` pregunta a `{provider}`, que deniega la petición.',
    en: 'Rule {rule} of `{policy}` asks `{provider}`, which denies the request.',
  },
  providerOfHttp: {
    es: '`{policy}` pregunta a `{provider}`, que solo entiende de HTTP: por una conexión TCP no se le pregunta.',
    en: '`{policy}` asks `{provider}`, which only knows of HTTP: it is not asked about a TCP connection.',
  },
  providerMissing: {
    es: '`{policy}` pregunta a `{provider}`, que no está en `extensionProviders` de la malla: lo que pide su regla {rule} se deniega.',
    en: '`{policy}` asks `{provider}`, which is not in `extensionProviders` of the mesh: what its rule {rule} matches is denied.',
  },
  providerName: {
    es: '`{provider}` no sirve como nombre de un proveedor, que solo lleva minúsculas, cifras y `-`: lo que pide la regla {rule} de `{policy}` se deniega.',
    en: '`{provider}` is not a valid name of a provider, which only takes lowercase letters, digits and `-`: what rule {rule} of `{policy}` matches is denied.',
  },
  providerPort: {
    es: 'El proveedor `{provider}` no dice en qué puerto atiende: lo que pide la regla {rule} de `{policy}` se deniega.',
    en: 'The provider `{provider}` does not say on which port it answers: what rule {rule} of `{policy}` matches is denied.',
  },
  providerService: {
    es: 'El proveedor `{provider}` está en `{service}`, y la malla no conoce ese nombre completo: lo que pide la regla {rule} de `{policy}` se deniega.',
    en: 'The provider `{provider}` is at `{service}`, and the mesh does not know that full name: what rule {rule} of `{policy}` matches is denied.',
  },
  providersTwo: {
    es: 'Hay políticas CUSTOM de varios proveedores ({providers}) para el mismo pod, y solo se admite uno: lo que pide la regla {rule} de `{policy}` se deniega.',
    en: 'There are CUSTOM policies of several providers ({providers}) for the same pod, and only one is allowed: what rule {rule} of `{policy}` matches is denied.',
  },
  ruleMisses: {
    es: 'La regla {rule} de `{policy}` pide en `{field}` {wanted}, y en la petición es `{found}`.',
    en: 'Rule {rule} of `{policy}` wants {wanted} in `{field}`, and the request has `{found}`.',
  },
  ruleLacksFact: {
    es: 'La regla {rule} de `{policy}` pide en `{field}` {wanted}, y la petición no lo trae.',
    en: 'Rule {rule} of `{policy}` wants {wanted} in `{field}`, and the request carries nothing of the kind.',
  },
  ruleLacksIdentity: {
    es: 'La regla {rule} de `{policy}` pide en `{field}` {wanted}, y sin mTLS no se sabe quién llama.',
    en: 'Rule {rule} of `{policy}` wants {wanted} in `{field}`, and without mTLS nobody knows who calls.',
  },
  allowedByNone: {
    es: 'Hay políticas ALLOW ({policies}) y ninguna permite la petición: se deniega.',
    en: 'There are ALLOW policies ({policies}) and none of them allows the request: it is denied.',
  },
  policyForNamespace: {
    es: '`{policy}` no lleva `selector`: es para todos los pods del espacio de nombres `{namespace}`.',
    en: '`{policy}` has no `selector`: it is for every pod of namespace `{namespace}`.',
  },
  policyForMesh: {
    es: '`{policy}` no lleva `selector` y está en el espacio de nombres raíz: es para todos los pods de la malla.',
    en: '`{policy}` has no `selector` and is in the root namespace: it is for every pod of the mesh.',
  },
  nothingAllowed: {
    es: 'Hay políticas ALLOW ({policies}) y ninguna regla suya permite algo aquí: todo se deniega.',
    en: 'There are ALLOW policies ({policies}) and no rule of theirs allows anything here: all is denied.',
  },
  noneDenies: {
    es: 'Las políticas DENY ({policies}) no dicen nada de esta petición, y sin ningún ALLOW lo demás se permite.',
    en: 'The DENY policies ({policies}) say nothing of this request, and without any ALLOW the rest is allowed.',
  },
  policyElsewhere: {
    es: '`{policy}` no es para `{workload}`: solo alcanza a los pods del espacio de nombres `{namespace}`.',
    en: '`{policy}` is not for `{workload}`: it only reaches the pods of namespace `{namespace}`.',
  },
  policyOtherPods: {
    es: '`{policy}` no es para los pods de `{workload}`: su selector pide {labels}.',
    en: '`{policy}` is not for the pods of `{workload}`: its selector wants {labels}.',
  },
  policyTargeted: {
    es: '`{policy}` se dirige a otros objetos con `targetRefs`, y el proxy de `{workload}` no la aplica.',
    en: '`{policy}` is aimed at other objects with `targetRefs`, and the proxy of `{workload}` does not apply it.',
  },
  policyAudits: {
    es: '`{policy}` es para `{workload}`, pero con `AUDIT` solo se anota: no decide nada.',
    en: '`{policy}` is for `{workload}`, but `AUDIT` only records: it decides nothing.',
  },
  policyDryRun: {
    es: '`{policy}` es para `{workload}`, pero está en pruebas (`istio.io/dry-run`): no decide nada.',
    en: '`{policy}` is for `{workload}`, but it is a dry run (`istio.io/dry-run`): it decides nothing.',
  },
  unguarded: {
    es: 'Ninguna AuthorizationPolicy decide sobre los pods de `{workload}`: se permite todo.',
    en: 'No AuthorizationPolicy decides about the pods of `{workload}`: everything is allowed.',
  },
} as const satisfies Messages;
