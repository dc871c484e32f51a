import { type Finding, finding } from '../../core/finding.ts';
import { headOf } from '../../core/span.ts';
import { defaultPort } from './contract.ts';
import { listen, notRun, start, stop, unheard } from './findings.ts';
import { type ServiceSource, textWith } from './source.ts';
import type { Asked, End, ServiceTranscript } from './transcript.ts';
import { asSentence } from './words.ts';

/** Whether the service came to listen, and where. */
export function judgeStart(service: ServiceSource, transcript: ServiceTranscript): readonly Finding[] {
  const head = headOf(service.source);
  const { start: began } = transcript;
  if (began.state === 'silent') return [finding(start, 'silent', head, {})];
  if (began.state === 'ended') return [ended(began.end, head)];
  return whereItListens(began.asked, service);
}

function ended({ how, code, said }: End, at: Finding['at']): Finding {
  if (how === 'memory' || how === 'output') return finding(start, how, at, {});
  if (code === 0) return finding(start, 'ended', at, {});
  return finding(start, 'exit', at, { code: code ?? how, said: asSentence(said) });
}

function whereItListens({ port, host }: Asked, service: ServiceSource): readonly Finding[] {
  const head = headOf(service.source);
  const wrongPort = port === 'PORT' ? [] : [finding(listen, 'fixed', textWith(service, port) ?? head, { port })];
  if (host === null || !isLoopback(host)) return wrongPort;
  return [
    ...wrongPort,
    finding(listen, 'loopback', textWith(service, host) ?? textWith(service, 'localhost') ?? head, { host }),
  ];
}

/** Whether it listens on the port of the statement when no variable says another. */
export function judgeWithoutPort(service: ServiceSource, { withoutPort }: ServiceTranscript): readonly Finding[] {
  const head = headOf(service.source);
  const expected = defaultPort;
  if (withoutPort === 'taken') return [finding(notRun, 'portTaken', head, { port: expected })];
  if (!withoutPort) return [finding(listen, 'noDefault', textWith(service, 'PORT') ?? head, { expected })];
  const { port } = withoutPort;
  return port === expected
    ? []
    : [finding(listen, 'otherDefault', textWith(service, port) ?? head, { port, expected })];
}

const isLoopback = (host: string): boolean => /^(?:127\.|localhost$|::1$|\[::1\]$)/i.test(host);

/** Whether it ends when `docker stop`, or a kubelet, asks it to. */
export function judgeStop(service: ServiceSource, { stop: seen }: ServiceTranscript): readonly Finding[] {
  const at = textWith(service, 'SIGTERM') ?? headOf(service.source);
  if (!seen) return [finding(stop, 'gone', headOf(service.source), {})];
  if (!seen.ended) return [finding(stop, 'ignored', at, {})];
  return seen.handled ? [] : [finding(unheard, 'none', at, {})];
}
