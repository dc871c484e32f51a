import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../core/json.ts';

const here = import.meta.dirname;
const most = 1024 * 1024 * 1024;

/**
 * Builds the programs that ask upstream's code.
 * @param names those that are needed: the ones of the whole API server take minutes the first time
 * @returns the folder they are in
 * @throws where there is no Go, or upstream's modules cannot be had
 */
export function buildPrograms(names: readonly string[]): string {
  const folder = join(here, '../../../node_modules/.cache/timonel/upstream');
  mkdirSync(folder, { recursive: true });
  const { status, error } = spawnSync('go', ['build', '-o', `${folder}/`, ...names.map((name) => `./cmd/${name}`)], {
    cwd: here,
    stdio: 'inherit',
  });
  if (error) throw new Error('There is no `go` here: https://go.dev/doc/install');
  if (status !== 0) throw new Error('The programs cannot be built.');
  return folder;
}

/** What a program says of each input. */
export function ask(folder: string, program: string, inputs: readonly Json[]): readonly Json[] {
  // What the libraries print is nothing that was asked: the answers come by a channel of their own.
  const { output, stderr, status } = spawnSync(join(folder, program), {
    input: inputs.map((input) => `${JSON.stringify(input)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: most,
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  });
  const said = (output?.[3] ?? '').split('\n').filter((line) => line !== '');
  if (status !== 0 || said.length !== inputs.length) {
    throw new Error(`${program}: ${said.length} answers to ${inputs.length} inputs\n${stderr.trim().slice(-2000)}`);
  }
  return said.map((line) => JSON.parse(line) as Json);
}
