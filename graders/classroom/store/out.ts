import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, sep } from 'node:path';
import type { Lang } from '../../core/text.ts';
import type { Shard } from '../grade/shard.ts';
import { writeIfChanged } from './files.ts';

/** What is kept about a folder of results, besides the results. */
export interface About {
  readonly version: 1;
  /** Of the engine that graded. */
  readonly engine: string;
  readonly lang: Lang;
  /** Services were run. */
  readonly runsCode: boolean;
  /** The part of the class it is; absent for a whole one. */
  readonly shard?: Shard;
}

/** Why nothing is written into a folder. */
export class BadOut extends Error {
  constructor(
    /** It lies in the folder of the class, holds what is not ours, or another run is writing to it. */
    readonly why: 'inside' | 'foreign' | 'busy',
    readonly detail = '',
  ) {
    super(why);
  }
}

/**
 * Takes a folder for results: one that is not there, is empty, or holds results already. While it is taken, no other run
 * writes to it.
 * @param out absolute path
 * @param inputs absolute paths of folders that exist and are only read
 * @returns gives it back
 * @throws {BadOut}, or what the operating system says
 */
export function takeOut(out: string, inputs: readonly string[]): () => void {
  mkdirSync(out, { recursive: true });
  const real = realpathSync(out);
  for (const input of inputs) {
    const other = realpathSync(input);
    if (isIn(real, other) || isIn(other, real)) throw new BadOut('inside');
  }
  const names = readdirSync(real).filter((name) => !name.startsWith('.'));
  if (names.length > 0 && aboutOf(real) === undefined) throw new BadOut('foreign', names[0]);
  mkdirSync(inside(real), { recursive: true });
  return lock(join(inside(real), 'lock'));
}

/** The folder within the results that holds what only the next run needs. */
export const inside = (out: string): string => join(out, '.timonel');

/** @returns undefined for a folder that holds no results */
export function aboutOf(out: string): About | undefined {
  try {
    const about = JSON.parse(readFileSync(join(inside(out), 'class.json'), 'utf8')) as About;
    return about.version === 1 ? about : undefined;
  } catch {
    return undefined;
  }
}

export function keepAbout(out: string, about: About): void {
  writeIfChanged(join(inside(out), 'class.json'), `${JSON.stringify(about)}\n`);
}

const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(folder + sep);

/** A lock names its process, so that one that was killed holds nobody up. */
function lock(file: string): () => void {
  const own = `${hostname()} ${process.pid}\n`;
  try {
    writeFileSync(file, own, { flag: 'wx' });
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem;
    const [host = '', pid = ''] = readFileSync(file, 'utf8').trim().split(' ');
    if (host === hostname() && Number(pid) !== process.pid && lives(Number(pid))) throw new BadOut('busy', pid);
    writeFileSync(file, own);
  }
  return () => rmSync(file, { force: true });
}

function lives(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
}
