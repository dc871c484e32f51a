import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Content = string | Uint8Array;

/**
 * The folder of a site. What has not changed is not written again, so that a server can watch the folder and a build never leaves it
 * half empty.
 */
export class OutFolder {
  private readonly written = new Map<string, Content>();

  constructor(private readonly out: string) {}

  /** @returns the paths of the files that are not what they were */
  write(files: Iterable<readonly [path: string, content: Content]>): readonly string[] {
    const changed: string[] = [];
    for (const [path, content] of files) {
      const file = join(this.out, path);
      if (this.holds(path, file, content)) continue;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      changed.push(path);
    }
    return changed;
  }

  /** Takes away every file that is not among these. */
  keepOnly(paths: ReadonlySet<string>): void {
    for (const entry of readdirSync(this.out, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (entry.isFile() && !paths.has(file.slice(this.out.length + 1).replaceAll('\\', '/'))) rmSync(file);
    }
  }

  private holds(path: string, file: string, content: Content): boolean {
    const last = this.written.get(path);
    this.written.set(path, content);
    if (!existsSync(file)) return false;
    return last === undefined ? isSame(readFileSync(file), content) : isSame(last, content);
  }
}

function isSame(there: Content, wanted: Content): boolean {
  if (there === wanted || (typeof there === 'string' && typeof wanted === 'string')) return there === wanted;
  return Buffer.compare(Buffer.from(there), Buffer.from(wanted)) === 0;
}
