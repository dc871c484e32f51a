import { code } from '../../../core/code.ts';
import { containersIn } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { probesOf } from '../../../model/workloads/probes.ts';
import { items, object, text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'kubernetes/probe-port',
  severity: 'warning',
  title: { es: 'La sonda pregunta en un puerto que no existe', en: 'The probe asks at a port that does not exist' },
  related: ['liveness-port', 'readiness-port', 'startup-port'],
  over: 'manifests',
  messages: {
    absent: {
      es: '`{field}` pregunta en el puerto llamado `{port}`, y el contenedor `{container}` no tiene ninguno con ese nombre: la sonda falla siempre. Hay: {declared}.',
      en: '`{field}` asks at the port named `{port}`, and the container `{container}` has none so named: the probe always fails. There is: {declared}.',
    },
  },
  check(manifests, say) {
    for (const { template, container } of containersIn(manifests)) {
      const names = items(container.ports).flatMap(({ name }) => text(name) ?? []);
      for (const { field, probe } of probesOf(container)) {
        for (const handler of [object(probe.httpGet), object(probe.tcpSocket)]) {
          const port = text(handler?.port);
          if (port === undefined || names.includes(port)) continue;
          const facts = { field, port, container: text(container.name) ?? '' };
          say('absent', placeOf(template.owner, handler, 'port'), {
            ...facts,
            declared: names.map(code),
          });
        }
      }
    }
  },
});
