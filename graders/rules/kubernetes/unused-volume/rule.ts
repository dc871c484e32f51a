import { containersOf } from '../../../model/workloads/containers.ts';
import { namePlaceOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { items, text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/unused-volume',
  severity: 'info',
  title: { es: 'Ningún contenedor monta el volumen', en: 'No container mounts the volume' },
  over: 'manifests',
  messages: {
    unused: {
      es: 'El volumen `{volume}` está declarado y ningún contenedor lo monta.',
      en: 'The volume `{volume}` is declared and no container mounts it.',
    },
  },
  check(manifests, say) {
    for (const template of podTemplatesOf(manifests)) {
      const mounted = new Set(
        containersOf(template).flatMap(({ container }) =>
          [...items(container.volumeMounts), ...items(container.volumeDevices)].map(({ name }) => name),
        ),
      );
      for (const volume of items(template.spec.volumes)) {
        const name = text(volume.name);
        if (name !== undefined && !mounted.has(name) && !isForInjector(name))
          say('unused', namePlaceOf(template.owner, volume), { volume: name });
      }
    }
  },
});

/** Volumes that the sidecar injectors of the meshes mount by themselves. */
const isForInjector = (name: string): boolean => /^(?:istio|linkerd|workload)-/.test(name);
