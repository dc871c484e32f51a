import type { Module } from './modules.ts';

const handing = /^\$hand\(\{\n((?: {2}[\w$]+: \(\) => [\w$.]+,?\n)*)\}\);$/m;
const asking = /^var (import_[\w$]+) = \$ask\(("[^"]+")\);$/gm;
const askingWhole = /^var [\w$]+ = \$whole\(("[^"]+")\);$/gm;

/**
 * Gives what modules hand to each other short names, the same in all of them: a name of the source costs more than the rest of asking
 * for it, and nothing in a page shows it.
 * @param whole paths of modules whose names are looked up by their words
 */
export function withShortNames(modules: readonly Module[], whole: readonly string[]): readonly Module[] {
  const kept = new Set(whole);
  for (const { body } of modules)
    for (const [, path = '""'] of body.matchAll(askingWhole)) kept.add(JSON.parse(path) as string);
  const counts = new Map<string, number>();
  const rename = (name: string): string => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    return name;
  };
  for (const module of modules) renamed(module, kept, rename);
  const names = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([name]) => name);
  const short = new Map(names.map((name, index) => [name, shortName(index)]));
  return modules.map((module) => renamed(module, kept, (name) => short.get(name) ?? name));
}

function renamed({ path, body }: Module, kept: ReadonlySet<string>, rename: (name: string) => string): Module {
  const asked = new Map(
    [...body.matchAll(asking)].map(([, local = '', from = '""']) => [local, JSON.parse(from) as string]),
  );
  const isShort = (local: string): boolean => {
    const from = asked.get(local);
    return from !== undefined && !kept.has(from);
  };
  const inside = body.replace(/(?<![\w$]|(?<!\.)\.)(import_[\w$]+)\.([\w$]+)/g, (text, local: string, name: string) =>
    isShort(local) ? `${local}.${rename(name)}` : text,
  );
  if (kept.has(path)) return { path, body: inside };
  return {
    path,
    body: inside.replace(handing, (text) =>
      text.replace(/^ {2}([\w$]+):/gm, (_, name: string) => `  ${rename(name)}:`),
    ),
  };
}

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** `a`, `b`, … `Z`, `aa`, … */
const shortName = (index: number): string =>
  (index < letters.length ? '' : shortName(Math.floor(index / letters.length) - 1)) + letters[index % letters.length];
