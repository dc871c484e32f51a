import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What `npm run check` runs, in order of what it costs to find out. Every step runs even when an earlier one failed, and
 * a failed step that is not a test run counts as one failed test, so that the last line never hides it.
 */
interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** `npm run check 31`: whether that exercise can be published, in a second or two. */
const numbers = process.argv.slice(2).filter((arg) => /^\d+$/.test(arg));
if (numbers.length > 0) {
  const { status } = spawnSync(process.execPath, ['graders/cli/timonel.mjs', 'gate', ...numbers], { stdio: 'inherit' });
  process.exit(status ?? 1);
}

const steps: readonly Step[] = [
  { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] },
  { name: 'generated files', command: ['tsx', 'graders/authoring/generate/verify.ts'] },
  { name: 'author gate', command: ['tsx', 'graders/authoring/gate.ts', '--ungraded'] },
  { name: 'explanations', command: ['tsx', 'graders/authoring/prose.ts', '--check'] },
  { name: 'mutation gate', command: ['tsx', 'graders/authoring/mutate/gate.ts'] },
];

/**
 * The engine's tests, but for the deep files, on other versions of Node, which come as packages:
 * `npm run check -- --node=24 --node=26`.
 * Where a version cannot be had, that is a failed step.
 */
const versions = process.argv.slice(2).flatMap((arg) => /^--node=(\d+)$/.exec(arg)?.[1] ?? []);
const onOtherNodes: readonly Step[] = versions.map((version) => ({
  name: `tests on Node ${version}`,
  command: [
    ...['npx', '--yes', `--package=node@${version}`, '--', 'node', '--import=tsx', 'graders/cli/test.ts', '--all'],
    ...['--project=graders', '--exclude=**/graders/vitest/{solutions,services}.test.mjs'],
  ],
}));

function run({ name, command }: Step): boolean {
  const [program = '', ...args] = command;
  const began = Date.now();
  console.log(`\n── ${name}`);
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  console.log(`── ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  return status === 0;
}

/** Runs vitest projects and counts. */
function test(name: string, projects: string): Totals {
  const folder = mkdtempSync(join(tmpdir(), 'timonel-'));
  const results = join(folder, 'results.json');
  const ok = run({
    name,
    command: ['vitest', 'run', projects, '--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
  });
  const totals = read(results);
  rmSync(folder, { recursive: true });
  return ok || totals.failed > 0 ? totals : { ...totals, failed: 1 };
}

function read(results: string): Totals {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(results, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const allSteps = [...steps, ...onOtherNodes];
const brokenSteps = allSteps.filter((step) => !run(step)).map(({ name }) => name);
// The services of exercise 26 are held to time and memory: nothing else runs beside them.
const runs = [test('tests', '--project=!cage'), test('services in their cage', '--project=cage')];
const total = (key: keyof Totals): number => runs.reduce((sum, one) => sum + one[key], 0);
const totals: Totals = { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
if (brokenSteps.length > 0) console.log(`\nFailed steps: ${brokenSteps.join(', ')}`);
const failed = totals.failed + brokenSteps.length;
console.log(
  `\n${totals.passed + allSteps.length - brokenSteps.length} passed, ${failed} failed, ${totals.skipped} skipped`,
);
process.exitCode = failed > 0 ? 1 : 0;
