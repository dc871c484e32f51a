import type { Lang, Text } from '../../core/text.ts';

/** What opens a line that its author still has to replace; the gate lists each one. */
export const mark: Readonly<Record<Lang, string>> = { es: 'POR HACER', en: 'TO DO' };

/** A sentence for the author, as it stands in a file: `POR HACER: cuenta de qué trata.` */
export const todo = (text: Text, lang: Lang): string => `${mark[lang]}: ${text[lang]}`;

/** Something left to do, at its line, from 1. */
export interface Todo {
  readonly line: number;
  readonly words: string;
}

const left = /\b(?:POR HACER|TO DO): (.+)/;

/** What a file says is left to do: up to the end of the line, or of the text in quotes or the comment that says it. */
export function todosIn(text: string): readonly Todo[] {
  return text.split(/\r?\n/).flatMap((line, index): readonly Todo[] => {
    const words = left.exec(line)?.[1];
    return words === undefined ? [] : [{ line: index + 1, words: words.replace(/(?:"|\s*-->).*$/, '').trim() }];
  });
}
