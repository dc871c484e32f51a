import type { Text } from '../../../graders/index.ts';
import { button, element, withCode } from '../element.ts';
import { say } from '../lang.ts';

/** A sentence that follows the reader when the language is changed. */
export function said(text: Text): HTMLElement {
  const span = element('span', { 'data-es': text.es, 'data-en': text.en });
  span.append(withCode(say(text)));
  return span;
}

/** A name for who does not see it, which follows too. */
export const named = (text: Text) => ({
  'aria-label': say(text),
  'data-label-es': text.es,
  'data-label-en': text.en,
});

export function saidButton(text: Text, onClick: () => void, className?: string): HTMLButtonElement {
  const made = button('', onClick, className);
  made.append(said(text));
  return made;
}
