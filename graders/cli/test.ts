import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { listFolders } from '../course/folders.ts';
import { wrap } from '../render/terminal/wrap.ts';
import { compilingFlags } from './bundle.mjs';
import { UsageError } from './io.ts';
import { chooseLang, langOfLocale } from './lang.ts';
import { paletteFor } from './screen.ts';
import { planTests } from './test-plan.ts';
import { bundledTests, bundleTests } from './testing/bundle.ts';

/**
 * `npm test`: vitest over the answers, the references and the engine; `npm test 13` over one exercise and every variant of it;
 * `npm test -- --all` over all variants and what is thorough and slow about the engine too. `npm test -- --accept` first
 * writes into cases and variants the findings that they get, after it has shown the difference.
 */
const root = process.cwd();

/**
 * Most of what tests run runs a few times, and most of what they make is soon of no use: V8 is told to wait longer before it compiles a
 * function for good and before it collects what is young. Together that is a third of all the work.
 */
const patient = [...compilingFlags('passing'), '--min-semi-space-size=64', '--max-semi-space-size=128'];

const lang = chooseLang(process.argv.slice(2), process.env) ?? langOfLocale(process.env);
try {
  const plan = planTests(process.argv.slice(2), listFolders(root), lang);
  if (plan.accept) await acceptAll(plan.only);
  await bundleTests(root);
  const vitest = spawn(process.execPath, [...patient, join(root, 'node_modules/vitest/vitest.mjs'), ...plan.args], {
    stdio: 'inherit',
    env: {
      ...process.env,
      TIMONEL_LANG: lang,
      TIMONEL_ONLY: plan.only.join(' '),
      TIMONEL_TESTS: bundledTests,
      ...(plan.quick && { TIMONEL_QUICK: '1' }),
    },
  });
  vitest.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} catch (problem) {
  if (!(problem instanceof UsageError)) throw problem;
  console.error(wrap(problem.message, 100, paletteFor(process.stderr, process.env)).join('\n'));
  process.exitCode = 2;
}

async function acceptAll(only: readonly string[]): Promise<void> {
  const { accept, acceptExercise } = await import('./commands/accepting.ts');
  const context = { root, lang, out: process.stdout, env: process.env };
  const folders = only.length > 0 ? only : listFolders(root).map(({ name }) => name);
  for (const folder of folders) acceptExercise(folder, context);
  if (only.length === 0) accept((await import('../authoring/accept-cases.ts')).caseProposals(root), context);
}
