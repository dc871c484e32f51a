import type { IStorageClass } from 'kubernetes-models/storage.k8s.io/v1';
import { ofKind } from '../../../model/manifests/manifests.ts';
import { isQualifiedName } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { items, text, texts } from '../../../model/workloads/values.ts';
import { law } from './law.ts';

/** @see https://kubernetes.io/docs/concepts/storage/storage-classes/ */
export const storageLaw = law({
  messages: {
    provisioner: {
      es: '`{provisioner}` no sirve como `provisioner`: es un nombre, con un dominio delante si acaso, como `ebs.csi.aws.com`.',
      en: '`{provisioner}` is not a valid `provisioner`: it is a name, perhaps with a domain, such as `ebs.csi.aws.com`.',
    },
    key: {
      es: '`{key}` no puede ser la clave de una etiqueta de nodo.',
      en: '`{key}` cannot be the key of a node label.',
    },
    values: {
      es: 'La topología dice la clave `{key}` y no con qué valores: falta `values`, sin repetir ninguno.',
      en: 'The topology says the key `{key}` and not which values: `values` is missing, none of them twice.',
    },
    nothing: {
      es: 'Una topología sin `matchLabelExpressions` no dice nada: quítala.',
      en: 'A topology without `matchLabelExpressions` says nothing: remove it.',
    },
    repeated: {
      es: 'La clave `{key}` ya está en esta topología.',
      en: 'The key `{key}` is already in this topology.',
    },
  },
  check(manifests, say) {
    for (const owner of ofKind<IStorageClass>(manifests, 'StorageClass', 'storage.k8s.io')) {
      const { data } = owner;
      const provisioner = text(data.provisioner);
      if (provisioner !== undefined && !isQualifiedName(provisioner.toLowerCase()))
        say('provisioner', placeOf(owner, data, 'provisioner'), { provisioner });
      const topologies = new Set<string>();
      for (const topology of items(data.allowedTopologies)) {
        const seen = new Set<string>();
        for (const expression of items(topology.matchLabelExpressions)) {
          const key = typeof expression.key === 'string' ? expression.key : '';
          const values: readonly unknown[] = Array.isArray(expression.values) ? expression.values : [];
          if (!isQualifiedName(key)) say('key', placeOf(owner, expression, 'key'), { key });
          else if (seen.has(key)) say('repeated', placeOf(owner, expression, 'key'), { key });
          else if (values.length === 0 || new Set(values).size < values.length)
            say('values', placeOf(owner, expression, 'values'), { key });
          seen.add(key);
        }
        const whole = JSON.stringify(
          items(topology.matchLabelExpressions)
            .map(({ key, values }) => [key, [...texts(values)].sort()])
            .sort(),
        );
        if (seen.size === 0) say('nothing', placeOf(owner, topology), {});
        if (topologies.has(whole)) say('repeated', placeOf(owner, topology), { key: [...seen].join(', ') });
        topologies.add(whole);
      }
    }
  },
});
