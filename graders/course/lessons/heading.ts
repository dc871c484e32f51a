import { plainLetters } from '../../core/plain-letters.ts';

/** An ASCII anchor for a heading: «Qué comprueba el corrector» → `que-comprueba-el-corrector`. */
export function slug(text: string): string {
  return plainLetters(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** `El VirtualService {#virtual-service}` as a title and its anchor, which is made of the title where none is written. */
export function headingOf(text: string): { readonly title: string; readonly id: string } {
  const [, title = text, id] = /^(.*?)\s*\{#([\w-]+)\}\s*$/.exec(text) ?? [];
  return { title, id: id ?? slug(title) };
}
