import type { Probe, Scene } from '../../../checks/service/contract.ts';
import type { Burst, Exchange, SceneRun } from '../../../checks/service/transcript.ts';
import type { Client, Received, Sent } from './http.ts';

/** No id is longer, and a path of megabytes is no path. */
const longestId = 1_000;

/** What a person reads of a body. */
const shownBody = 200;

/**
 * Plays one scene. It stops where nothing can follow: no answer, or no id to go on with.
 * @param left milliseconds that one answer may take now
 */
export async function play(scene: Scene, client: Client, left: () => number): Promise<Omit<SceneRun, 'end'>> {
  const kept = new Map<string, string>();
  const exchanges: Exchange[] = [];
  for (const probe of scene.probes) {
    const path = fillPath(probe.path, kept);
    if (path === undefined) break;
    const exchange = await exchangeOf(probe, path, client, left);
    exchanges.push(exchange);
    // A body that is refused before its end leaves a connection that nobody may go on with.
    if (probe.expect.orNone) client.reconnect();
    const mayGoOn = exchange.answer !== undefined || probe.expect.orNone === true;
    if (!mayGoOn) break;
    const id = probe.keep === undefined ? undefined : idIn(exchange.answer?.body);
    if (probe.keep !== undefined && id !== undefined) kept.set(probe.keep, id);
  }
  const burst = scene.burst === undefined ? {} : { burst: await storm(scene.burst, client, left) };
  return { id: scene.id, exchanges, ...burst };
}

/** Ids stand in the path as they are; undefined when one was never given. */
function fillPath(path: string, kept: ReadonlyMap<string, string>): string | undefined {
  const missing = [...path.matchAll(/\{(\w+)\}/g)].some(([, name = '']) => !kept.has(name));
  if (missing) return undefined;
  try {
    return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(kept.get(name) ?? ''));
  } catch {
    // Half a character, which no address can hold.
    return undefined;
  }
}

/** Methods a service does not support, or does not know. */
const unsupported: ReadonlySet<number> = new Set([404, 405, 501]);

/** Tries the methods of a probe until one is supported; the last one tried tells. */
async function exchangeOf(probe: Probe, path: string, client: Client, left: () => number): Promise<Exchange> {
  const body = bodyOf(probe);
  let exchange: Exchange | undefined;
  for (const method of probe.methods) {
    const sent: Sent = {
      method,
      path,
      ...(body && { body }),
      ...(probe.split && body && { cut: insideCharacter(body) }),
    };
    const mayBeStale = client.hasCarried;
    const received = await client.send(sent, left());
    const afresh = mayBeStale ? await askedAfresh(sent, received, probe, client, left) : {};
    const shown = body && { body: shorten(body.subarray(0, shownBody * 2).toString('utf8')) };
    exchange = { probe: probe.id, method, path, ...shown, ...trimmed(received, probe), ...afresh };
    if (!received.answer || !unsupported.has(received.answer.status)) break;
    // 404 for what does not exist is an answer, not a method that is missing.
    if (probe.expect.status?.includes(received.answer.status)) break;
  }
  if (!exchange) throw new Error(`the probe ${probe.id} has no method`);
  return exchange;
}

/** What the bytes of an unread body get when they are taken for a request line: no method has that name, or it is no HTTP. */
const garbled: ReadonlySet<number> = new Set([400, 501, 505]);

/** The same over a new connection, where the answer may be to what was left of the request before. */
async function askedAfresh(
  sent: Sent,
  { answer }: Received,
  { expect }: Probe,
  client: Client,
  left: () => number,
): Promise<Pick<Exchange, 'afresh'>> {
  if (!answer || !garbled.has(answer.status) || !expect.status || expect.status.includes(answer.status)) return {};
  client.reconnect();
  const again = (await client.send(sent, left())).answer?.status;
  return again !== undefined && expect.status.includes(again) ? { afresh: again } : {};
}

/** Nobody looks at the body of an answer whose content is not compared. */
function trimmed({ answer, failure }: Received, { expect, keep }: Probe): Received {
  if (!answer) return failure ? { failure } : {};
  const whole = expect.task || expect.tasks || keep;
  return { answer: whole ? answer : { ...answer, body: shorten(answer.body) } };
}

function bodyOf({ json, text, padding }: Probe): Buffer | undefined {
  if (text !== undefined) return Buffer.from(text);
  if (padding !== undefined) return Buffer.from(JSON.stringify({ titulo: 'x'.repeat(padding) }));
  return json === undefined ? undefined : Buffer.from(JSON.stringify(json));
}

const shorten = (text: string): string => (text.length > shownBody ? `${text.slice(0, shownBody)}…` : text);

/** An offset that separates the bytes of a character; the middle when all are single bytes. */
function insideCharacter(body: Buffer): number {
  const at = body.findIndex((byte) => byte >= 0x80);
  return at === -1 ? body.length >> 1 : at + 1;
}

function idIn(body: string | undefined): string | undefined {
  const { id } = (parse(body) ?? {}) as { id?: unknown };
  return (typeof id === 'number' && Number.isFinite(id)) ||
    (typeof id === 'string' && id !== '' && id.length <= longestId)
    ? String(id)
    : undefined;
}

function parse(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
}

/** Many creations at once, then one look at the list. */
async function storm(count: number, client: Client, left: () => number): Promise<Burst> {
  const titles = Array.from({ length: count }, (_, index) => `carga ${index + 1}`);
  const answers = await Promise.all(
    titles.map((titulo, index) => {
      const body = Buffer.from(JSON.stringify({ titulo }));
      // Half of the clients are slow: their body arrives when others have come in between.
      return client.send({ method: 'POST', path: '/tareas', body, ...(index % 2 === 1 && { cut: 0 }) }, left() * 2);
    }),
  );
  const ids = answers.flatMap(({ answer }) =>
    answer && (answer.status === 200 || answer.status === 201) ? (idIn(answer.body) ?? []) : [],
  );
  const list = parse((await client.send({ method: 'GET', path: '/tareas' }, left())).answer?.body);
  const found = new Set((Array.isArray(list) ? list : []).map((task: { titulo?: unknown } | null) => task?.titulo));
  return {
    sent: count,
    created: ids.length,
    ids: new Set(ids).size,
    listed: titles.filter((title) => found.has(title)).length,
  };
}
