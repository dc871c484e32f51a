import type { IPersistentVolumeClaim } from 'kubernetes-models/v1';
import { code } from '../../../core/code.ts';
import { containersOf } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { lookalike } from '../../../model/workloads/similar.ts';
import { type PodTemplate, podTemplatesOf } from '../../../model/workloads/templates.ts';
import { items, object, text } from '../../../model/workloads/values.ts';
import { law } from './law.ts';

export const declaredVolumeLaw = law({
  of: 'pods',
  messages: {
    undeclared: {
      es: 'El contenedor `{container}` monta `{volume}`, que no está en `spec.volumes`. Hay: {declared}.',
      en: 'The container `{container}` mounts `{volume}`, which is not in `spec.volumes`. There is: {declared}.',
    },
    slip: {
      es: 'El contenedor `{container}` monta `{volume}`, que no está en `spec.volumes`. ¿Querías decir `{near}`?',
      en: 'The container `{container}` mounts `{volume}`, which is not in `spec.volumes`. Did you mean `{near}`?',
    },
  },
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      const declared = volumeNames(template);
      for (const { container } of containersOf(template)) {
        for (const mount of [...items(container.volumeMounts), ...items(container.volumeDevices)]) {
          const volume = text(mount.name);
          if (volume === undefined || declared.has(volume)) continue;
          const at = placeOf(template.owner, mount, 'name');
          const facts = { container: text(container.name) ?? '', volume };
          const near = lookalike(volume, declared);
          if (near !== undefined) say('slip', at, { ...facts, near });
          else say('undeclared', at, { ...facts, declared: [...declared].map(code) });
        }
      }
    }
  },
});

/** A StatefulSet also declares volumes by claiming them. */
function volumeNames({ owner, spec }: PodTemplate): ReadonlySet<string> {
  const ofSet = object((owner.data as { spec?: { volumeClaimTemplates?: IPersistentVolumeClaim[] } }).spec);
  const claims = owner.kind === 'StatefulSet' ? items(ofSet?.volumeClaimTemplates) : [];
  const names = [...items(spec.volumes).map(({ name }) => name), ...claims.map(({ metadata }) => metadata?.name)];
  return new Set(names.flatMap((name) => text(name) ?? []));
}
