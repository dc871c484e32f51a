import { emitKeypressEvents, type Key } from 'node:readline';
import type { Io } from '../io.ts';

/**
 * Reads single keys, where a person types them.
 * @param pressed gets the name of a key (`up`, `return`, `ctrl-c`) or the character it writes
 * @returns what gives the terminal back as it was
 */
export function readKeys(input: Io['input'], pressed: (key: string) => void): () => void {
  const terminal = input as NodeJS.ReadStream;
  if (!terminal.isTTY || typeof terminal.setRawMode !== 'function') return () => {};
  // A lone Esc is one after this many milliseconds; a key that begins with it comes faster, over ssh too.
  emitKeypressEvents(terminal, { escapeCodeTimeout: 60 } as never);
  const onKey = (text: string | undefined, key: Key): void => {
    const name = keyName(text, key);
    if (name !== undefined) pressed(name);
  };
  terminal.setRawMode(true);
  terminal.on('keypress', onKey);
  terminal.resume();
  return () => {
    terminal.off('keypress', onKey);
    terminal.setRawMode(false);
    terminal.pause();
  };
}

const named = new Set(['up', 'down', 'pageup', 'pagedown', 'home', 'end', 'return', 'escape', 'backspace']);

/** @param text what the key writes; absent for many of those with a name */
export function keyName(text: string | undefined, { name, ctrl, meta }: Key): string | undefined {
  if (ctrl) return name === undefined ? undefined : `ctrl-${name}`;
  if (name === 'enter') return 'return';
  if (name !== undefined && named.has(name)) return name;
  if (meta || text === undefined) return undefined;
  const [first, ...rest] = text;
  // Something that was pasted is not a key.
  return first !== undefined && rest.length === 0 && first >= ' ' ? first : undefined;
}
