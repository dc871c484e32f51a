import { button, byId, element } from '../element.ts';

interface Choice {
  readonly label: string;
  readonly choose?: () => void;
}

/** One notice at a time below the editor, with what can be done about it. It never moves the focus by itself. */
export function offer(sentence: string, choices: readonly Choice[]): void {
  const notice = element('div', { class: 'notice' }, element('p', {}, sentence));
  for (const { label, choose } of choices) {
    notice.append(
      button(label, () => {
        notice.remove();
        choose?.();
      }),
    );
  }
  byId('avisos').replaceChildren(notice);
  announce(sentence);
}

export const dismiss = (): void => byId('avisos').replaceChildren();

/** Read aloud by a screen reader without moving the focus. */
export function announce(sentence: string): void {
  byId('anuncio').textContent = sentence;
}
