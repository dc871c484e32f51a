import { askRequest } from '../../ask.ts';
import { code } from '../../core/code.ts';
import type { Finding } from '../../core/finding.ts';
import { fill } from '../../core/messages.ts';
import type { ClusterState } from '../../lab/cluster/index.ts';
import { isCallable, type MeshRequest, observe } from '../../lab/request/index.ts';
import { requestJson } from '../../render/json.ts';
import { observedJson } from '../../render/observed.ts';
import { textsOf } from '../../render/places.ts';
import { filesLines } from '../../render/terminal/files.ts';
import { observedLines, queriesLines } from '../../render/terminal/observed.ts';
import { requestLines } from '../../render/terminal/request.ts';
import type { Screen } from '../../render/terminal/screen.ts';
import { wrap } from '../../render/terminal/wrap.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { printJson, printLines } from '../print.ts';
import { screenFor } from '../screen.ts';
import { badHeader, badMethod, badUrl, knownCallers, missingUrl, nothingToCheck } from '../sentences.ts';
import { readToken } from '../token.ts';
import { readWatching, refuseBadQueries, refuseIdleQueries, type WatchingOptions } from '../watching.ts';
import { loadWorld } from '../world.ts';

export interface RequestOptions extends WatchingOptions {
  readonly world: readonly string[];
  readonly from: string;
  readonly request: string;
  readonly header: readonly string[];
  readonly gateway?: string;
  /** Claims in JSON. */
  readonly token?: string;
  readonly tokenInvalid?: boolean;
  readonly clientCert?: boolean;
  readonly telemetry?: boolean;
  readonly format: 'human' | 'json';
}

/**
 * Sends one request through the manifests of a world and prints every decision.
 * Exit code 1: no part of it reaches an application and no proxy answers it.
 */
export function request(typedUrl: string | undefined, options: RequestOptions, context: Context): ExitCode {
  const { url, paths } = sortOut(typedUrl, options.world, context);
  const asked = askedIn(url, options, context);
  refuseBadQueries(options, context);
  const worlds = paths.map((path) => loadWorld(context.cwd, path));
  const textOf = textsOf(worlds.flatMap(({ shown }) => shown));
  const screen = screenFor(context, textOf);
  const sent = askRequest(
    worlds.flatMap((world) => world.sources),
    asked,
  );
  const refused = [...worlds.flatMap(({ problems }) => problems), ...sent.problems].filter(
    ({ severity }) => severity === 'error',
  );
  if (!('answer' in sent) || refused.length > 0) {
    printLines(context.err, filesLines(byFile(refused), screen));
    return 2;
  }
  if (!sent.answer) throw new UsageError(fill(nothingToCheck, { paths: paths.map(code) }, context.lang));
  const { trace, state } = sent.answer;
  const observed = observe(state, asked, trace.outcome, readWatching(options, context));
  refuseIdleQueries(options, observed, context);
  if (options.format === 'json') {
    printJson(context.out, requestJson(trace, observedJson(observed, textOf, context.lang), textOf, context.lang));
  } else {
    const answers = observed.istio ? queriesLines(observed.istio, screen) : [];
    const told = options.telemetry ? observedLines(observed, screen) : answers;
    printLines(context.out, [...requestLines(asked, trace, screen), ...told]);
  }
  if (trace.outcome.refusal === 'unknown-source') printLines(context.err, callersLines(state, screen));
  return trace.outcome.refusal === undefined ? 0 : 1;
}

function askedIn(url: string, options: RequestOptions, context: Context): MeshRequest {
  if (!isCallable(url)) throw new UsageError(fill(badUrl, { url }, context.lang));
  if (!token.test(options.request)) throw new UsageError(fill(badMethod, { method: options.request }, context.lang));
  const claims = readToken(options.token, options.tokenInvalid === true, context);
  return {
    url,
    from: options.from,
    method: options.request.toUpperCase(),
    headers: headersOf(options.header, context),
    ...(options.gateway !== undefined && { gateway: options.gateway }),
    ...(claims && { token: claims }),
    ...(options.clientCert && { clientCertificate: true }),
  };
}

/** A token of HTTP, as methods are. See https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
const token = /^[!#$%&'*+.^_`|~\w-]+$/;

/** Who could have called, for a caller that is not there. */
function callersLines({ pods }: ClusterState, { lang, width, palette }: Screen): readonly string[] {
  const names = [...new Set(pods.map(({ namespace, workload }) => `${namespace}/${workload.name}`))];
  const callers = [...names.slice(0, mostCallers), 'outside'].map(code);
  return wrap(fill(knownCallers, { callers }, lang), width, palette);
}

const mostCallers = 20;

/** `--world` takes every word that follows, so the URL may have ended up at its end. */
function sortOut(url: string | undefined, world: readonly string[], context: Context) {
  if (url !== undefined) return { url, paths: world };
  const last = world.at(-1);
  if (last?.includes('://') && world.length > 1) return { url: last, paths: world.slice(0, -1) };
  throw new UsageError(fill(missingUrl, {}, context.lang));
}

function headersOf(headers: readonly string[], context: Context): Readonly<Record<string, string>> {
  return Object.fromEntries(
    headers.map((header) => {
      const [, name, value] = /^\s*([^:\s]+)\s*:\s*(.*)$/.exec(header) ?? [];
      if (name === undefined || value === undefined) throw new UsageError(fill(badHeader, { header }, context.lang));
      return [name, value];
    }),
  );
}

function byFile(findings: readonly Finding[]) {
  const paths = [...new Set(findings.map(({ at }) => at.path))];
  return paths.map((path) => ({ path, findings: findings.filter(({ at }) => at.path === path) }));
}
