import { ignoreRules } from '../../../lab/image/index.ts';
import type { Part } from '../part.ts';
import type { Random } from '../random.ts';

interface Input {
  readonly text: string;
  readonly paths: readonly string[];
}

const names = [
  'a',
  'b',
  'c',
  'a.py',
  'b.py',
  '.env',
  'node_modules',
  'src',
  'x y',
  'README.md',
  'ab',
  'a-b',
  'ñ',
  '#a',
  '[a]',
];
const globs = [
  '*',
  '**',
  '*.py',
  '?',
  'a*',
  '*b',
  '[ab]',
  '[^a]',
  '[a-c]',
  '.*',
  '**.py',
  'a?',
  '\\*',
  '\\#a',
  '[[]a]',
  '*.*',
  '{a,b}',
];

const path = (random: Random): string =>
  Array.from({ length: random.between(1, 4) }, () => random.pick(names)).join('/');

function pattern(random: Random): string {
  const part = () => (random.chance(0.6) ? random.pick(names) : random.pick(globs));
  const parts = Array.from({ length: random.between(1, 3) }, part).join('/');
  const begin = random.pick(['', '', '', '', '/', './', '**/', '*/', '../', 'a/../']);
  const end = random.pick(['', '', '', '', '/', '/**', '/*', ' ', '/.']);
  return `${random.chance(0.3) ? random.pick(['!', '!', '! ', '!!']) : ''}${begin}${parts}${end}`;
}

function make(random: Random): Input {
  const lines = Array.from({ length: random.between(1, 5) }, () =>
    random.chance(0.06) ? random.pick(['', '# c', '  ', ' # c', '.', '/', '**', '*', ' a', '\ta ']) : pattern(random),
  );
  const paths = [...new Set(Array.from({ length: random.between(3, 9) }, () => path(random)))];
  if (random.chance(0.002)) lines.push('!');
  // What is a folder of another is no file.
  const files = paths.filter((one) => !paths.some((other) => other.startsWith(`${one}/`))).sort();
  return {
    text: `${random.chance(0.05) ? '\uFEFF' : ''}${lines.join(random.chance(0.1) ? '\r\n' : '\n')}\n`,
    paths: files,
  };
}

function answer({ text, paths }: Input): { readonly sent: readonly string[] } {
  const hides = ignoreRules([{ path: '.dockerignore', text }], 'Dockerfile');
  return { sent: paths.filter((one) => !hides(one)) };
}

export const dockerignore: Part = {
  name: 'dockerignore',
  what: '`.dockerignore`: which files of a folder are sent to the build',
  upstream: 'https://pkg.go.dev/github.com/tonistiigi/fsutil#NewFilterFS',
  make: (random) => make(random) as never,
  answer: (input: Input) => answer(input) as never,
  deviations: [
    {
      name: 'a `!` alone shows nothing, and stops no build',
      page: 'https://github.com/moby/patternmatcher/blob/main/patternmatcher.go (New)',
      input: { text: 'a\n!\n', paths: ['a', 'b'] },
      covers: (_: Input, { error = '' }: { readonly error?: string }) => error.includes('illegal exclusion pattern'),
    },
  ],
};
