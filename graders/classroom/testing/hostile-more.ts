import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Entry, overlappingZip, tarOf, tgzOf, zipOf } from './archives.ts';
import type { Hostile } from './hostile-submission.ts';

const pod = 'exercises/04-pod-nginx/respuesta.yaml';
const places = {
  yaml: [pod, 4],
  docker: ['exercises/02-dockerfile-hola-mundo/Dockerfile', 2],
  data: ['exercises/03-arquitectura-cluster/respuesta.ts', 3],
  xml: ['exercises/20-docker-para-mapreduce/yarn-site.xml', 20],
  shell: ['exercises/30-laboratorio-linkerd/comandos.sh', 30],
} as const;
const unread = ['fail', 'error', 'review'] as const;
const times = (count: number, text: string): string => text.repeat(count);

/** Something that is read, and is no answer. */
function written(kind: keyof typeof places, content: string | Buffer): Hostile {
  const [path, number] = places[kind];
  const may = kind === 'shell' || kind === 'xml' ? [...unread, 'pending'] : unread;
  return { put: (at) => at(path, content), status: { [number]: may } };
}

const archived = (
  extension: string,
  bytes: () => Buffer,
  said?: RegExp,
  status: NonNullable<Hostile['status']> = {},
): Hostile => ({
  put: (_, folder, name) => writeFileSync(join(folder, `${name}.${extension}`), bytes()),
  status,
  ...(said && { said }),
});
const zip = (entries: () => readonly Entry[], said?: RegExp, status: NonNullable<Hostile['status']> = {}): Hostile =>
  archived('zip', () => zipOf(entries()), said, status);

/** A file that says it is so large and takes no room. */
const sparse = (path: string, size: number, status: NonNullable<Hostile['status']>, said?: RegExp): Hostile => ({
  put: (_, folder, name) => {
    const file = join(folder, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
    truncateSync(file, size);
  },
  status,
  ...(said && { said }),
});
const gigabyte = 1024 ** 3;

/** What was thought of later: what parsers try again and again, and what archives and file systems allow. */
export const hostileMore: Readonly<Record<string, Hostile>> = {
  // Grammars that make a parser guess, guess wrong, and guess again.
  'yaml-lists-on-one-line': written('yaml', `a: 1\n${times(60_000, '- ')}b\n`),
  'yaml-keys-of-keys': written('yaml', `${times(60_000, '? ')}b\n`),
  'yaml-directives-without-end': written('yaml', `${times(60_000, '%TAG ! tag:x,2026:\n')}---\na: 1\n`),
  'yaml-returns-alone': written('yaml', times(40_000, 'a:\r')),
  'yaml-quotes-that-open': written('yaml', times(200_000, '"a: \'b: ')),
  'yaml-anchors-of-anchors': written('yaml', `${times(60_000, '&a ')}b\n`),
  'data-parentheses': written('data', `export default ${times(3_000, '(')}a`),
  'data-type-arguments': written('data', `export default ${times(3_000, 'a<')}b`),
  'data-arrows': written('data', `export default ${times(2_000, '(a = ')}1`),
  'data-casts-before': written('data', `export default ${times(3_000, '<a>')}1;\n`),
  'data-signs': written('data', `export default { a: ${times(90_000, '- ')}1 };\n`),
  'data-templates-in-templates': written('data', `export default ${times(5_000, '`$' + '{')}`),
  'data-keys-that-are-computed': written('data', `export default { ${times(20_000, '["a" + ')} };\n`),
  'docker-defaults-of-defaults': written('docker', `ARG A\nFROM $${times(5_000, '{A:-$')}${times(5_000, '}')}\n`),
  'docker-onbuild-onbuild': written('docker', `FROM scratch\n${times(20_000, 'ONBUILD ')}RUN true\n`),
  'docker-lists-in-lists': written('docker', `FROM scratch\nCMD ${times(60_000, '[')}\n`),
  'docker-here-documents': written('docker', `FROM scratch\nRUN ${times(5_000, '<<A ')}\nA\n`),
  'docker-copies-itself': written('docker', 'FROM scratch AS a\nCOPY --from=a / /\nCOPY --from=b / /\nFROM a AS b\n'),
  'xml-attributes-without-end': written('xml', `<configuration ${times(60_000, 'a="b" ')}>`),
  'xml-comments-that-open': written('xml', `<configuration>${times(60_000, '<!--')}`),
  'xml-data-that-opens': written('xml', `<configuration>${times(60_000, '<![CDATA[')}`),
  'xml-numbers-of-characters': written('xml', `<configuration>${times(20_000, '&#x110000;&#0;')}</configuration>`),
  'shell-braces': written('shell', `echo ${times(40, '{a,b}')}\necho {1..999999999}\n`),
  'shell-defaults-of-defaults': written('shell', `echo $${times(5_000, '{a:-$')}${times(5_000, '}')}\n`),
  'shell-sums-in-sums': written('shell', `echo $((${times(20_000, '(')}1\n`),
  'shell-programs-that-loop': written(
    'shell',
    "awk 'BEGIN { while (1); }'\nsed ':a;ba' /etc/hosts\nprintf '%999999999d' 1\nsleep 999999999\n",
  ),
  'shell-calls-itself': written('shell', 'f() { f; f; }\nf\neval "$(echo eval eval eval)"\n. ./comandos.sh\n'),
  // Archives.
  'zip-one-file-many-times': archived(
    'zip',
    () => overlappingZip(2_000, (index) => `${index}/04/respuesta.yaml`, Buffer.alloc(60_000, 'a')),
    /more than 64 MiB/,
    { 4: unread },
  ),
  'zip-case': zip(
    () => [
      { name: pod, content: 'a: 1' },
      { name: pod.toUpperCase(), content: 'b: 2' },
    ],
    /case/,
    { 4: unread },
  ),
  'zip-accents': zip(
    () => ['NFC', 'NFD'].map((form) => ({ name: `José/${pod}`.normalize(form), content: form })),
    /case|twice|differ/,
    { 4: unread },
  ),
  'zip-of-another-kind': archived('zip', () => Buffer.from('Rar!\u001a\u0007\u0001\0'), /damaged|no zip/),
  'zip-names-of-devices': zip(
    () => ['con', 'nul.txt', 'COM1', 'aux/04/respuesta.yaml'].map((name) => ({ name, content: 'a: 1' })),
    undefined,
    { 4: unread },
  ),
  'zip-nul': zip(() => [{ name: 'exercises/04-pod-nginx/respuesta.yaml\0.txt', content: 'a: 1' }], /leads out|no path/),
  'zip-drive': zip(() => [{ name: 'C:\\exercises\\04-pod-nginx\\respuesta.yaml', content: 'a: 1' }], /leads out/),
  'zip-long-paths': zip(
    () => Array.from({ length: 500 }, (_, i) => ({ name: `${times(1_010, 'b')}${i}/x`, content: '' })),
    /leads out|no path/,
  ),
  'bomb-in-an-archive': zip(
    () => [
      {
        name: 'x.tgz',
        content: tgzOf(Array.from({ length: 9 }, () => ({ name: 'x', content: Buffer.alloc(64 << 20) }))),
      },
    ],
    /more than 512 MiB/,
  ),
  'tar-path-by-header': archived(
    'tar',
    () =>
      tarOf([
        { name: 'PaxHeader/x', kind: 'pax', content: '22 path=../../fuera.txt\n'.replace('22', '24') },
        { name: 'x', content: 'mal' },
      ]),
    /leads out/,
  ),
  'tar-name-without-end': archived(
    'tar',
    () =>
      tarOf([
        { name: 'x', kind: 'long-name', content: times(900_000, 'a/') },
        { name: 'x', content: 'a' },
      ]),
    /./,
  ),
  'tar-sparse': archived(
    'tar',
    () => tarOf([{ name: pod, kind: 'sparse', content: 'a: 1', claims: 4 }]),
    /no regular file/,
  ),
  'tar-claims': archived(
    'tar',
    () => tarOf([{ name: pod, content: 'a: 1', claims: 7 * gigabyte }]).subarray(0, 1024),
    /damaged|cut/,
    { 4: ['error', 'pending'] },
  ),
  'tar-twice-compressed': archived(
    'tar.gz',
    () =>
      tgzOf([
        { name: 'x.tar.gz', content: tgzOf([{ name: 'y.tar.gz', content: tgzOf([{ name: pod, content: 'a: 1' }]) }]) },
      ]),
    /not opened/,
  ),
  // Folders.
  'file-of-ten-gigabytes': sparse(pod, 10 * gigabyte, { 4: ['error'] }),
  'notebook-of-a-hundred-megabytes': sparse('tarea.ipynb', 100 * 1024 ** 2, {}, /./),
  'archive-of-a-gigabyte': sparse('todo.zip', gigabyte, {}, /./),
  'folder-case': {
    put: (at) => {
      at(pod, 'a: 1');
      at(pod.toUpperCase(), 'b: 2');
    },
    status: { 4: unread },
  },
  'folder-accents': {
    put: (at) => {
      for (const form of ['NFC', 'NFD']) at(`José/${pod}`.normalize(form), form);
    },
    status: { 4: unread },
  },
  'folders-without-end': {
    put: (_, folder, name) => {
      for (let index = 0; index < 20_500; index++) mkdirSync(join(folder, name, `${index}`), { recursive: true });
    },
    said: /more than 20000/,
  },
  'folders-with-long-names': {
    put: (at) => at(`${times(12, `${times(240, 'c')}/`)}${pod}`, 'a: 1'),
    said: /one inside the other/,
  },
  'names-that-cannot-be-read': {
    put: (_, folder, name) => {
      const base = Buffer.from(join(folder, name, 'Jos'));
      const inside = Buffer.concat([base, Buffer.from([0xe9])]);
      mkdirSync(inside, { recursive: true });
      writeFileSync(Buffer.concat([inside, Buffer.from('/respuesta-04.yaml')]), 'a: 1');
    },
    said: /UTF-8/,
  },
  // Names.
  NUL: written('yaml', 'a: 1\n'),
  'com1.txt': written('yaml', 'a: 1\n'),
  'ana\u202egpj.exe': written('yaml', 'a: 1\n'),
  [times(10, '👩‍👩‍👧‍👦')]: written('yaml', 'a: 1\n'),
  ['José'.normalize('NFD')]: written('yaml', 'a: 1\n'),
};
