import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { preloadedFonts } from './shared/fonts.ts';

const fonts = ['source-sans-3', 'source-serif-4'] as const;
const files = [...preloadedFonts, 'source-sans-3-latin-wght-italic'];

/**
 * The fonts that the styles name, which the site serves itself, each family with its licence.
 * @param from a file of Timonel, from which its packages are found; a bundle has to name one
 */
export function fontFiles(from: string = import.meta.url): [string, Uint8Array][] {
  const { resolve } = createRequire(from);
  const folders = new Map(fonts.map((name) => [name, dirname(resolve(`@fontsource-variable/${name}/package.json`))]));
  const folderOf = (file: string) => [...folders].find(([name]) => file.startsWith(name))?.[1] ?? '';
  return [
    ...files.map((file): [string, Uint8Array] => [
      `fuentes/${file}.woff2`,
      readFileSync(join(folderOf(file), 'files', `${file}.woff2`)),
    ]),
    ...[...folders].map(([name, folder]): [string, Uint8Array] => [
      `fuentes/${name}.LICENSE.txt`,
      readFileSync(join(folder, 'LICENSE')),
    ]),
  ];
}
