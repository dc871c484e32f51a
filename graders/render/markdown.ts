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
