import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCases } from '../../authoring/cases.ts';
import { byPlace } from '../../core/finding.ts';
import { readDockerfile } from '../../model/dockerfile/read.ts';
import { inspectDockerfile } from '../../rules/inspect.ts';
import { interpret } from '../machine/python/interpret.ts';
import { parseShell } from '../machine/shell/parse.ts';
import { describeImage } from './describe.ts';
import { pull } from './registry.ts';

const real = readCases('graders/rules/docker/real').flatMap(({ sources }) => sources.map(({ text }) => text));
const context = [
  { path: 'hola.py', text: 'print("Hello, World!")\n' },
  { path: 'package.json', text: '{}' },
  { path: '.dockerignore', text: '*.md\n!README.md\n' },
];

/** Pieces that matter to the language, to break files with. */
const noise = fc.constantFrom(
  ...[
    '\\',
    '\n',
    '"',
    "'",
    '[',
    ']',
    '<<EOF',
    '<<-"X"',
    '$',
    '${',
    '}',
    '${x:-',
    '#',
    '`',
    '--from=',
    '\t',
    '\r\n',
    '\u0000',
    'ñ',
    'FROM ',
    'RUN ',
    'COPY . .',
    'ONBUILD ',
    '&&',
    '|',
    '*',
    '{{',
    ',',
    '=',
    'USER x\n',
    '../',
    '😀',
  ],
);

/** A real Dockerfile with pieces cut, doubled, moved and put in. */
const broken = fc
  .tuple(
    fc.constantFrom(...real),
    fc.array(fc.tuple(fc.nat(4000), fc.nat(60), fc.option(noise), fc.boolean()), { maxLength: 6 }),
  )
  .map(([text, edits]) =>
    edits.reduce((now, [at, length, piece, doubled]) => {
      const from = at % (now.length + 1);
      const cut = now.slice(from, from + length);
      return now.slice(0, from) + (piece ?? '') + (doubled ? cut + cut : '') + now.slice(from + length);
    }, text),
  );

const lines = fc
  .array(fc.constantFrom(...real.flatMap((text) => text.split('\n'))), { maxLength: 40 })
  .map((all) => all.join('\n'));

test('a broken Dockerfile gives located findings and a build, never an exception', () => {
  fc.assert(
    fc.property(fc.oneof(broken, lines, fc.string({ maxLength: 400 })), (text) => {
      const source = { path: 'Dockerfile', text };
      const { dockerfile, findings } = readDockerfile(source);
      expect(findings.length).toBeLessThanOrEqual(1);
      for (const { at } of [...findings, ...inspectDockerfile(source)].sort(byPlace)) {
        expect(at.from).toBeLessThanOrEqual(at.to);
        expect(at.to).toBeLessThanOrEqual(text.length);
      }
      if (findings.length > 0) return;
      const described = describeImage(dockerfile, context, (reference) => pull(reference));
      expect(JSON.parse(JSON.stringify(described))).toBeDefined();
    }),
    { numRuns: 600 },
  );
});

test('the shell and Python readers end on any text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(noise, fc.constantFrom('print(', ')', 'f"', 'def f():', ' ', ';', '<<', '>', 'x')), {
        maxLength: 60,
      }),
      (pieces) => {
        const text = pieces.join('');
        parseShell(text);
        interpret(text);
      },
    ),
    { numRuns: 1000 },
  );
});

test.each([
  ['thousands of continuations', `FROM alpine:3.22\nRUN a \\\n${'  && echo hello world \\\n'.repeat(10_000)}  b\n`],
  ['thousands of stages', `FROM alpine:3.22 AS a\n${'FROM a\n'.repeat(5_000)}`],
  ['thousands of folders', `FROM alpine:3.22\n${'WORKDIR a\n'.repeat(5_000)}`],
  ['a thousand folders', `FROM alpine:3.22\n${'WORKDIR a\n'.repeat(990)}`],
  ['a thousand stages', `FROM alpine:3.22 AS a\n${'FROM a\n'.repeat(990)}`],
  ['thousands of instructions', `FROM alpine:3.22\n${'ENV A=1\n'.repeat(20_000)}`],
  ['deep substitutions', `FROM alpine:3.22\nENV A=${'${A:-'.repeat(5000)}x${'}'.repeat(5000)}\n`],
  ['deep parentheses', `FROM alpine:3.22\nRUN ${'('.repeat(20_000)}\n`],
  ['a script that calls itself', `FROM alpine:3.22\nCOPY --chmod=755 <<A /a\n#!/bin/sh\n/a\nA\nRUN /a\nCMD ["/a"]\n`],
  [
    'a script that calls itself three times',
    `FROM alpine:3.22\nCOPY --chmod=755 <<A /a\n#!/bin/sh\n/a; sh /a; . /a\nA\nRUN /a && /a\nENTRYPOINT ["/a"]\nCMD ["/a"]\n`,
  ],
  ['many heredocs', `FROM alpine:3.22\nRUN ${'<<A '.repeat(2000)}\n${'A\n'.repeat(2000)}`],
  [
    'stages that continue each other',
    `${Array.from({ length: 300 }, (_, index) => `FROM ${index === 0 ? 'alpine:3.22' : `s${index - 1}`} AS s${index}`).join('\n')}\n`,
  ],
])('%s take bounded time', (_, text) => {
  const { dockerfile, findings } = readDockerfile({ path: 'Dockerfile', text });
  if (findings.length === 0) describeImage(dockerfile, context, (reference) => pull(reference));
  expect(inspectDockerfile({ path: 'Dockerfile', text }).length).toBeGreaterThanOrEqual(0);
});
