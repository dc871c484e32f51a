import { spawnSync } from 'node:child_process';

/** Fails when the committed generated files are not what `npm run generate` writes. */
const generated = ['schemas', 'graders/generated', 'exercises/*/respuesta.types.ts', 'graders/lab/terminal'];

run('npm', ['run', '--silent', 'generate']);
const { stdout } = spawnSync('git', ['status', '--porcelain', '--', ...generated], { encoding: 'utf8' });
const changed = stdout.split('\n').filter((line) => line !== '');
if (changed.length > 0) {
  console.error('These files differ from what `npm run generate` writes; commit them:');
  for (const line of changed) console.error(`  ${line}`);
  process.exitCode = 1;
}

function run(program: string, args: readonly string[]): void {
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
