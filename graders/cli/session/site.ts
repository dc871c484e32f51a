import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPacked } from '../packed.ts';

/** How Node builds the site of a course: with the sources in the repository of Timonel, with what is built where it is a package. */
export function siteCommand(home: string, root: string, out: string): readonly string[] {
  return isPacked(home)
    ? [join(home, 'graders/cli/timonel.mjs'), 'site', '--course', root, '--out', out]
    : ['--import', 'tsx', join(home, 'graders/cli/session/build-site.ts'), root, out];
}

/** The site of a course, built in a process of its own: a build that fails or hangs does not touch the session. */
export class Site {
  private building: ChildProcess | undefined;

  /**
   * @param home absolute path of Timonel
   * @param root absolute path of the course
   */
  constructor(
    private readonly home: string,
    private readonly root: string,
  ) {}

  get folder(): string {
    return join(this.root, 'site', 'dist');
  }

  isStale(): boolean {
    return !existsSync(join(this.folder, 'index.html')) || this.recorded()?.split('\n')[0] !== this.signature();
  }

  /** @returns undefined when it was built, or the last words of the build that was not */
  async build(): Promise<string | undefined> {
    const signature = this.signature();
    const began = performance.now();
    const problem = await this.run();
    if (problem === undefined) this.record(`${signature}\n${Math.round(performance.now() - began)}`);
    return problem;
  }

  /** How long the last build took, in milliseconds; undefined when nobody knows. */
  get usual(): number | undefined {
    const milliseconds = Number(this.recorded()?.split('\n')[1]);
    return Number.isFinite(milliseconds) && milliseconds > 0 ? milliseconds : undefined;
  }

  close(): void {
    this.building?.kill();
  }

  private run(): Promise<string | undefined> {
    const child = spawn(process.execPath, siteCommand(this.home, this.root, this.folder), {
      cwd: this.home,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.building = child;
    let said = '';
    child.stderr.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-4000);
    });
    return new Promise((resolve) => {
      child.on('error', ({ message }) => resolve(message));
      child.on('close', (code) => resolve(code === 0 ? undefined : reasonIn(said)));
    });
  }

  /** Names, sizes and dates of everything a page is made of. The student's answers are not. */
  private signature(): string {
    const hash = createHash('sha1');
    for (const file of this.inputs()) {
      const stats = statSync(file, { throwIfNoEntry: false });
      if (stats) hash.update(`${file} ${stats.size} ${stats.mtimeMs}\n`);
    }
    return hash.digest('base64');
  }

  private inputs(): readonly string[] {
    const course = ['exercises', 'solutions'].flatMap((folder) => filesUnder(join(this.root, folder)));
    const code = ['site', 'graders'].flatMap((folder) => filesUnder(join(this.home, folder)));
    const isAnswer = (file: string) => {
      const [, base, name] = /^(.*[\\/]exercises[\\/][^\\/]+)[\\/]([^\\/]+)$/.exec(file) ?? [];
      return base !== undefined && name !== undefined && existsSync(join(base, 'starter', name));
    };
    return [...course.filter((file) => !isAnswer(file)), ...code, join(this.home, 'package-lock.json')];
  }

  private recorded(): string | undefined {
    try {
      return readFileSync(this.recordFile(), 'utf8');
    } catch {
      return undefined;
    }
  }

  private record(signature: string): void {
    try {
      mkdirSync(join(this.root, '.timonel'), { recursive: true });
      writeFileSync(this.recordFile(), signature);
    } catch {
      // It will be built again next time.
    }
  }

  private recordFile(): string {
    return join(this.root, '.timonel', 'site.txt');
  }
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
