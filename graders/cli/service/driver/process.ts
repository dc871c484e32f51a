import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname, sep } from 'node:path';
import { defaultPort } from '../../../checks/service/contract.ts';
import type { Asked, End, Refused } from '../../../checks/service/transcript.ts';
import { watchMemory } from './memory.ts';
import type { DriverRequest } from './request.ts';

/** What the guard tells of the process it is in. */
type Fact =
  | { readonly listening: Asked & { readonly actual: number; readonly first: boolean } }
  | { readonly refused: Refused }
  | { readonly handlesTerm: boolean };

/** What a service may need between two steps of one and the same start, in milliseconds. */
const moment = 500;

/** One run of the student's service, in a process group of its own, with nothing but what it needs. */
export class ServiceProcess {
  /** The port to talk to, once it listens. */
  port = 0;
  asked: Asked | undefined;
  handlesTerm: boolean | undefined;
  end: End | undefined;
  readonly refused: Refused[] = [];

  private readonly child: ChildProcess;
  /** The port it should ask for. */
  private readonly wanted: Asked['port'];
  private readonly stopWatching: () => void;
  private reason: End['how'] | undefined;
  private printed = 0;
  private said = '';
  private readonly waiting = new Set<() => void>();

  /** @param port what `PORT` says; undefined leaves the variable out */
  constructor(
    private readonly request: DriverRequest,
    port: number | undefined,
  ) {
    const { service, modules, limits } = request;
    this.wanted = port === undefined ? defaultPort : 'PORT';
    this.child = spawn(process.execPath, [...nodeFlags(request), service], {
      cwd: dirname(service),
      env: {
        // Windows starts no program without it; the guard takes it away.
        ...(process.platform === 'win32' && { SystemRoot: process.env.SystemRoot }),
        TIMONEL_MODULES: modules.join(' '),
        ...(port !== undefined && { PORT: String(port), TIMONEL_PORT: String(port) }),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    this.child.on('error', () => {});
    this.child.stdout?.on('data', (chunk: Buffer) => this.count(chunk));
    this.child.stderr?.on('data', (chunk: Buffer) => this.count(chunk, true));
    this.listenToGuard();
    this.child.on('close', (code, signal) => this.ended(code, signal));
    this.stopWatching = watchMemory(this.child.pid ?? 0, limits.memory, () => this.kill('memory'));
  }

  /** Waits until it listens, ends, or the time is over; where it listens elsewhere first, a moment longer. */
  async listening(milliseconds: number): Promise<boolean> {
    await this.until(() => this.asked !== undefined, milliseconds);
    if (this.asked && this.asked.port !== this.wanted) {
      await this.until(() => this.asked?.port === this.wanted, Math.min(milliseconds, moment));
    }
    return this.asked !== undefined && this.end === undefined;
  }

  /** Waits for the end. @returns whether it came in time */
  async over(milliseconds: number): Promise<boolean> {
    await this.until(() => this.end !== undefined, milliseconds);
    return this.end !== undefined;
  }

  /** Asks it to end, once it is known whether it listens to that: it may just have begun to listen. */
  async terminate(): Promise<void> {
    await this.until(() => this.handlesTerm !== undefined, moment);
    this.child.kill('SIGTERM');
  }

  /** Ends the whole group at once. */
  kill(reason: End['how'] = 'time'): void {
    this.reason ??= reason;
    const { pid } = this.child;
    try {
      if (pid !== undefined && process.platform !== 'win32') process.kill(-pid, 'SIGKILL');
      else this.child.kill('SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }

  private listenToGuard(): void {
    let rest = '';
    const pipe = this.child.stdio[3];
    if (!pipe || !('setEncoding' in pipe)) return;
    pipe.setEncoding('utf8');
    pipe.on('error', () => {});
    pipe.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.note(line);
    });
  }

  private note(line: string): void {
    const fact = readFact(line);
    if (!fact) return;
    if ('refused' in fact) this.refused.push(fact.refused);
    else if ('handlesTerm' in fact) this.handlesTerm = fact.handlesTerm || this.handlesTerm === true;
    else {
      const { port, host, actual } = fact.listening;
      // A second server, for metrics say, does not take the place of the one that is meant.
      if (this.asked === undefined || port === this.wanted) {
        this.asked = { port, host };
        this.port = actual;
      }
    }
    this.wake();
  }

  private count(chunk: Buffer, isError = false): void {
    const { output, kept } = this.request.limits;
    this.printed += chunk.length;
    if (isError && this.said.length < kept) this.said += chunk.toString('utf8').slice(0, kept - this.said.length);
    if (this.printed > output) this.kill('output');
  }

  private ended(code: number | null, signal: NodeJS.Signals | null): void {
    this.stopWatching();
    const exhausted = /heap out of memory|Array buffer allocation failed/.test(this.said);
    const how = this.reason ?? (exhausted ? 'memory' : signal === null ? 'exit' : 'signal');
    this.end = { how, code, signal, said: reasonIn(this.said) };
    this.wake();
  }

  private async until(done: () => boolean, milliseconds: number): Promise<void> {
    const last = Date.now() + milliseconds;
    while (!done() && this.end === undefined && Date.now() < last) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.max(1, last - Date.now()));
        const wake = () => {
          clearTimeout(timer);
          this.waiting.delete(wake);
          resolve();
        };
        this.waiting.add(wake);
      });
    }
  }

  private wake(): void {
    for (const wake of [...this.waiting]) wake();
  }
}

/** The permission model, by the name this version of Node knows it by. */
function nodeFlags({ service, guard }: DriverRequest): readonly string[] {
  const known = process.allowedNodeEnvironmentFlags;
  return [
    known.has('--permission') ? '--permission' : '--experimental-permission',
    // From Node 25 on the network is a permission too; the guard keeps it to the loopback interface.
    ...(known.has('--allow-net') ? ['--allow-net'] : []),
    `--allow-fs-read=${dirname(service)}${sep}*`,
    `--allow-fs-read=${guard}`,
    '--max-old-space-size=128',
    '--disallow-code-generation-from-strings',
    '--no-warnings',
    '--require',
    guard,
  ];
}

function readFact(line: string): Fact | undefined {
  try {
    return JSON.parse(line) as Fact;
  } catch {
    return undefined;
  }
}

/** The line of an uncaught error that says what it is, or the last one. */
function reasonIn(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const error =
    lines.find((line) => /^(?:\w*Error|FATAL ERROR)\b.*:/.test(line)) ??
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
