import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../core/json.ts';
import { sayTable } from '../table.ts';
import { ask, buildPrograms } from './ask.ts';
import { type Agreement, agreementOf, countedByKind, differencesIn, type Part } from './part.ts';
import { parts } from './parts.ts';
import { Random } from './random.ts';
import { compareReal } from './real.ts';

/**
 * `npm run upstream [-- --seed N --count N --only PART --write]`: asks the original Go libraries about generated inputs and
 * prints how far Timonel agrees, part by part, with every differing input. `--write` keeps the result as `snapshot.json` and
 * the first inputs with upstream's answers as `corpus/`, which the tests replay without Go. Exit code 1 when an answer
 * differs that no deviation names, when a deviation has stopped deviating, or when a control fails.
 * `npm run upstream -- real [FOLDER]` asks about files that people have written instead.
 */
const here = import.meta.dirname;
const root = join(here, '..', '..', '..');
const args = process.argv.slice(2);
const option = (name: string): string | undefined => args[args.indexOf(`--${name}`) + 1 || args.length];
const seed = Number(option('seed') ?? 1);
const count = Number(option('count') ?? 10_000);
const only = option('only');
const kept = 200;

interface Result extends Agreement {
  /** Differences when upstream's answers are compared with themselves, and with one of them changed: 0 and 1. */
  readonly controls: readonly [number, number];
}

process.exitCode = (args[0] === 'real' ? compareReal(args[1]) : compareGenerated()) ? 0 : 1;

/** @returns whether every difference is named, and every control as it should be */
function compareGenerated(): boolean {
  const chosen = parts.filter(({ name }) => only === undefined || name === only);
  const folder = buildPrograms(chosen.map(({ name }) => name));
  const results = chosen.map((part) => resultOf(part, folder));
  report(results);
  if (args.includes('--write')) writeSnapshot(results);
  return results.every(isSound);
}

function resultOf(part: Part, folder: string): Result {
  const random = new Random(seed);
  const { questions = 1 } = part;
  const inputs = Array.from({ length: Math.ceil(count / questions) }, () => part.make(random));
  const upstream = ask(folder, part.name, inputs);
  const again = ask(folder, part.name, inputs);
  const shown = part.deviations.map(({ input }) => input);
  const deviating = shown.length > 0 ? ask(folder, part.name, shown) : [];
  const heard = (said: readonly Json[]) => said.map((one) => part.heard?.(one as never) ?? one);
  const tampered = heard(upstream).with(inputs.length >> 1, { tampered: true });
  const plain = { deviations: [], ...(part.same && { same: part.same }) };
  const controls = [heard(again), tampered].map((one) => differencesIn(plain, inputs, one, heard(upstream)).length);
  if (args.includes('--write')) keep(part, [...shown, ...inputs], [...deviating, ...upstream]);
  return { ...agreementOf(part, inputs, upstream, deviating), controls: [controls[0] ?? -1, controls[1] ?? -1] };
}

/** Keeps the results; of parts that were not asked this time, what was kept before. */
function writeSnapshot(results: readonly Result[]): void {
  const file = join(here, 'snapshot.json');
  const before = (JSON.parse(readFileSync(file, 'utf8')) as { readonly parts: readonly { readonly part: string }[] })
    .parts;
  const named = parts.flatMap(({ name }) => {
    const result = results.find(({ part }) => part === name);
    if (!result) return before.filter(({ part }) => part === name);
    const { part, inputs, agree, things, controls, differences } = result;
    const [untouched, tampered] = controls;
    return [{ part, seed, inputs, agree, ...(things && { things }), controls: { untouched, tampered }, differences }];
  });
  writeFileSync(file, `${JSON.stringify({ versions: versions(), parts: named }, null, 2)}\n`);
  execFileSync(process.execPath, [
    join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'),
    'format',
    '--write',
    file,
  ]);
}

/** Keeps what was asked: first what shows the deviations, in their order. */
function keep({ name, questions = 1, deviations }: Part, inputs: readonly Json[], upstream: readonly Json[]): void {
  const lines = inputs
    .slice(0, Math.ceil(kept / questions) + deviations.length)
    .map((input, index) => JSON.stringify({ input, upstream: upstream[index] ?? null }));
  writeFileSync(join(here, 'corpus', `${name}.jsonl`), `${lines.join('\n')}\n`);
}

function isSound({ differences, idle, controls: [same, changed] }: Result): boolean {
  return differences.every(({ deviation }) => deviation) && idle.length === 0 && same === 0 && changed === 1;
}

function report(all: readonly Result[]): void {
  for (const { part, differences, idle, controls } of all) {
    for (const one of differences.slice(0, 20)) console.log(part, JSON.stringify(one));
    for (const [kind, count] of countedByKind(differences)) if (kind !== '') console.log(`${part}: ${count} × ${kind}`);
    for (const name of idle) console.log(`${part}: «${name}» deviates no more`);
    if (controls[0] !== 0 || controls[1] !== 1) console.log(`${part}: controls ${controls.join(' and ')}, not 0 and 1`);
  }
  const rows = all.map(({ part, inputs, agree, things, differences, controls }) => {
    const named = differences.filter(({ deviation }) => deviation).length;
    const each = things ? `${share(things.agree, things.asked)} of ${things.asked}` : '';
    const others = String(differences.length - named);
    return [part, String(inputs), share(agree, inputs), each, String(named), others, controls.join(' / ')];
  });
  const heads = ['part', 'inputs', 'agree', 'one by one', 'named deviations', 'other differences', 'controls'];
  console.log(sayTable(heads, rows));
}

function share(agree: number, of: number): string {
  return `${((agree / of) * 100).toFixed(2)} %`;
}

function versions(): readonly string[] {
  const [, direct = ''] = /^require \(\n([\s\S]*?)\n\)/m.exec(readFileSync(join(here, 'go.mod'), 'utf8')) ?? [];
  return direct.split('\n').map((line) => line.trim());
}
