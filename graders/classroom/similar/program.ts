import type { Source } from '../../core/source.ts';
import { type Normal, runsOf } from './normal.ts';

const reserved = new Set(
  (
    'abstract any as async await boolean break case catch class const continue debugger declare default delete do else ' +
    'enum export extends false finally for from function get if implements import in instanceof interface let new null ' +
    'number of private protected public readonly return satisfies set static string super switch this throw true try type ' +
    'typeof undefined unknown var void while with yield'
  ).split(' '),
);

/**
 * Comments, texts, numbers, words and signs of a language like JavaScript. A text without an end, or a very long one, is
 * taken sign by sign: no file costs its square.
 */
const token =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^'\\\n]|\\.){0,500}'|"(?:[^"\\\n]|\\.){0,500}"|`(?:[^`\\]|\\[\s\S]){0,500}`|[\p{L}$_][\p{L}\p{N}$_]*|\d[\w.]*|\S/gu;

/**
 * A program by its tokens: without comments and layout, and with every name that is its author's as a placeholder. Names of
 * what others wrote come after a dot, and stay.
 */
export function normalProgram({ text }: Source): Normal {
  const numbers = new Map<string, string>();
  const named: string[] = [];
  const blank: string[] = [];
  let before = '';
  for (const [word] of text.matchAll(token)) {
    if (word.startsWith('//') || word.startsWith('/*')) continue;
    const isOwn = /^[\p{L}$_]/u.test(word) && !reserved.has(word) && before !== '.';
    if (isOwn) {
      const number = numbers.get(word) ?? `‹${numbers.size + 1}›`;
      numbers.set(word, number);
      named.push(number);
      blank.push('‹›');
    } else if (!/^[;,]$/.test(word)) {
      const plain = word.replace(/^["'`]([\s\S]*)["'`]$/, '"$1"');
      named.push(plain);
      blank.push(plain);
    }
    before = word;
  }
  return { text: named.join(' '), facts: runsOf(blank, 8) };
}
