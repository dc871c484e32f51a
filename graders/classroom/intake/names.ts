import { createHash } from 'node:crypto';

/** What the name of a file may hold on every system, a dot at its beginning or end apart. */
const strange = /[^\p{L}\p{M}\p{N} ._@+,()'=~#&-]/gu;
/** Names that Windows keeps for devices. */
const kept = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const longest = 100;

/** A name that can be the name of a file anywhere. The same name always gives the same one; most are as they were. */
export function safeName(name: string): string {
  const tidy = name
    .normalize('NFC')
    .replace(strange, '_')
    .replace(/^[. ]+/, '_')
    .replace(/[. ]+$/, '');
  const short = Buffer.byteLength(tidy) > longest ? `${cut(tidy)}~${digest(name)}` : tidy;
  return short === '' || kept.test(short) ? `_${short}` : short;
}

/**
 * Names that differ also where case does not count. An entry that is called so has it first; of the others that would have the
 * same one, each but the first gets a mark of its own.
 * @param entries in an order that does not change
 */
export function uniqueNames(entries: readonly { readonly id: string; readonly entry: string }[]): readonly string[] {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  const isOwn = ({ id, entry }: { readonly id: string; readonly entry: string }): boolean => id === entry;
  for (const { id, entry } of [...entries.filter(isOwn), ...entries.filter((one) => !isOwn(one))]) {
    const marked = `${id}~${digest(entry)}`;
    const name = [id, safeName(entry)].find((one) => !taken.has(folded(one))) ?? marked;
    taken.add(folded(name));
    names.set(entry, name);
  }
  return entries.map(({ id, entry }) => names.get(entry) ?? id);
}

const folded = (name: string): string => name.toLowerCase().normalize('NFKC');
const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** The first characters of a text, as many as fit. */
function cut(text: string): string {
  let size = 0;
  let kept = '';
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > longest - 10) break;
    kept += character;
  }
  return kept;
}
