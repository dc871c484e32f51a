import { spawnSync } from 'node:child_process';
import { PassThrough } from 'node:stream';
// Commands load when they run; loaded here, the first test of a file does not pay for it.
import '../commands/check.ts';
import '../commands/grade.ts';
import '../commands/image.ts';
import '../commands/request.ts';
import type { Io } from '../io.ts';
import { main } from '../main.ts';
import { launcher } from './launcher.ts';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What the person types, on a terminal; without it there is no terminal. */
  readonly typed?: string;
}

/** Runs a command in this process, in Spanish and without a terminal unless said otherwise. */
export async function timonel(
  args: readonly string[],
  { cwd = process.cwd(), env = {}, typed }: RunOptions = {},
): Promise<Ran> {
  const said = { out: '', err: '' };
  const into = (name: 'out' | 'err') => ({
    write: (text: string) => {
      said[name] += text;
    },
  });
  const input = new PassThrough();
  input.end(typed ?? '');
  const io: Io = {
    root: process.cwd(),
    home: process.cwd(),
    version: '0.0.0',
    cwd,
    env: { LANG: 'C.UTF-8', ...env },
    out: into('out'),
    err: into('err'),
    input: Object.assign(input, { isTTY: typed !== undefined }),
  };
  const code = await main(args, io);
  return { code, ...said };
}

/** Runs the installed command as a process of its own. */
export function launch(args: readonly string[], { cwd, env = {} }: RunOptions = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
    ...(cwd !== undefined && { cwd }),
    env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', ...env },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

/** A stack trace, in any of its forms. */
export const stackTrace = /^\s+at .+:\d+:\d+\)?$|node:internal|\.mjs:\d+/m;
