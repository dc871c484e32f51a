import type { INode } from 'kubernetes-models/v1';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { isCanonicalCidr } from '../../../model/workloads/cidr.ts';
import { isLabelValue, isQualifiedName } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { items, object, text, texts } from '../../../model/workloads/values.ts';
import { law } from './law.ts';

/** @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/ */
export const nodeLaw = law({
  messages: {
    key: {
      es: '`{key}` no sirve como clave de un taint.',
      en: '`{key}` is not a valid taint key.',
    },
    value: {
      es: '`{value}` no sirve como valor de un taint: hasta 63 letras, cifras, `-`, `_` o `.`.',
      en: '`{value}` is not a valid taint value: at most 63 letters, digits, `-`, `_` or `.`.',
    },
    repeated: {
      es: 'El nodo ya lleva un taint `{key}` con el efecto `{effect}`.',
      en: 'The node already has a taint `{key}` with the effect `{effect}`.',
    },
    cidr: {
      es: '`{cidr}` no es un bloque de direcciones, como `10.244.0.0/24`.',
      en: '`{cidr}` is not a block of addresses, such as `10.244.0.0/24`.',
    },
    families: {
      es: '`podCIDRs` lleva un bloque por familia de direcciones, uno IPv4 y otro IPv6 como mucho.',
      en: '`podCIDRs` has one block for each family of addresses, one IPv4 and one IPv6 at most.',
    },
  },
  check(manifests, say) {
    for (const node of ofKind<INode>(manifests, 'Node', '')) {
      const spec = object(node.data.spec);
      const seen = new Set<string>();
      for (const taint of items(spec?.taints)) {
        const key = text(taint.key) ?? '';
        const value = text(taint.value) ?? '';
        const effect = text(taint.effect) ?? '';
        const pair = `${key}:${effect}`;
        if (!isQualifiedName(key)) say('key', placeOf(node, taint, 'key'), { key });
        else if (!isLabelValue(value)) say('value', placeOf(node, taint, 'value'), { value });
        else if (seen.has(pair)) say('repeated', placeOf(node, taint, 'key'), { key, effect });
        seen.add(pair);
      }
      const [first] = texts(spec?.podCIDRs);
      const own = text(spec?.podCIDR);
      // The old field wins over a list that begins with another block.
      const cidrs = own === undefined || own === first ? texts(spec?.podCIDRs) : [own];
      const at = placeOf(node, spec, own === undefined || own === first ? 'podCIDRs' : 'podCIDR');
      const wrong = cidrs.find((cidr) => !isCanonicalCidr(cidr));
      if (wrong !== undefined) say('cidr', at, { cidr: wrong });
      else if (new Set(cidrs.map((cidr) => cidr.includes(':'))).size < cidrs.length) say('families', at, {});
    }
  },
});
