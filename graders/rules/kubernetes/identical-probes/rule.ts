import { containersIn } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { object, text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/identical-probes',
  severity: 'info',
  title: {
    es: 'La sonda de vida es igual que la de disponibilidad',
    en: 'The liveness probe equals the readiness probe',
  },
  related: ['pod-probes'],
  over: 'manifests',
  messages: {
    same: {
      es: 'El contenedor `{container}` se reinicia en el mismo momento en que dejaría de recibir tráfico: las dos sondas son iguales.',
      en: 'The container `{container}` restarts at the very moment it would stop getting traffic: both probes are the same.',
    },
  },
  check(manifests, say) {
    for (const { template, container } of containersIn(manifests)) {
      const { livenessProbe, readinessProbe } = container;
      if (!object(livenessProbe) || !object(readinessProbe) || canonical(livenessProbe) !== canonical(readinessProbe))
        continue;
      say('same', placeOf(template.owner, container, 'livenessProbe'), { container: text(container.name) ?? '' });
    }
  },
});

/** The same text for the same probe, whatever the order of its fields. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, inner]) => `${key}:${canonical(inner)}`).join()}}`;
}
