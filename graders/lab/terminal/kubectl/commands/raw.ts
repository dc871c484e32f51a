import { send } from '../../net/send.ts';
import type { Done, Session } from '../session.ts';
import { fromServer, Stop } from '../stop.ts';

/** The port at which it is asked here, and by nobody else. */
const unused = 65_535;

/** `kubectl get --raw PATH`: what the API server answers, as it stands. */
export function raw({ call, named }: Session, path: string): Done {
  if (call.operands.length > 0)
    throw new Stop(
      "error: arguments may not be passed when --raw is specified\nSee 'kubectl get -h' for help and examples",
    );
  const does = { kind: 'api-proxy', context: named.context, local: unused } as const;
  const job = { number: 0, pid: 0, command: 'kubectl', does };
  const place = path.startsWith('/') ? path : `/${path}`;
  const { desk, answer } = send(
    { ...call.desk, jobs: [...call.desk.jobs, job] },
    { method: 'GET', url: `http://localhost:${unused}${place}`, headers: {} },
  );
  if (!answer.ok) throw new Stop('Unable to connect to the server: EOF');
  const after = { ...desk, jobs: call.desk.jobs };
  if (answer.status === 404) throw fromServer('NotFound', 'the server could not find the requested resource');
  if (answer.status >= 500)
    throw fromServer('ServiceUnavailable', 'the server is currently unable to handle the request');
  const unknown = {
    es: 'El laboratorio no sabe con qué texto contesta la API.',
    en: 'The lab does not know with which text the API answers.',
  };
  return {
    desk: after,
    out: answer.body ?? '',
    ...(answer.body === undefined && { notes: [unknown], ...(!call.tty && { beyond: unknown }) }),
  };
}
