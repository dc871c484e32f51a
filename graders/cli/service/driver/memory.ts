import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Calls back when a process takes more memory than it may. The limit of V8's heap does not cover buffers, so the whole
 * process is watched; where the system does not say what it takes (Windows), only the heap is limited.
 * @param most bytes of resident memory
 * @returns stops watching
 */
export function watchMemory(pid: number, most: number, exceeded: () => void): () => void {
  const compare = (bytes: number | undefined) => {
    if (bytes !== undefined && bytes > most) exceeded();
  };
  const linux = process.platform === 'linux';
  const timer = setInterval(linux ? () => compare(residentOnLinux(pid)) : () => askPs(pid, compare), linux ? 25 : 250);
  return () => clearInterval(timer);
}

const pageSize = 4096;

function residentOnLinux(pid: number): number | undefined {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    return Number.isNaN(pages) ? undefined : pages * pageSize;
  } catch {
    return undefined;
  }
}

function askPs(pid: number, then: (bytes: number | undefined) => void): void {
  if (process.platform === 'win32') return;
  execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, out) => then(error ? undefined : Number(out) * 1024));
}
