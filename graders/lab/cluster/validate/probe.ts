import type { ILifecycle, IProbe } from 'kubernetes-models/v1';
import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { containersIn } from '../../../model/workloads/containers.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { handlersOf, type ProbeField, probesOf } from '../../../model/workloads/probes.ts';
import { integer, object, texts } from '../../../model/workloads/values.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { law, type Say } from './law.ts';

const messages = {
  none: {
    es: '`{field}` no dice cómo preguntar: falta `httpGet`, `tcpSocket`, `exec` o `grpc`.',
    en: '`{field}` does not say how to ask: `httpGet`, `tcpSocket`, `exec` or `grpc` is missing.',
  },
  several: {
    es: '`{field}` pregunta de varias maneras a la vez: {handlers}. Deja una.',
    en: '`{field}` asks in several ways at once: {handlers}. Keep one.',
  },
  threshold: {
    es: '`successThreshold` tiene que ser 1 en `{field}`: basta un acierto.',
    en: '`successThreshold` must be 1 in `{field}`: one success is enough.',
  },
  tooShort: {
    es: '`terminationGracePeriodSeconds` tiene que ser mayor que 0.',
    en: '`terminationGracePeriodSeconds` must be greater than 0.',
  },
  grace: {
    es: 'Una sonda de disponibilidad no detiene el contenedor: `terminationGracePeriodSeconds` no se admite aquí.',
    en: 'A readiness probe does not stop the container: `terminationGracePeriodSeconds` is not allowed here.',
  },
  initContainer: {
    es: 'Un contenedor de inicio termina antes de que arranque el pod: no admite `{field}`. Solo los sidecars (`restartPolicy: Always`) la admiten.',
    en: 'An init container ends before the pod starts: it takes no `{field}`. Only sidecars (`restartPolicy: Always`) do.',
  },
  sleep: {
    es: 'Dormir {seconds} s no cabe en los {grace} s de `terminationGracePeriodSeconds`.',
    en: 'Sleeping {seconds} s does not fit in the {grace} s of `terminationGracePeriodSeconds`.',
  },
  command: {
    es: '`exec` necesita la orden que se ejecuta, en `command`.',
    en: '`exec` needs the command to run, in `command`.',
  },
} as const;

type Sayer = Say<typeof messages>;

export const probeLaw = law({
  of: 'pods',
  messages,
  check(manifests, say) {
    for (const { container, role, template } of containersIn(manifests)) {
      const { owner } = template;
      for (const { field, probe } of probesOf(container)) {
        if (role === 'init') say('initContainer', keySpanOf(container, field) ?? placeOf(owner, probe), { field });
        else checkProbe(owner, container, field, probe, say);
      }
      if (role === 'init' && object(container.lifecycle))
        say('initContainer', keySpanOf(container, 'lifecycle') ?? placeOf(owner, container), { field: 'lifecycle' });
      checkHooks(owner, object(container.lifecycle), say);
      const grace = integer(template.spec.terminationGracePeriodSeconds) ?? usualGrace;
      checkSleep(owner, object(container.lifecycle), grace, say);
    }
  },
});

function checkProbe(owner: Resource, container: object, field: ProbeField, probe: IProbe, say: Sayer): void {
  checkHandler(owner, container, field, say);
  const threshold = integer(probe.successThreshold);
  if (field !== 'readinessProbe' && threshold !== undefined && threshold > 1)
    say('threshold', placeOf(owner, probe, 'successThreshold'), { field });
  const grace = integer(probe.terminationGracePeriodSeconds);
  if (grace === undefined) return;
  const at = placeOf(owner, probe, 'terminationGracePeriodSeconds');
  if (field === 'readinessProbe') say('grace', at, {});
  else if (grace < 1) say('tooShort', at, {});
}

function checkHooks(owner: Resource, lifecycle: ILifecycle | undefined, say: Sayer): void {
  for (const field of ['postStart', 'preStop'] as const) {
    if (object(lifecycle?.[field])) checkHandler(owner, lifecycle as object, field, say);
  }
}

/** What the API server fills in when nobody says. */
const usualGrace = 30;

/** A hook that sleeps longer than the pod may take to end would never end. */
function checkSleep(owner: Resource, lifecycle: ILifecycle | undefined, grace: number, say: Sayer): void {
  for (const field of ['postStart', 'preStop'] as const) {
    const sleep = object(object(lifecycle?.[field])?.sleep);
    const seconds = integer(sleep?.seconds);
    if (seconds !== undefined && (seconds < 0 || seconds > grace))
      say('sleep', placeOf(owner, sleep, 'seconds'), { seconds, grace });
  }
}

function checkHandler(owner: Resource, holder: object, field: string, say: Sayer): void {
  const part = own(holder as Record<string, unknown>, field) as { exec?: { command?: string[] } };
  const handlers = handlersOf(part);
  const at = keySpanOf(holder, field) ?? placeOf(owner, part);
  if (handlers.length === 0) say('none', at, { field });
  if (handlers.length > 1) say('several', at, { field, handlers: handlers.map(code) });
  if (object(part.exec) && texts(part.exec?.command).length === 0)
    say('command', keySpanOf(part, 'exec') ?? placeOf(owner, part), {});
}
