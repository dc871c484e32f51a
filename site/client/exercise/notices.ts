import { button, byId, element } from '../element.ts';

interface Choice {
  readonly label: string;
  readonly choose?: () => void;
}

/**
 * A notice below the editor, with what can be done about it. It never moves the focus by itself, and takes the place of the one
 * before.
 * @param stays names a notice that only a choice or another of its name takes away
 */
export function offer(sentence: string, choices: readonly Choice[], stays = ''): void {
  const notice = element('div', { class: 'notice', 'data-stays': stays }, element('p', {}, sentence));
  for (const { label, choose } of choices) {
    notice.append(
      button(label, () => {
        notice.remove();
        choose?.();
      }),
    );
  }
  dismiss(stays);
  byId('avisos').append(notice);
  announce(sentence);
}

/** Takes away what has been read, or the notice that stays under a name. */
export function dismiss(stays = ''): void {
  for (const notice of byId('avisos').querySelectorAll<HTMLElement>('.notice')) {
    if (notice.dataset.stays === '' || notice.dataset.stays === stays) notice.remove();
  }
}

/** Read aloud by a screen reader without moving the focus. */
export function announce(sentence: string): void {
  byId('anuncio').textContent = sentence;
}
