import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { importsIn } from '../imports.ts';

/** The modules of `graders/`, read once. */
export class Sources {
  private readonly texts = new Map<string, string>();

  /** @param root absolute path of the repository */
  constructor(private readonly root: string) {}

  /**
   * A digest of what decides something: modules with all they import, and files.
   * @param modules paths from the root
   * @param paths of files and folders from the root; a part of one may be `*`, for any folder
   */
  digest(modules: readonly string[], paths: readonly string[]): string {
    const hash = createHash('sha256');
    for (const module of [...this.reached(modules)].sort()) hash.update(`${module}\0${this.textOf(module)}\0`);
    for (const path of paths.flatMap((one) => filesOf(this.root, one)))
      hash
        .update(`${path}\0`)
        .update(readFileSync(join(this.root, path)))
        .update('\0');
    return hash.digest('hex');
  }

  private reached(modules: readonly string[]): ReadonlySet<string> {
    const reached = new Set<string>();
    const visit = (module: string): void => {
      if (reached.has(module)) return;
      reached.add(module);
      if (!module.endsWith('.ts')) return;
      for (const target of importsIn(this.textOf(module)))
        if (target.startsWith('.')) visit(posix.join(posix.dirname(module), target));
    };
    modules.forEach(visit);
    return reached;
  }

  private textOf(module: string): string {
    const known = this.texts.get(module);
    if (known !== undefined) return known;
    const file = join(this.root, module);
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    this.texts.set(module, text);
    return text;
  }
}

/** The files that a path stands for, in order: itself, or all under it. */
export function filesOf(root: string, path: string): readonly string[] {
  const [before = '', ...after] = path.split('*');
  if (after.length > 0) {
    const folder = before.replace(/\/$/, '');
    const entries = existsSync(join(root, folder)) ? readdirSync(join(root, folder), { withFileTypes: true }) : [];
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    return names.sort().flatMap((name) => filesOf(root, `${folder}/${name}${after.join('*')}`));
  }
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats ? [path] : [];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesOf(root, `${path}/${name}`));
}
