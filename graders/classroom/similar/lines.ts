import type { Source } from '../../core/source.ts';
import { type Normal, runsOf, someName } from './normal.ts';

/** Commands of a shell without comments, blanks and quotes. */
export function normalShell({ text }: Source): Normal {
  const lines = joined(text)
    .map((line) =>
      line
        .replace(/(^|\s)#.*$/, '$1')
        .replace(/["']/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
  return { text: lines.join('\n'), facts: lines };
}

/** A Dockerfile without comments and layout, its stages without their names. */
export function normalDockerfile({ text }: Source): Normal {
  const stages = new Map<string, string>();
  const lines = joined(text)
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replace(/^\S+/, (keyword) => keyword.toUpperCase()));
  for (const line of lines) {
    const name = /^FROM .* as (\S+)$/i.exec(line)?.[1];
    if (name !== undefined) stages.set(name.toLowerCase(), `‹${stages.size + 1}›`);
  }
  const renamed = (to: (stage: string) => string): readonly string[] =>
    lines.map((line) =>
      line
        .replace(/(--from=|^FROM )(\S+)/g, (whole, before: string, name: string) =>
          stages.has(name.toLowerCase()) ? before + to(name.toLowerCase()) : whole,
        )
        .replace(
          /^(FROM .*) as (\S+)$/i,
          (_, before: string, name: string) => `${before} AS ${to(name.toLowerCase())}`,
        ),
    );
  return { text: renamed((name) => stages.get(name) ?? name).join('\n'), facts: renamed(() => someName) };
}

/** Anything else: its words. */
export function normalText({ text }: Source): Normal {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return { text: words.join(' '), facts: runsOf(words, 4) };
}

/** Lines with those that go on joined. */
const joined = (text: string): readonly string[] => text.replace(/\\\r?\n/g, ' ').split(/\r?\n/);
