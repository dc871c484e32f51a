import { type Finding, finding } from '../../core/finding.ts';
import { headOf, type Span } from '../../core/span.ts';
import type { Trace } from '../../core/trace.ts';
import { bodyFindings } from './body.ts';
import type { Probe, Scene } from './contract.ts';
import { contentType, crash, load, status, unanswered } from './findings.ts';
import { type ServiceSource, textOf, textWith } from './source.ts';
import type { Subject } from './subject.ts';
import { traceOf } from './trace.ts';
import type { Burst, End, Exchange, SceneRun, ServiceTranscript } from './transcript.ts';
import { asSentence, expectedStatus, requestOf } from './words.ts';

export interface JudgedScene {
  readonly findings: readonly Finding[];
  readonly trace: Trace;
}

/** Compares a scene as it was played with what the contract says of it; the first wrong answer tells the rest. */
export function judgeScene(scene: Scene, service: ServiceSource, transcript: ServiceTranscript): JudgedScene {
  const run = transcript.scenes.find(({ id }) => id === scene.id) ?? { id: scene.id, exchanges: [] };
  const trace = traceOf(scene, run);
  const at = textOf(service, '/tareas') ?? textWith(service, 'tareas') ?? headOf(service.source);
  const wrong = firstWrong(scene, run, at, trace);
  if (wrong.length > 0 || scene.burst === undefined) return { findings: wrong, trace };
  return { findings: burstFindings(scene.burst, run, at, trace), trace };
}

function firstWrong(scene: Scene, run: SceneRun, at: Span, trace: Trace): readonly Finding[] {
  const last = run.exchanges.at(-1);
  // The one that brought the process down, when it ended.
  const fatal = run.exchanges.find(({ answer }) => !answer) ?? last;
  for (const probe of scene.probes) {
    const exchange = run.exchanges.find((one) => one.probe === probe.id);
    const found = exchange
      ? judgeExchange({ probe, exchange, scene, run, at, because: trace }, exchange === fatal ? run.end : undefined)
      : [notAsked(probe, run, fatal, at, trace)];
    if (found.length > 0) return found;
  }
  return [];
}

function judgeExchange(subject: Subject, end: End | undefined): readonly Finding[] {
  const { probe, exchange, at, because } = subject;
  const request = requestOf(exchange);
  const { answer, failure = 'closed' } = exchange;
  if (end && end.how !== 'time') return [crashed(request, end, at, because)];
  if (!answer) {
    if (probe.expect.orNone && failure !== 'timeout') return [];
    return [finding(unanswered, failure === 'refused' ? 'closed' : failure, at, { request }, because)];
  }
  const wrongStatus = statusFinding(subject, answer.status);
  if (wrongStatus) return [wrongStatus];
  if (!probe.expect.task && !probe.expect.tasks) return [];
  const wrongType = typeFinding(answer.type, request, at, because);
  return wrongType ? [wrongType] : bodyFindings(subject, answer.body);
}

function crashed(request: string, { how, code, said }: End, at: Span, because: Trace): Finding {
  if (how === 'memory' || how === 'output') return finding(crash, how, at, { request }, because);
  return finding(crash, 'exit', at, { request, code: code ?? how, said: asSentence(said) }, because);
}

/** What went before left nothing to go on with: the process is gone, or there was no id. */
function notAsked(probe: Probe, run: SceneRun, last: Exchange | undefined, at: Span, because: Trace): Finding {
  const request = requestOf(last ?? { method: probe.methods[0], path: probe.path });
  if (run.end && run.end.how !== 'time') return crashed(request, run.end, at, because);
  return finding(
    unanswered,
    'notAsked',
    at,
    { request: requestOf({ method: probe.methods[0], path: probe.path }) },
    because,
  );
}

function statusFinding({ probe, exchange, at, because }: Subject, found: number): Finding | undefined {
  const { status: wanted } = probe.expect;
  if (!wanted || wanted.includes(found)) return undefined;
  const request = requestOf(exchange);
  const expected = expectedStatus(wanted);
  const { body, afresh } = exchange;
  if (afresh !== undefined) return finding(status, 'unread', at, { request, found, afresh }, because);
  return body === undefined
    ? finding(status, 'other', at, { request, found, expected }, because)
    : finding(status, 'otherWithBody', at, { request, body, found, expected }, because);
}

function typeFinding(type: string | null, request: string, at: Span, because: Trace): Finding | undefined {
  if (type === null) return finding(contentType, 'missing', at, { request }, because);
  if (/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type)) return undefined;
  return finding(contentType, 'other', at, { request, found: type.slice(0, 80) }, because);
}

function burstFindings(sent: number, { burst, end }: SceneRun, at: Span, because: Trace): readonly Finding[] {
  if (end && end.how !== 'time') return [crashed('POST /tareas', end, at, because)];
  const { created, ids, listed }: Burst = burst ?? { sent, created: 0, ids: 0, listed: 0 };
  if (created < sent) return [finding(load, 'unanswered', at, { sent, created }, because)];
  if (ids < sent) return [finding(load, 'repeated', at, { sent, ids }, because)];
  return listed < sent ? [finding(load, 'lost', at, { sent, listed }, because)] : [];
}
