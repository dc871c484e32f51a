import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { defaultPort } from '../../../checks/service/contract.ts';
import type { Asked, End } from '../../../checks/service/transcript.ts';
import { knock, listeners } from './listeners.ts';
import { allProcesses, family, type Process, socketsOf } from './processes.ts';
import type { DriverRequest } from './request.ts';

/** What a service may need between two steps of one and the same start, in milliseconds. */
const moment = 500;
/** How often the kernel is asked, in milliseconds; without a cage it knows hundreds of other processes too. */
const pace = 20;

/** One run of the service. All that is known of it comes from the kernel, from its exit code and from what it prints. */
export class ServiceProcess {
  /** Where it was seen to listen; the port that was meant is called `PORT`. */
  asked: Asked | undefined;
  end: End | undefined;
  /** The port to talk to. */
  readonly port: number;

  private readonly child: ChildProcess;
  private readonly watch: NodeJS.Timeout;
  private reason: End['how'] | undefined;
  private printed = 0;
  private said = '';
  private readonly waiting = new Set<() => void>();

  /** @param given what `PORT` says; undefined leaves the variable out */
  constructor(
    private readonly request: DriverRequest,
    private readonly given: number | undefined,
  ) {
    this.port = given ?? defaultPort;
    const [program = '', ...args] = commandOf(request, given);
    this.child = spawn(program, args, {
      cwd: request.cage ? '/' : request.folder,
      env: environment(request, given),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    this.child.on('error', () => this.ended(127, null));
    this.child.stdout?.on('data', (chunk: Buffer) => this.count(chunk));
    this.child.stderr?.on('data', (chunk: Buffer) => this.count(chunk, true));
    this.child.on('close', (code, signal) => this.ended(code, signal));
    this.watch = setInterval(() => this.weigh(), request.cage ? pace : 10 * pace);
  }

  /** Waits until it listens, ends, or the time is over; where it listens elsewhere first, a moment longer. */
  async listening(milliseconds: number): Promise<boolean> {
    const wanted = this.given === undefined ? defaultPort : 'PORT';
    let last = Date.now() + milliseconds;
    while (this.end === undefined && Date.now() < last) {
      const found = await this.look();
      if (found && this.asked === undefined) last = Math.min(last, Date.now() + moment);
      this.asked = found ?? this.asked;
      if (this.asked?.port === wanted) break;
      await this.pause(this.request.cage ? pace : 2 * pace);
    }
    return this.asked !== undefined && this.end === undefined;
  }

  /** Waits for the end. @returns whether it came in time */
  async over(milliseconds: number): Promise<boolean> {
    const last = Date.now() + milliseconds;
    while (this.end === undefined && Date.now() < last) await this.pause(last - Date.now());
    return this.end !== undefined;
  }

  /** Asks it to end: the service alone, as `docker stop` does, and none that it has started. */
  terminate(): void {
    const pid = this.own()?.pid;
    try {
      if (pid !== undefined) process.kill(pid, 'SIGTERM');
    } catch {
      // It has ended by itself.
    }
  }

  /** Ends it and all it has started at once. In a cage the kernel does that when the first process goes. */
  kill(reason: End['how'] = 'time'): void {
    this.reason ??= reason;
    const { pid } = this.child;
    try {
      if (pid !== undefined && process.platform !== 'win32') process.kill(-pid, 'SIGKILL');
      else this.child.kill('SIGKILL');
    } catch {
      this.child.kill('SIGKILL');
    }
  }

  /** The process of the service itself: behind the programs that make the cage, the first one's only child. */
  private own(): Process | undefined {
    const { pid } = this.child;
    if (pid === undefined || !this.request.cage)
      return pid === undefined ? undefined : { pid, parent: process.pid, memory: 0 };
    const all = allProcesses();
    const childOf = (parent: number | undefined) => all.find((one) => one.parent === parent);
    return childOf(childOf(pid)?.pid);
  }

  private members(): readonly Process[] {
    return this.child.pid === undefined ? [] : family(allProcesses(), this.child.pid);
  }

  private async look(): Promise<Asked | undefined> {
    const named = ({ port, host }: Asked): Asked => ({ port: port === this.given ? 'PORT' : port, host });
    if (process.platform !== 'linux') {
      const found = await knock(this.port);
      return found && named({ port: this.port, host: found.host });
    }
    const inodes = this.request.cage ? undefined : socketsOf(this.members());
    const all = listeners((inode) => inodes === undefined || inodes.has(inode));
    const meant = all.filter(({ port }) => port === this.port);
    const found = meant.find(({ host }) => host === null) ?? meant[0] ?? all[0];
    return found && named(found);
  }

  private weigh(): void {
    const memory = this.members().reduce((sum, one) => sum + one.memory, 0);
    if (memory > this.request.limits.memory) this.kill('memory');
  }

  private count(chunk: Buffer, isError = false): void {
    const { output, kept } = this.request.limits;
    this.printed += chunk.length;
    if (isError && this.said.length < kept) this.said += chunk.toString('utf8').slice(0, kept - this.said.length);
    if (this.printed > output) this.kill('output');
  }

  private ended(code: number | null, signal: NodeJS.Signals | null): void {
    if (this.end) return;
    clearInterval(this.watch);
    const exhausted = /heap out of memory|Array buffer allocation failed|MemoryError/.test(this.said);
    // The shell of the cage tells a signal as a number above 128.
    const byShell = this.request.cage && code !== null && code > 128 ? signalNames.get(code - 128) : undefined;
    const killed = signal ?? byShell ?? null;
    const how = this.reason ?? (exhausted ? 'memory' : killed === null ? 'exit' : 'signal');
    this.end = { how, code: killed === null ? code : null, signal: killed, said: reasonIn(this.said) };
    for (const wake of [...this.waiting]) wake();
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, Math.max(1, milliseconds));
      this.waiting.add(wake);
    });
  }
}

const signalNames: ReadonlyMap<number, string> = new Map([
  ...([
    [1, 'SIGHUP'],
    [2, 'SIGINT'],
    [3, 'SIGQUIT'],
    [4, 'SIGILL'],
    [6, 'SIGABRT'],
    [7, 'SIGBUS'],
  ] as const),
  ...([
    [8, 'SIGFPE'],
    [9, 'SIGKILL'],
    [11, 'SIGSEGV'],
    [13, 'SIGPIPE'],
    [14, 'SIGALRM'],
    [15, 'SIGTERM'],
  ] as const),
  ...([
    [24, 'SIGXCPU'],
    [25, 'SIGXFSZ'],
    [31, 'SIGSYS'],
  ] as const),
]);

function commandOf({ command, cage }: DriverRequest, port: number | undefined): readonly string[] {
  if (!cage) return command;
  const { enter, script, root, files, user = '', shown } = cage;
  return [
    ...enter,
    'sh',
    script,
    root,
    files,
    user,
    port === undefined ? '' : String(port),
    ...shown,
    '--',
    ...command,
  ];
}

/** The cage gives the service `PORT` and nothing else. Without one, Windows starts no program without `SystemRoot`. */
function environment({ cage, folder }: DriverRequest, port: number | undefined): Record<string, string | undefined> {
  if (cage) return { PATH: process.env.PATH, WORKDIR: folder };
  return {
    ...(process.platform === 'win32' && { SystemRoot: process.env.SystemRoot }),
    ...(port !== undefined && { PORT: String(port) }),
  };
}

/** The line of an uncaught error that says what it is, or the last one. */
function reasonIn(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const error =
    lines.find((line) => /^(?:\w*Error|FATAL ERROR|panic)\b.*:/.test(line)) ??
    lines.find((_, index) => /^at\s/.test(lines[index + 1] ?? ''));
  return (error ?? lines.findLast((line) => !/^Node\.js v/.test(line)) ?? '').slice(0, 300);
}

/** A port of the loopback interface that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
