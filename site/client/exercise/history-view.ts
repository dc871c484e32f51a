import { statusWords, words } from '../../shared/words.ts';
import { button, byId, element } from '../element.ts';
import { currentLang, say } from '../lang.ts';
import type { Version } from './saved.ts';

/** The graded versions, the newest first, each with a way back to it. */
export function showHistory(versions: readonly Version[], recover: (version: Version) => void): void {
  if (versions.length === 0) return;
  const when = new Intl.DateTimeFormat(currentLang(), { dateStyle: 'medium', timeStyle: 'short' });
  const items = versions.map((version) =>
    element(
      'li',
      { class: `version version--${version.status}` },
      element('time', { datetime: version.at }, when.format(new Date(version.at))),
      element('span', {}, say(statusWords[version.status])),
      button(say(words.recover), () => recover(version)),
    ),
  );
  byId('versiones').replaceChildren(element('ol', {}, ...items));
}
