import { safe } from './terminal/safe.ts';

/** Text of ours or of a student inside of Markdown: nothing in it is markup, a formula, a mention or an order. */
export function asMarkdown(text: string): string {
  return safe(text)
    .replace(/[\\`*_{}[\]#|~!$@]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** A sentence as Markdown: what stands between backticks is code, in marks that nothing in it can close. */
export function sentenceAsMarkdown(sentence: string): string {
  return safe(sentence)
    .split(/(`[^`]+`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? part : asMarkdown(part)))
    .join('');
}

/** A text in a fence that nothing in it can close. */
export function fenced(text: string, info: string): string {
  let longest = 2;
  for (const [run] of text.matchAll(/`{3,}/g)) longest = Math.max(longest, run.length);
  const marks = '`'.repeat(longest + 1);
  return `${marks}${info}\n${text.replace(/\n?$/, '\n')}${marks}`;
}
