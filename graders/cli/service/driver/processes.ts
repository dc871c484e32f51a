import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The kernel's word about processes. Nothing is asked of the processes themselves. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Bytes of resident memory. */
  readonly memory: number;
}

const pageSize = 4096;

/** Every process that can be seen; none where the system does not tell. */
export function allProcesses(): readonly Process[] {
  if (process.platform === 'linux') return pidsOnLinux().flatMap((pid) => readOnLinux(pid) ?? []);
  if (process.platform === 'win32') return [];
  try {
    const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n');
    return lines.map((line) => {
      const [pid = 0, parent = 0, kilobytes = 0] = line.trim().split(/\s+/).map(Number);
      return { pid, parent, memory: kilobytes * 1024 };
    });
  } catch {
    return [];
  }
}

/** A process and everything that descends from it. */
export function family(all: readonly Process[], ancestor: number): readonly Process[] {
  const found = all.filter(({ pid }) => pid === ancestor);
  const known = new Set([ancestor]);
  for (let before = -1; before !== known.size; ) {
    before = known.size;
    for (const one of all) {
      if (known.has(one.pid) || !known.has(one.parent)) continue;
      known.add(one.pid);
      found.push(one);
    }
  }
  return found;
}

function pidsOnLinux(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function readOnLinux(pid: number): Process | undefined {
  try {
    // The name in parentheses is the program's to choose, so what counts stands behind the last one.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { pid, parent: Number(fields[1]), memory: Number(fields[21]) * pageSize };
  } catch {
    return undefined;
  }
}

/** Inodes of the sockets that some processes have open. */
export function socketsOf(processes: readonly Process[]): ReadonlySet<string> {
  const inodes = new Set<string>();
  for (const { pid } of processes) {
    try {
      for (const name of readdirSync(`/proc/${pid}/fd`)) {
        const inode = /^socket:\[(\d+)\]$/.exec(link(`/proc/${pid}/fd/${name}`))?.[1];
        if (inode !== undefined) inodes.add(inode);
      }
    } catch {
      // It has ended, or is somebody else's.
    }
  }
  return inodes;
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
