import { expect, it } from 'vitest';
import { handed, Known, service } from './handed.ts';

const bodyOf = (text: string): string => handed({ path: 'servicio.ts', text }, service, new Known()).body().text;

const program = "import { createServer } from 'node:http';\ncreateServer().listen(8080);\n";

it('sees the same service behind other comments at its end', () => {
  expect(bodyOf(`${program}// de Ana\n`)).toBe(program);
});

it.each([
  ['one that does not end', `${program}const more = \`\n// de Ana\n`],
  ['one that loads what it may not', `import 'node:fs';\n// de Ana\n`],
  ['nothing but comments', '// uno\n// otro\n'],
  ['one so long that a comment more may be too much', `${program}${'// de Ana\n'.repeat(12_000)}`],
])('takes %s as it is', (_, text) => {
  expect(bodyOf(text)).toBe(text);
});
