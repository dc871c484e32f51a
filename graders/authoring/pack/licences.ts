import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages that only the pages carry, whose scripts are bundled without a list of what went into them. */
const ofPages = [
  '@codemirror/commands',
  '@codemirror/lang-javascript',
  '@codemirror/lang-yaml',
  '@codemirror/language',
  '@codemirror/legacy-modes',
  '@codemirror/lint',
  '@codemirror/state',
  '@codemirror/view',
  '@dagrejs/dagre',
  '@lezer/common',
  '@lezer/highlight',
  '@lezer/lr',
  'minisearch',
];

/**
 * The licences of the packages that are bundled.
 * @param inputs the files that went into a bundle, from the root of the repository
 * @throws when a package brings no licence: it may not be given on then
 */
export function licenceText(root: string, inputs: readonly string[]): string {
  const names = inputs.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  const all = [...new Set([...names, ...ofPages])].sort();
  return ['# Licences of the packages that Timonel carries', ...all.map((name) => licenceOf(root, name)), ''].join(
    '\n\n',
  );
}

function licenceOf(root: string, name: string): string {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (file === undefined && typeof license !== 'string') throw new Error(`${name} has no licence`);
  const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), 'utf8').trim();
  return `## ${name} ${version}\n\n\`\`\`\n${text}\n\`\`\``;
}
