import { own } from '../../core/own.ts';
import type { Text } from '../../core/text.ts';
import { podsAt } from '../../lab/cluster/index.ts';
import { request } from '../../lab/request/index.ts';
import { ask } from '../../lab/telemetry/index.ts';
import {
  clusterOf,
  collected,
  type Desk,
  type Fact,
  imageBy,
  imageNames,
  type NamedCluster,
  proxyOf,
  type Sent,
  send,
  seriesNow,
  stateNow,
  targetOf,
} from '../../lab/terminal/index.ts';
import { reasons as refusals } from '../traffic/reasons.ts';
import type { CallGoal, FactGoal, Goal, RequestGoal } from './params.ts';
import { fieldAt, type Played } from './play.ts';

/** What was found where a goal does not hold; undefined where it does. */
export type Missed =
  | { readonly why: 'state'; readonly found: Text }
  | { readonly why: 'order' | 'never' | 'early' }
  /** A check was made and got no answer, or was about something that differs in one thing. */
  | { readonly why: 'in-vain' | 'beside'; readonly said: Text };

/** Whether a goal holds at the end of a session, and what is there instead. */
export function missedBy(wanted: Goal, played: Played): Missed | undefined {
  const { session, context } = played;
  const { desk } = session;
  const state = stateMissed(wanted, desk, clusterAt(desk, context));
  if (state) return { why: 'state', found: state };
  const { order, verified } = wanted;
  if (order) {
    const [first, then] = [
      desk.facts.findIndex((one) => fits(one, order.first)),
      desk.facts.findLastIndex((one) => fits(one, order.then)),
    ];
    if (first === -1 || then === -1) return { why: 'never' };
    if (first > then) return { why: 'order' };
  }
  return verified ? unverified(verified, desk) : undefined;
}

/** The cluster of the exercise, or the current one. */
const clusterAt = (desk: Desk, context: string | undefined): NamedCluster | undefined =>
  context === undefined ? clusterOf(desk) : desk.clusters.find((one) => one.context === context);

function fits({ did, data }: Fact, wanted: FactGoal): boolean {
  return (
    isNamed(did, wanted.did) &&
    !wanted.except?.includes(String(own(data, 'kind'))) &&
    Object.entries(wanted.data ?? {}).every(([key, value]) =>
      Object.entries(data).some(([name, known]) => name === key && String(known) === String(value)),
    )
  );
}

function stateMissed(wanted: Goal, desk: Desk, cluster: NamedCluster | undefined): Text | undefined {
  return (
    (wanted.image && imageMissed(wanted.image, desk)) ??
    (wanted.container && containerMissed(wanted.container, desk)) ??
    (wanted.object && objectMissed(wanted.object, desk, cluster)) ??
    (wanted.answers && answerMissed(wanted.answers, desk)) ??
    (wanted.calls && callsMissed(wanted.calls, desk, cluster)) ??
    (wanted.proxied && proxyMissed(wanted.proxied, desk, cluster)) ??
    (wanted.query === undefined ? undefined : queryMissed(wanted.query, desk, cluster)) ??
    (wanted.spans === undefined ? undefined : spansMissed(wanted.spans, desk, cluster)) ??
    (wanted.did && !desk.facts.some((one) => wanted.did && fits(one, wanted.did)) ? nothing : undefined)
  );
}

const noCluster: Text = { es: 'No hay ningún clúster.', en: 'There is no cluster.' };
const nothing: Text = { es: 'Ninguna orden lo hace.', en: 'No command does it.' };

function imageMissed({ tag, built, absent }: NonNullable<Goal['image']>, desk: Desk): Text | undefined {
  const image = imageBy(desk, tag);
  if (absent)
    return image ? { es: `La imagen \`${tag}\` sigue ahí.`, en: `The image \`${tag}\` is still there.` } : undefined;
  if (!image) {
    const names = imageNames(desk).map((name) => `\`${name}\``);
    const others =
      names.length === 0
        ? { es: '', en: '' }
        : { es: `; hay ${names.join(', ')}`, en: `; there is ${names.join(', ')}` };
    return {
      es: `No hay ninguna imagen \`${tag}\`${others.es}.`,
      en: `There is no image \`${tag}\`${others.en}.`,
    };
  }
  const isNew = desk.facts.some(({ did, data }) => did === 'image.built' && data.image === image.id);
  if (built && !isNew)
    return {
      es: `\`${tag}\` es la que ya había: ninguna orden la construye.`,
      en: `\`${tag}\` is the one that was there: no command builds it.`,
    };
  return undefined;
}

function containerMissed({ name, image, state }: NonNullable<Goal['container']>, desk: Desk): Text | undefined {
  const one = desk.docker.containers.find((container) => container.name === name);
  if (!one) {
    if (state === 'absent') return undefined;
    const names = desk.docker.containers.map((container) => `\`${container.name}\``);
    const others: Text =
      names.length === 0
        ? { es: 'no hay ninguno', en: 'there is none' }
        : { es: `hay ${names.join(', ')}`, en: `there is ${names.join(', ')}` };
    return {
      es: `No existe el contenedor \`${name}\`; ${others.es}.`,
      en: `The container \`${name}\` does not exist; ${others.en}.`,
    };
  }
  if (state === 'absent') return { es: `\`${name}\` sigue ahí.`, en: `\`${name}\` is still there.` };
  if (one.state !== state) {
    const last = one.log.findLast(({ stream }) => stream === 'stderr')?.text;
    const said = last === undefined ? { es: '', en: '' } : { es: ` («${last}»)`, en: ` ("${last}")` };
    return {
      es: `\`${name}\` está en el estado \`${one.state}\`, con el código ${one.exit}${said.es}.`,
      en: `\`${name}\` is in state \`${one.state}\`, with code ${one.exit}${said.en}.`,
    };
  }
  if (image === undefined) return undefined;
  const wanted = imageBy(desk, image);
  if (wanted?.id === one.image) return undefined;
  return {
    es: `\`${name}\` se creó a partir de \`${one.reference}\`, y esa no es la imagen que hoy se llama \`${image}\`.`,
    en: `\`${name}\` was made from \`${one.reference}\`, which is not the image that is called \`${image}\` today.`,
  };
}

function objectMissed(
  { kind, name, namespace = 'default', absent, ready, fields = {} }: NonNullable<Goal['object']>,
  desk: Desk,
  cluster: NamedCluster | undefined,
): Text | undefined {
  if (!cluster) return absent ? undefined : noCluster;
  const object = [...cluster.live.objects.values()].find(
    ({ resource }) =>
      resource.kind === kind && resource.name === name && (resource.namespace ?? namespace) === namespace,
  );
  if (absent)
    return object ? { es: `${kind} \`${name}\` sigue ahí.`, en: `${kind} \`${name}\` is still there.` } : undefined;
  if (!object)
    return {
      es: `No existe ${kind} \`${name}\` en \`${namespace}\`.`,
      en: `${kind} \`${name}\` does not exist in \`${namespace}\`.`,
    };
  for (const [path, value] of Object.entries(fields)) {
    const known = fieldAt(object.resource.data, path);
    if (String(known) !== String(value))
      return {
        es: `\`${path}\` de ${kind} \`${name}\` es \`${String(known)}\`.`,
        en: `\`${path}\` of ${kind} \`${name}\` is \`${String(known)}\`.`,
      };
  }
  if (ready === undefined) return undefined;
  const pods = podsAt(cluster.live, desk.clock).filter(
    ({ pod, terminating }) =>
      !terminating && pod.ready && pod.from.kind === kind && pod.from.name === name && pod.namespace === namespace,
  );
  return pods.length >= ready
    ? undefined
    : { es: `Tiene ${pods.length} pods listos de ${ready}.`, en: `It has ${pods.length} ready pods of ${ready}.` };
}

function proxyMissed(
  workloads: readonly string[],
  { clock }: Desk,
  cluster: NamedCluster | undefined,
): Text | undefined {
  const pods = cluster ? podsAt(cluster.live, clock).filter(({ terminating }) => !terminating) : [];
  for (const workload of workloads) {
    const own = pods.filter(({ pod }) => `${pod.namespace}/${pod.workload.name}` === workload);
    const bare = own.find((pod) => proxyOf(pod) === undefined);
    if (own.length > 0 && !bare) continue;
    const which = `\`${bare ? bare.pod.name : workload}\``;
    return bare
      ? { es: `El pod ${which} no lleva ningún proxy.`, en: `The pod ${which} carries no proxy.` }
      : { es: `${which} no tiene ningún pod.`, en: `${which} has no pod.` };
  }
  return undefined;
}

function queryMissed(query: string, desk: Desk, cluster: NamedCluster | undefined): Text | undefined {
  if (!cluster) return noCluster;
  const answer = ask(query, seriesNow(desk, cluster));
  if ('problem' in answer) throw new Error(`the exercise asks what the lab does not read: ${query}`);
  if (answer.samples.some(({ value }) => value > 0)) return undefined;
  const what = `\`${query}\``;
  return answer.samples.length === 0
    ? { es: `En Prometheus no hay ninguna serie para ${what}.`, en: `Prometheus has no series for ${what}.` }
    : { es: `${what} da 0.`, en: `${what} gives 0.` };
}

function spansMissed(wanted: number, desk: Desk, cluster: NamedCluster | undefined): Text | undefined {
  if (!cluster) return noCluster;
  const { traces, spans } = collected(desk, cluster);
  if (spans >= wanted) return undefined;
  return traces === 0
    ? { es: 'A Jaeger no ha llegado ninguna traza.', en: 'No trace has reached Jaeger.' }
    : {
        es: `En Jaeger, la traza más larga tiene ${spans} spans de ${wanted}.`,
        en: `In Jaeger, the longest trace has ${spans} spans of ${wanted}.`,
      };
}

function callsMissed(calls: readonly CallGoal[], desk: Desk, cluster: NamedCluster | undefined): Text | undefined {
  if (!cluster) return noCluster;
  const state = stateNow(desk, cluster);
  for (const { from, to, headers, tls, allowed, status, by } of calls) {
    const { outcome } = request(state, { from, url: to, ...(headers && { headers }) });
    const sender =
      from === 'outside'
        ? { es: 'fuera del clúster', en: 'outside the cluster' }
        : { es: `\`${from}\``, en: `\`${from}\`` };
    const call = { es: `\`${to}\` desde ${sender.es}`, en: `\`${to}\` from ${sender.en}` };
    const reached = outcome.refusal === undefined && outcome.destinations.length > 0;
    if (allowed === false) {
      if (!reached) continue;
      return { es: `${call.es} llega.`, en: `${call.en} gets through.` };
    }
    if (!reached) {
      const why = outcome.refusal && refusals[outcome.refusal];
      return why
        ? { es: `${call.es} no llega, porque ${why.es}.`, en: `${call.en} does not get through, because ${why.en}.` }
        : { es: `${call.es} no llega.`, en: `${call.en} does not get through.` };
    }
    if (status !== undefined && outcome.status !== status)
      return { es: `${call.es} recibe ${outcome.status}.`, en: `${call.en} gets ${outcome.status}.` };
    if (tls !== undefined && outcome.tls !== tls) {
      const said =
        outcome.tls === 'mutual' ? { es: 'va con mTLS', en: 'has mTLS' } : { es: 'va sin mTLS', en: 'has no mTLS' };
      const unfinished =
        tls === 'mutual' ? rolling(desk, cluster, [from, ...namesOf(outcome.destinations)]) : undefined;
      return {
        es: `${call.es} ${said.es}.${unfinished?.es ?? ''}`,
        en: `${call.en} ${said.en}.${unfinished?.en ?? ''}`,
      };
    }
    const other = outcome.destinations.find((one) => by !== undefined && `${one.namespace}/${one.workload}` !== by);
    if (other) {
      const who = `\`${other.namespace}/${other.workload}\``;
      return { es: `A ${call.es} le contesta ${who}.`, en: `${who} answers ${call.en}.` };
    }
  }
  return undefined;
}

const namesOf = (destinations: readonly { readonly namespace: string; readonly workload: string }[]) =>
  destinations.map(({ namespace, workload }) => `${namespace}/${workload}`);

/** Which of some workloads was still changing its pods when the commands ended: its old pods answer until the new ones are ready. */
function rolling({ clock }: Desk, { live }: NamedCluster, workloads: readonly string[]): Text | undefined {
  const pods = podsAt(live, clock).filter(({ terminating }) => !terminating);
  const late = workloads.find((workload) => {
    const own = pods.filter(({ pod }) => `${pod.namespace}/${pod.workload.name}` === workload);
    return own.some(({ pod }) => pod.ready) && own.some(({ pod }) => !pod.ready);
  });
  if (late === undefined) return undefined;
  return {
    es: ` \`${late}\` aún estaba cambiando sus pods cuando terminaron las órdenes: \`kubectl rollout status\` espera a que acabe.`,
    en: ` \`${late}\` was still changing its pods when the commands ended: \`kubectl rollout status\` waits until that is over.`,
  };
}

function answerMissed(wanted: NonNullable<Goal['answers']>, desk: Desk): Text | undefined {
  const { answer } = send(desk, { method: wanted.method ?? 'GET', url: `http://${wanted.url}`, headers: {} });
  if (!answer.ok) {
    const why = reasons[answer.reason];
    const ports = publishedBy(wanted.by, desk);
    return {
      es: `\`${wanted.url}\` no contesta: ${why.es}.${ports.es}`,
      en: `\`${wanted.url}\` does not answer: ${why.en}.${ports.en}`,
    };
  }
  if (!isBy(answer.by, wanted.by)) return { es: `Contesta \`${answer.by}\`.`, en: `\`${answer.by}\` answers.` };
  if (wanted.status !== undefined && answer.status !== wanted.status)
    return { es: `Contesta con ${answer.status}.`, en: `It answers with ${answer.status}.` };
  return undefined;
}

/** Where one gets to a container from outside, which is what somebody meant who gets nowhere. */
function publishedBy(wanted: string | undefined, desk: Desk): Text {
  const one = desk.docker.containers.find(({ name, state }) => `docker:${name}` === wanted && state === 'running');
  if (!one) return { es: '', en: '' };
  const [port] = one.published;
  if (!port) return { es: ` \`${one.name}\` no publica ningún puerto.`, en: ` \`${one.name}\` publishes no port.` };
  return {
    es: ` \`${one.name}\` publica en el puerto ${port.host} de tu máquina su puerto ${port.container}.`,
    en: ` \`${one.name}\` publishes its port ${port.container} on port ${port.host} of your machine.`,
  };
}

const reasons: Readonly<Record<'unknown-host' | 'refused' | 'timeout' | 'reset' | 'empty' | 'tls', Text>> = {
  'unknown-host': { es: 'nadie conoce ese nombre', en: 'nobody knows that name' },
  refused: { es: 'nadie escucha en ese puerto', en: 'nobody listens on that port' },
  timeout: { es: 'la petición se pierde', en: 'the request is lost' },
  reset: { es: 'el puerto lleva a otro en el que nadie escucha', en: 'the port leads to one on which nobody listens' },
  empty: { es: 'la conexión se cierra sin respuesta', en: 'the connection is closed without an answer' },
  tls: { es: 'no habla TLS', en: 'it does not speak TLS' },
};

/** A final `*` of what is wanted stands for any end. */
const isNamed = (name: string, wanted: string): boolean =>
  wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted;

const isBy = (by: string, wanted: string | undefined): boolean => wanted === undefined || isNamed(by, wanted);

function isAsked(sent: Sent, wanted: RequestGoal): boolean {
  return (
    isThere(sent, wanted) &&
    hasHeaders(sent, wanted) &&
    (wanted.method === undefined || sent.method === wanted.method) &&
    (wanted.through === undefined || sent.through === wanted.through) &&
    (wanted.proxied === undefined || sent.proxy !== undefined)
  );
}

const hasHeaders = ({ headers }: Sent, wanted: RequestGoal): boolean =>
  Object.entries(wanted.headers ?? {}).every(([name, value]) => (own(headers, name) ?? null) === value);

function isThere({ url }: Sent, wanted: RequestGoal): boolean {
  const asked = targetOf(url);
  if (!asked) return false;
  if (wanted.path !== undefined && asked.path.replace(/\?.*$/, '') !== wanted.path) return false;
  if (wanted.url === undefined) return true;
  const goal = targetOf(wanted.url);
  const host = (name: string) => name.replace(/^(?:127\.0\.0\.1|0\.0\.0\.0|\[::1\])$/, 'localhost');
  return (
    goal !== undefined &&
    host(asked.host) === host(goal.host) &&
    asked.port === goal.port &&
    asked.path.startsWith(goal.path)
  );
}

function unverified({ request, did, after }: NonNullable<Goal['verified']>, desk: Desk): Missed | undefined {
  const changed = after ? desk.facts.findLast((one) => fits(one, after)) : undefined;
  const since = changed?.at ?? Number.NEGATIVE_INFINITY;
  if (did) {
    const looked = desk.facts.filter((one) => fits(one, did));
    if (looked.some(({ at }) => at >= since)) return undefined;
    if (looked.length > 0) return { why: 'early' };
    const said = sawOther(desk.facts, did);
    return said ? { why: 'beside', said } : { why: 'never' };
  }
  if (!request) return undefined;
  const asked = desk.sent.filter((one) => isAsked(one, request));
  const isGood = ({ outcome }: Sent) =>
    outcome.ok && isBy(outcome.by, request.by) && (request.status === undefined || outcome.status === request.status);
  if (asked.some((one) => one.at >= since && isGood(one))) return undefined;
  // What somebody else answered before was about something else.
  const about = asked.filter((one) => one.at >= since || !one.outcome.ok || isGood(one));
  if (about.length === 0) {
    const said = besides(
      desk.sent.filter(({ at }) => at >= since),
      request,
    );
    return said ? { why: 'beside', said } : { why: 'never' };
  }
  if (about.every(({ at }) => at < since)) return { why: 'early' };
  const last = asked.at(-1)?.outcome;
  if (!last?.ok) return { why: 'in-vain', said: reasons[last?.reason ?? 'refused'] };
  const answered = `${last.status} (\`${last.by}\`)`;
  return { why: 'in-vain', said: { es: `contestó ${answered}`, en: `the answer was ${answered}` } };
}

/** What somebody saw who looked as is asked for, and saw something else. */
function sawOther(facts: readonly Fact[], { did, data = {} }: FactGoal): Text | undefined {
  const near = facts.findLast((one) => isNamed(one.did, did));
  if (!near) return undefined;
  const [place, wanted] = [own(near.data, 'namespace'), own(data, 'namespace')];
  if (wanted !== undefined && !facts.some((one) => isNamed(one.did, did) && own(one.data, 'namespace') === wanted))
    return { es: `se miró en \`${place}\`, y no en \`${wanted}\``, en: `it was \`${place}\` and not \`${wanted}\`` };
  return {
    es: 'cuando se miró, lo que se vio no era eso',
    en: 'what was seen at that time was something else',
  };
}

/** What one thing is different in a request that comes near the one that is asked for. */
function besides(sent: readonly Sent[], wanted: RequestGoal): Text | undefined {
  const { by, proxied, headers = {}, url, path } = wanted;
  const tunnelled = sent.find(({ through }) => through === 'port-forward' || through === 'api');
  if (proxied && tunnelled)
    return {
      es: `\`${tunnelled.url}\` pasó por un túnel, que lleva a un pod sin atravesar la malla`,
      en: `\`${tunnelled.url}\` went through a tunnel, which leads to a pod and not through the mesh`,
    };
  const near = sent.findLast(
    (one) =>
      one.outcome.ok &&
      isBy(one.outcome.by, by) &&
      [isThere(one, wanted), hasHeaders(one, wanted), proxied === undefined || one.proxy !== undefined].filter(
        (holds) => !holds,
      ).length === 1,
  );
  if (!near) return undefined;
  if (proxied && near.proxy === undefined)
    return {
      es: `\`${near.url}\` no salió de un pod de la malla`,
      en: `\`${near.url}\` did not come from a pod of the mesh`,
    };
  if (!hasHeaders(near, wanted)) {
    const names = Object.keys(headers).map((name) => `\`${name}\``);
    return {
      es: `\`${near.url}\` iba con otras cabeceras (${names.join(', ')})`,
      en: `\`${near.url}\` had other headers (${names.join(', ')})`,
    };
  }
  return {
    es: `fue a \`${near.url}\`, y no a \`${url ?? path}\``,
    en: `it went to \`${near.url}\`, and not to \`${url ?? path}\``,
  };
}
