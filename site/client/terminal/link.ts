import { readSavedSession, type SavedSession } from '../../../graders/core/saved-session.ts';

/** What goes into an address without trouble, wherever it is pasted. */
const longest = 8000;
/** A session is far smaller; what unpacks to more is none. */
const largest = 1_000_000;

const mark = 's=';

/** A session as the fragment of an address. @returns undefined where it would be too long */
export async function linkOf(session: SavedSession): Promise<string | undefined> {
  const packed = await through(
    new TextEncoder().encode(JSON.stringify(session)),
    new CompressionStream('deflate-raw'),
    largest,
  );
  const text =
    packed &&
    btoa(String.fromCharCode(...packed))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/=+$/, '');
  return text !== undefined && text.length <= longest ? `#${mark}${text}` : undefined;
}

/** The session in the fragment of an address. @returns undefined where there is none, `broken` for what cannot be read */
export async function sessionIn(fragment: string): Promise<SavedSession | 'broken' | undefined> {
  if (!fragment.startsWith(`#${mark}`)) return undefined;
  try {
    const text = fragment
      .slice(1 + mark.length)
      .replaceAll('-', '+')
      .replaceAll('_', '/');
    const packed = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    const bytes = await through(packed, new DecompressionStream('deflate-raw'), largest);
    return (bytes && readSavedSession(new TextDecoder().decode(bytes))) ?? 'broken';
  } catch {
    return 'broken';
  }
}

/** @returns undefined for more than `most` bytes, of which the rest is never unpacked */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
