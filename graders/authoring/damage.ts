import fc from 'fast-check';

/** One way to spoil a text at a place. `other` is a piece that means something in the format. */
type Damage = (text: string, at: number, size: number, other: string) => string;

const damages: readonly Damage[] = [
  (text, at, size) => text.slice(0, at) + text.slice(at + size),
  (text, at, _, other) => text.slice(0, at) + other + text.slice(at),
  (text, at, size) => text.slice(0, at + size) + text.slice(at),
  (text, at, size, other) => text.slice(0, at) + other + text.slice(at + size),
  (text, at, _, other) => replaceWord(text, at, other),
  (text, at) => withLines(text, (lines) => lines.toSpliced(at % lines.length, 1)),
  (text, at) => withLines(text, (lines) => lines.toSpliced(at % lines.length, 0, lines[at % lines.length] ?? '')),
  (text, at) => withLines(text, (lines) => lines.map((line, i) => (i === at % lines.length ? ` ${line}` : line))),
  (text, at) =>
    withLines(text, (lines) => lines.map((line, i) => (i === at % lines.length ? line.replace(/^ {2}/, '') : line))),
  (text, at, size) =>
    withLines(text, (lines) => lines.toSpliced((at + size) % lines.length, 0, lines[at % lines.length] ?? '')),
];

function withLines(text: string, change: (lines: string[]) => string[]): string {
  return change(text.split('\n')).join('\n');
}

/** The word at or after a place, in the place of which something else is written. */
function replaceWord(text: string, at: number, other: string): string {
  const word = /[\w./:-]+/g;
  word.lastIndex = at;
  const match = word.exec(text);
  return match ? text.slice(0, match.index) + other + text.slice(match.index + match[0].length) : text + other;
}

/**
 * Texts with one to four small damages: bytes and lines removed, repeated, moved, replaced.
 * @param texts sound texts to start from
 * @param pieces what the damage writes into them
 */
export function damaged(texts: readonly string[], pieces: readonly string[]): fc.Arbitrary<string> {
  const change = fc.tuple(
    fc.constantFrom(...damages),
    fc.nat(10_000),
    fc.integer({ min: 1, max: 40 }),
    fc.constantFrom(...pieces),
  );
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([text, changes]) =>
      changes.reduce(
        (current, [damage, at, size, other]) => damage(current, at % (current.length + 1), size, other),
        text,
      ),
    );
}

/** Pieces that mean something in YAML. */
export const yamlPieces: readonly string[] = [
  ...[
    ':',
    ': ',
    '- ',
    '\n',
    '\t',
    ' ',
    '  ',
    '#',
    ' #',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '&a ',
    '*a',
    '*',
    '!',
    '!!x ',
  ],
  ...[
    '|',
    '>',
    '|\n',
    '?',
    '? ',
    '<<: ',
    '---',
    '---\n',
    '...\n',
    '%',
    '@',
    '`',
    '{{',
    '\\',
    '\r',
    '\0',
    '\uFEFF',
    '\u00A0',
  ],
  ...['é', '😀', '\u2028', 'yes', '0x', '1e999', '~', 'kind: List\n', '__proto__: 1\n'],
];

/** Values of the wrong kind for whatever field they land in. */
export const wrongValues: readonly string[] = [
  ...['null', '{}', '[]', '[null]', '""', '-1', '0', '1.5', '99999999999999999999', 'true', '{a: {b: [1, null]}}'],
  ...[
    '[[]]',
    'NaN',
    '"\\u0000"',
    '2001-01-01',
    "'*'",
    '"%s"',
    '../..',
    'constructor',
    '__proto__',
    'toString',
    'a.b.c',
  ],
];

/** Pieces that mean something in a Dockerfile. */
export const dockerfilePieces: readonly string[] = [
  ...[
    'FROM ',
    'FROM scratch\n',
    'RUN ',
    'COPY . .\n',
    'COPY --from=0 / /\n',
    'ARG A\n',
    'ENV A=$A\n',
    'CMD []\n',
    'USER 0\n',
  ],
  ...['ONBUILD ', 'ONBUILD ONBUILD RUN a\n', 'HEALTHCHECK NONE\n', 'SHELL ["a"]\n', 'ENTRYPOINT ', '<<EOF\n', 'EOF\n'],
  ...[
    '\\\n',
    '`',
    '# escape=`\n',
    '# syntax=x\n',
    '#',
    '${',
    '${A:-$',
    '}',
    '$',
    '"',
    "'",
    '[',
    ']',
    ',',
    '--',
    '=',
    '\t',
  ],
  ...[
    'AS ',
    'as x\n',
    '*',
    '?',
    '..',
    '/',
    '\r\n',
    '\0',
    '\uFEFF',
    'é',
    '😀',
    '-1',
    '65536',
    '99999999999999999999',
    '\n\n',
  ],
];

/** Pieces that mean something in a typed answer. */
export const literalPieces: readonly string[] = [
  ...[
    "'",
    '"',
    '`',
    '${',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    ',',
    ':',
    ';',
    '...',
    '=>',
    '//',
    '/*',
    '*/',
    '/',
    '\n',
    '-',
    '.',
  ],
  ...[
    'null',
    'true',
    '[]',
    '{}',
    "''",
    '-1',
    '1e9',
    "'verdadero'",
    "'falso'",
    "'no-se'",
    'as const',
    '__proto__: 1,',
    '\0',
    'é',
  ],
];

/** Pieces that mean something in a file of settings of Hadoop. */
export const settingsPieces: readonly string[] = [
  '<configuration>',
  '</configuration>',
  '<property>',
  '</property>',
  '<name>',
  '</name>',
  '<value>',
  '</value>',
  '<final>true</final>',
  '<!--',
  '-->',
  '<![CDATA[',
  '&amp;',
  '&#0;',
  '$' + '{a}',
  '[docker]',
  '[',
  '=',
  '#',
  ',',
  '/',
  '../',
];
