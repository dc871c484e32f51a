import type { Text } from '../../graders/index.ts';
import { type Html, html } from '../html.ts';

/** A sentence of the interface in Spanish; the page's script swaps it for English where the reader asks for it. */
export const said = ({ es, en }: Text): Html => html`<span data-es="${es}" data-en="${en}">${es}</span>`;

/** The name of a part of the page for who does not see it, which the script swaps as well. */
export const named = ({ es, en }: Text): Html => html` aria-label="${es}" data-label-es="${es}" data-label-en="${en}"`;

/** A course sentence with code between backticks. */
export function withCode(sentence: string): Html {
  const parts = sentence.split('`');
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

/**
 * A sentence in both languages, of which the style shows one.
 * @param asCode the whole sentence is code, such as a command
 */
export function inBoth({ es, en }: Text, asCode = false): Html {
  const shown = (sentence: string) => (asCode ? html`<code>${sentence}</code>` : withCode(sentence));
  if (es === en) return shown(es);
  return html`<span class="in-es">${shown(es)}</span><span class="in-en" lang="en">${shown(en)}</span>`;
}
