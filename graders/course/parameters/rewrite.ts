import type { Parameter } from '../../core/exercise.ts';
import { defaultsOf } from './draw.ts';
import { readTemplate, type Values } from './template.ts';

/** A text that is written in the files of an exercise, and what a student has instead. */
export interface Replacement {
  readonly old: string;
  readonly now: string;
}

/** Every text that values change. Templates that cannot be read or written are left out; the author gate names them. */
export function replacements(parameters: readonly Parameter[], values: Values): readonly Replacement[] {
  const defaults = defaultsOf(parameters);
  return parameters.flatMap((parameter) =>
    templatesOf(parameter).flatMap((text): Replacement[] => {
      const template = readTemplate(text);
      if ('problem' in template) return [];
      const [old, now] = [template.write(defaults), template.write(values)];
      return old === undefined || now === undefined ? [] : [{ old, now }];
    }),
  );
}

export const templatesOf = ({ id, written = [`{{${id}}}`] }: Parameter): readonly string[] => written;

/** Writes a student's values into a text, everywhere at the same time; of two texts that begin alike, the longer one is meant. */
export function rewriter(all: readonly Replacement[]): (text: string) => string {
  const now = new Map(all.map((one) => [one.old, one.now]));
  if (now.size === 0) return (text) => text;
  const longestFirst = [...now.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(wholeWords).join('|'), 'gu');
  return (text) => text.replace(pattern, (old) => now.get(old) ?? old);
}

/** Where a text stands by itself: 20 is neither in 200 nor in 20.5, and its end is no part of a word. */
export function wholeWords(text: string): string {
  const before = /^[\p{L}\p{N}_]/u.test(text) ? '(?<![\\p{L}\\p{N}_]|\\d[.,])' : '';
  const after = /[\p{L}\p{N}_]$/u.test(text) ? '(?![\\p{L}\\p{N}_]|[.,]\\d)' : '';
  return before + text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&') + after;
}
