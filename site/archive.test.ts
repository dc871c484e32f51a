import { expect, it } from 'vitest';
import { archive, unarchive } from './archive.ts';

it('gives back what was put in, names with it', () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, index) => index);
  const files = [
    ['vacío.txt', ''],
    ['fuentes/letra.woff2', bytes],
    ['ñ.js', 'const línea = "\n";\n'],
  ] as const;
  const back = unarchive(archive(files));
  expect(back.map(([path, content]) => [path, [...content]])).toEqual(
    files.map(([path, content]) => [path, [...Buffer.from(content)]]),
  );
});

it('takes much less room than what it holds', () => {
  expect(archive([['a.js', 'export const sail = 1;\n'.repeat(1000)]]).length).toBeLessThan(200);
});
