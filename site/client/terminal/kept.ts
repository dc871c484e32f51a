import { readSavedSession, type SavedSession } from '../../../graders/core/saved-session.ts';
import { isText, keys, load, remove, save } from '../store.ts';

/** Larger sessions are not kept: the answers need the room. */
const largest = 200_000;

/** The session that was left here. */
export function keptSession(key: string): SavedSession | undefined {
  const text = load(keys.terminal(key), isText);
  const saved = text === undefined ? undefined : readSavedSession(text);
  return saved && saved.commands.length > 0 ? saved : undefined;
}

export function keepSession(key: string, session: SavedSession): void {
  const text = JSON.stringify(session);
  if (text.length <= largest) save(keys.terminal(key), text);
}

export const forgetSession = (key: string): void => remove(keys.terminal(key));
