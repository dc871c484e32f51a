import { rangeOf } from '../../../core/span.ts';
import type { Dockerfile } from '../../../model/dockerfile/dockerfile.ts';
import {
  type Check,
  type ContextFile,
  checks,
  ignoredIn,
  lintOf,
  type Registry,
  type Warning,
} from '../../image/index.ts';

interface Asked {
  readonly registry: Registry;
  readonly context: readonly ContextFile[];
  /** As typed after `--build-arg`. */
  readonly args: readonly string[];
  readonly target: string | undefined;
  /** Stages that are built; all of them for `--check`. */
  readonly stages?: ReadonlySet<number>;
}

/** What BuildKit warns about when it builds a Dockerfile, or checks it. */
export function warningsOf(
  dockerfile: Dockerfile,
  { registry, context, args, target, stages }: Asked,
): readonly Warning[] {
  const pairs = args.flatMap((one): (readonly [string, string])[] => {
    const equals = one.indexOf('=');
    return equals === -1 ? [] : [[one.slice(0, equals), one.slice(equals + 1)]];
  });
  const ignored = ignoredIn(context, dockerfile.source.path);
  return lintOf(dockerfile, {
    registry,
    args: Object.fromEntries(pairs),
    ...(target !== undefined && { target }),
    ...(stages && { stages }),
    ...(ignored && { ignored }),
  });
}

/** What `docker build` lists at its end. @see https://github.com/docker/buildx/blob/v0.29.1/commands/build.go (`printWarnings`) */
export function listed(warnings: readonly Warning[], content: string): string {
  if (warnings.length === 0) return '';
  const count = warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`;
  const rows = warnings.map(
    ({ check, detail, at }) => ` - ${check}: ${detail} (line ${rangeOf(content, at).start.line})\n`,
  );
  return `\n ${count} found (use docker --debug to expand):\n${rows.join('')}`;
}

/** What `docker build --check` prints. @see https://github.com/docker/buildx/blob/v0.29.1/commands/build.go (`printResult`) */
export function report(warnings: readonly Warning[], content: string, name: string): string {
  if (warnings.length === 0) return 'Check complete, no warnings found.\n';
  const count = warnings.length === 1 ? '1 warning has' : `${warnings.length} warnings have`;
  const sorted = warnings
    .map((warning) => ({ ...warning, ...linesOf(warning, content) }))
    .sort((one, other) => one.first - other.first);
  const told = sorted.map(({ check, detail, first, last }) => {
    const { url }: Check = checks[check];
    return `\nWARNING: ${check}${url === undefined ? '' : ` - ${url}`}\n${detail}\n${excerpt(content, name, first, last)}`;
  });
  return `Check complete, ${count} been found!\n${told.join('')}`;
}

function linesOf({ at }: Warning, content: string): { readonly first: number; readonly last: number } {
  const { start, end } = rangeOf(content, at);
  return { first: start.line, last: Math.max(start.line, end.line) };
}

/**
 * The lines of a file that a warning points to, with some around them.
 * @see https://github.com/moby/buildkit/blob/v0.33.1/solver/errdefs/source.go
 */
export function excerpt(content: string, name: string, first: number, last: number): string {
  const lines = content.split('\n');
  const wanted = first === last ? 4 : 2;
  let [from, to, padded] = [first, Math.min(last, lines.length), 0];
  while (padded < wanted) {
    if (from > 1) [from, padded] = [from - 1, padded + 1];
    if (to !== lines.length) [to, padded] = [to + 1, padded + 1];
    padded++;
  }
  const rows = lines.slice(from - 1, to).map((line, index) => {
    const number = from + index;
    const mark = number >= first && number <= last ? '>>>' : '   ';
    return ` ${String(number).padStart(3)} | ${mark} ${line}\n`;
  });
  return `${name}:${first}\n--------------------\n${rows.join('')}--------------------\n`;
}
