import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { families } from './kinds.ts';

/** The schemas change when the models, this generator or the schemas written by hand do; or when somebody edits them. */
const folders = ['schemas', 'graders/authoring/generate/manifests'];
const table = 'graders/generated/shapes.ts';

/**
 * Whether the manifest schemas are those that the generator left here. A clean checkout has no stamp, so there (and in
 * CI) they are always made again.
 */
export function isUpToDate(root: string): boolean {
  const stamp = stampFile(root);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest(root);
}

export function leaveStamp(root: string): void {
  mkdirSync(dirname(stampFile(root)), { recursive: true });
  writeFileSync(stampFile(root), digest(root));
}

const stampFile = (root: string): string => join(root, 'node_modules', '.cache', 'timonel', 'manifests.stamp');

function digest(root: string): string {
  const hash = createHash('sha256');
  for (const { package: name } of families) hash.update(readFileSync(join(root, 'node_modules', name, 'package.json')));
  if (existsSync(join(root, table))) hash.update(readFileSync(join(root, table)));
  for (const folder of folders.filter((name) => existsSync(join(root, name)))) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (/\.schema\.json$/.test(file) || !/\.(?:json|ts)$/.test(file)) continue;
      hash.update(file).update(readFileSync(join(root, folder, file)));
    }
  }
  return hash.digest('hex');
}
