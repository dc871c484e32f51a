import { containersIn } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { isSet, items, object, text } from '../../../model/workloads/values.ts';
import { law } from './law.ts';

export const volumeMountLaw = law({
  of: 'pods',
  messages: {
    duplicate: {
      es: 'El contenedor `{container}` monta dos volúmenes en `{path}`. Cada ruta admite uno.',
      en: 'The container `{container}` mounts two volumes at `{path}`. Each path takes one.',
    },
    subPath: {
      es: '`{path}` tiene que ser una ruta relativa al volumen, sin `..`.',
      en: '`{path}` must be a path relative to the volume, without `..`.',
    },
    bothSubPaths: {
      es: '`subPath` y `subPathExpr` dicen lo mismo de dos maneras. Deja uno.',
      en: '`subPath` and `subPathExpr` say the same in two ways. Keep one.',
    },
    recursive: {
      es: '`recursiveReadOnly` extiende `readOnly` a lo montado dentro: exige `readOnly: true` y ninguna `mountPropagation`.',
      en: '`recursiveReadOnly` extends `readOnly` to what is mounted inside: it demands `readOnly: true` and no `mountPropagation`.',
    },
    propagation: {
      es: '`mountPropagation: Bidirectional` monta volúmenes en el nodo: solo la puede pedir un contenedor privilegiado.',
      en: '`mountPropagation: Bidirectional` mounts volumes on the node: only a privileged container may ask for it.',
    },
  },
  check(manifests, say) {
    for (const { container, template } of containersIn(manifests)) {
      const { owner } = template;
      const seen = new Set<string>();
      for (const mount of items(container.volumeMounts)) {
        const path = text(mount.mountPath);
        if (path !== undefined && seen.has(path))
          say('duplicate', placeOf(owner, mount, 'mountPath'), { container: text(container.name) ?? '', path });
        if (path !== undefined) seen.add(path);
        if (text(mount.subPath) !== undefined && isSet(mount.subPathExpr) && mount.subPathExpr !== '')
          say('bothSubPaths', placeOf(owner, mount, 'subPathExpr'), {});
        const spreads = isSet(mount.mountPropagation) && mount.mountPropagation !== 'None';
        if (
          /^(?:Enabled|IfPossible)$/.test(text(mount.recursiveReadOnly) ?? '') &&
          (mount.readOnly !== true || spreads)
        )
          say('recursive', placeOf(owner, mount, 'recursiveReadOnly'), {});
        if (mount.mountPropagation === 'Bidirectional' && object(container.securityContext)?.privileged !== true)
          say('propagation', placeOf(owner, mount, 'mountPropagation'), {});
        for (const field of ['subPath', 'subPathExpr'] as const) {
          const inner = text(mount[field]);
          if (inner !== undefined && (inner.startsWith('/') || inner.split('/').includes('..')))
            say('subPath', placeOf(owner, mount, field), { path: inner });
        }
      }
    }
  },
});
