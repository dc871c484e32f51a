import type { Io } from '../io.ts';

/** What the keys of a session do. */
export interface Keys {
  readonly r: () => void;
  /** Ctrl+C, which is no signal while each key is read by itself. */
  readonly end: () => void;
}

const ctrlC = '\u0003';

/**
 * Reads single keys, where a person types them.
 * @returns what gives the terminal back as it was
 */
export function readKeys(input: Io['input'], keys: Keys): () => void {
  const terminal = input as NodeJS.ReadStream;
  if (!terminal.isTTY || typeof terminal.setRawMode !== 'function') return () => {};
  const pressed = (data: Buffer | string): void => {
    for (const key of data.toString()) {
      if (key === ctrlC) keys.end();
      else if (key.toLowerCase() === 'r') keys.r();
    }
  };
  terminal.setRawMode(true);
  terminal.on('data', pressed);
  terminal.resume();
  return () => {
    terminal.off('data', pressed);
    terminal.setRawMode(false);
    terminal.pause();
  };
}
