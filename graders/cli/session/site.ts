import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Advance } from '../../../site/kit.ts';
import { isPacked } from '../packed.ts';
import type { SiteNews } from './on-request.ts';

/** The option with which a process builds a site whenever it is sent a message. */
export const onRequest = '--on-request';

/** How Node builds the site of a course: with the sources in the repository of Timonel, with what is built where it is a package. */
export function siteCommand(home: string, root: string, out: string): readonly string[] {
  return isPacked(home)
    ? [join(home, 'graders/cli/timonel.mjs'), 'site', '--course', root, '--out', out]
    : ['--import', 'tsx', join(home, 'graders/cli/session/build-site.ts'), root, out];
}

/** After so long without a build its process goes, with all that it remembers. Milliseconds. */
const patience = 5 * 60_000;

export interface Built {
  /** The last words of a build that was none. */
  readonly problem?: string;
  /** What was left out of the site because it cannot be read. */
  readonly left?: readonly string[];
}

/**
 * The site of a course, built in a process of its own: a build that fails or hangs does not touch the session. The process stays for
 * a while, and then builds those pages alone that were made of something that changed.
 */
export class Site {
  private builder: ChildProcess | undefined;
  private idle: NodeJS.Timeout | undefined;
  /** The code that the process of the builder has loaded. */
  private code = '';

  /**
   * @param home absolute path of Timonel
   * @param root absolute path of the course
   * @param changed gets the paths of the files of the site that are not what they were
   */
  constructor(
    private readonly home: string,
    private readonly root: string,
    private readonly changed: (paths: readonly string[]) => void = () => {},
  ) {}

  get folder(): string {
    return join(this.root, 'site', 'dist');
  }

  isStale(): boolean {
    const now = `${this.courseSignature()} ${this.codeSignature()}`;
    return this.isMissing() || this.recorded()?.split('\n')[0] !== now;
  }

  /** Nothing was built yet: no page can be shown before the next build is over. */
  isMissing(): boolean {
    return !existsSync(join(this.folder, 'index.html'));
  }

  /**
   * One at a time: whoever calls waits for the last.
   * @param advance told how far it is
   */
  async build(advance: Advance): Promise<Built> {
    clearTimeout(this.idle);
    const builder = this.builder ?? this.start();
    const course = this.courseSignature();
    const built = await this.ask(builder, advance);
    this.idle = setTimeout(() => this.stop(), patience).unref();
    if (built.problem === undefined) this.record(`${course} ${this.code}`);
    return built;
  }

  close(): void {
    this.stop();
  }

  private start(): ChildProcess {
    this.code = this.codeSignature();
    const child = spawn(process.execPath, [...siteCommand(this.home, this.root, this.folder), onRequest], {
      cwd: this.home,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const forget = (): void => {
      if (this.builder === child) this.builder = undefined;
    };
    child.once('close', forget).on('error', forget);
    this.builder = child;
    return child;
  }

  private stop(): void {
    clearTimeout(this.idle);
    this.builder?.kill();
    this.builder = undefined;
  }

  private ask(child: ChildProcess, advance: Advance): Promise<Built> {
    let said = '';
    const listen = (chunk: unknown): void => {
      said = `${said}${chunk}`.slice(-4000);
    };
    child.stderr?.on('data', listen);
    return new Promise<Built>((resolve) => {
      const hear = (news: SiteNews): void => {
        if ('changed' in news) this.changed(news.changed);
        else if ('share' in news) advance(news.share);
        else end(news);
      };
      const failed = ({ message }: Error): void => end({ problem: message });
      const gone = (): void => end({ problem: reasonIn(said) });
      const end = (built: Built): void => {
        child.off('message', hear).off('error', failed).off('close', gone).stderr?.off('data', listen);
        resolve(built);
      };
      child.on('message', hear).on('error', failed).on('close', gone);
      child.send('build', (problem) => problem && failed(problem));
    });
  }

  /** Names, sizes and dates of everything of the course that a page is made of. The student's answers are not. */
  private courseSignature(): string {
    const isAnswer = (file: string) => {
      const [, base, name] = /^(.*[\\/]exercises[\\/][^\\/]+)[\\/]([^\\/]+)$/.exec(file) ?? [];
      return base !== undefined && name !== undefined && existsSync(join(base, 'starter', name));
    };
    const files = ['exercises', 'solutions', 'site/lecciones'].flatMap((folder) => filesUnder(join(this.root, folder)));
    return signatureOf(files.filter((file) => !isAnswer(file)));
  }

  private codeSignature(): string {
    const code = ['site', 'graders'].flatMap((folder) => filesUnder(join(this.home, folder)));
    return signatureOf([...code, join(this.home, 'package-lock.json'), join(this.home, 'package.json')]);
  }

  private recorded(): string | undefined {
    try {
      return readFileSync(this.recordFile(), 'utf8');
    } catch {
      return undefined;
    }
  }

  private record(text: string): void {
    try {
      mkdirSync(join(this.root, '.timonel'), { recursive: true });
      writeFileSync(this.recordFile(), text);
    } catch {
      // It will be built again next time.
    }
  }

  private recordFile(): string {
    return join(this.root, '.timonel', 'site.txt');
  }
}

function signatureOf(files: readonly string[]): string {
  const hash = createHash('sha1');
  for (const file of files) {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats) hash.update(`${file} ${stats.size} ${stats.mtimeMs}\n`);
  }
  return hash.digest('base64');
}

/** The line of an error that says what happened. */
function reasonIn(said: string): string {
  const lines = said.split('\n').map((line) => line.trim());
  return lines.find((line) => /^\w*Error\b.*:/.test(line)) ?? lines.find((line) => line !== '') ?? '';
}

function filesUnder(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (['dist', 'cases', 'node_modules'].includes(entry.name) || entry.name.startsWith('.')) return [];
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() && !entry.name.endsWith('.test.ts') ? [path] : [];
  });
}
