import type {
  INetworkPolicyPeer,
  INetworkPolicyPort,
  INetworkPolicySpec,
} from 'kubernetes-models/networking.k8s.io/v1';
import { ofKind, type Resource } from '../../../model/manifests/manifests.ts';
import { isCanonicalCidr, isStrictlyInside, parseCidr } from '../../../model/workloads/cidr.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { integer, isSet, items, object, text } from '../../../model/workloads/values.ts';
import { spanOf } from '../../../parse/yaml/located.ts';
import { law, type Say } from './law.ts';

const messages = {
  emptyPeer: {
    es: 'Este origen o destino está vacío: dice `podSelector`, `namespaceSelector` o `ipBlock`. Para cualquier pod del espacio de nombres, `podSelector: {}`.',
    en: 'This peer is empty: it says `podSelector`, `namespaceSelector` or `ipBlock`. For any pod of the namespace, `podSelector: {}`.',
  },
  mixedPeer: {
    es: '`ipBlock` habla de direcciones de fuera y no se combina con selectores: escribe dos entradas.',
    en: '`ipBlock` is about outside addresses and does not combine with selectors: write two entries.',
  },
  cidr: {
    es: '`{cidr}` no es un bloque de direcciones, como `10.0.0.0/8`.',
    en: '`{cidr}` is not a block of addresses, such as `10.0.0.0/8`.',
  },
  except: {
    es: 'La excepción `{except}` no está dentro de `{cidr}`.',
    en: 'The exception `{except}` is not inside `{cidr}`.',
  },
  types: {
    es: '`policyTypes` es `Ingress`, `Egress` o los dos, y aquí hay {count}.',
    en: '`policyTypes` is `Ingress`, `Egress` or both, and there are {count} here.',
  },
  bits: {
    es: '`{cidr}` tiene bits detrás del prefijo: la dirección de ese bloque es otra.',
    en: '`{cidr}` has bits after its prefix: the address of that block is another.',
  },
  endPortAlone: {
    es: '`endPort` cierra un rango: necesita un `port` con número.',
    en: '`endPort` ends a range: it needs a numeric `port`.',
  },
  endPortOrder: {
    es: 'El rango acaba en {end}, antes de empezar en {port}.',
    en: 'The range ends at {end}, before it starts at {port}.',
  },
} as const;

type Sayer = Say<typeof messages>;

export const networkPolicyLaw = law({
  messages,
  check(manifests, say) {
    for (const policy of ofKind<{ spec?: INetworkPolicySpec }>(manifests, 'NetworkPolicy', 'networking.k8s.io')) {
      const spec = object(policy.data.spec);
      const count = Array.isArray(spec?.policyTypes) ? spec.policyTypes.length : 0;
      if (count > 2) say('types', placeOf(policy, spec, 'policyTypes'), { count });
      const ingress = items(spec?.ingress);
      const egress = items(spec?.egress);
      for (const peer of [...ingress.flatMap(({ from }) => items(from)), ...egress.flatMap(({ to }) => items(to))])
        checkPeer(policy, peer, say);
      for (const port of [...ingress, ...egress].flatMap(({ ports }) => items(ports))) checkPort(policy, port, say);
    }
  },
});

function checkPeer(policy: Resource, peer: INetworkPolicyPeer, say: Sayer): void {
  const selects = isSet(peer.podSelector) || isSet(peer.namespaceSelector);
  const block = object(peer.ipBlock);
  if (!selects && !block) say('emptyPeer', placeOf(policy, peer), {});
  if (selects && block) say('mixedPeer', placeOf(policy, peer, 'ipBlock'), {});
  const written = text(block?.cidr);
  if (written === undefined) return;
  const cidr = parseCidr(written);
  if (!cidr) say('cidr', placeOf(policy, block, 'cidr'), { cidr: written });
  else if (!isCanonicalCidr(written)) say('bits', placeOf(policy, block, 'cidr'), { cidr: written });
  const exceptions: readonly unknown[] = Array.isArray(block?.except) ? block.except : [];
  for (const [index, except] of exceptions.entries()) {
    if (typeof except !== 'string') continue;
    const at = spanOf(exceptions, index) ?? placeOf(policy, block, 'except');
    const inner = parseCidr(except);
    if (!inner) say('cidr', at, { cidr: except });
    else if (!isCanonicalCidr(except)) say('bits', at, { cidr: except });
    else if (cidr && !isStrictlyInside(inner, cidr)) say('except', at, { except, cidr: written });
  }
}

function checkPort(policy: Resource, entry: INetworkPolicyPort, say: Sayer): void {
  const end = integer(entry.endPort);
  if (end === undefined) return;
  const port = integer(entry.port);
  const at = placeOf(policy, entry, 'endPort');
  if (port === undefined) say('endPortAlone', at, {});
  else if (end < port) say('endPortOrder', at, { end: String(end), port: String(port) });
}
