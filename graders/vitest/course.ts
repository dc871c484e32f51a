import { langOfLocale } from '../cli/lang.ts';
import type { Lang } from '../core/text.ts';
import { type Folder, listFolders, matchFolder } from '../course/folders.ts';

/** What a test run is about. `npm test 13` names exercises through the environment; without names it is all of them. */
export const root = process.env.TIMONEL_ROOT ?? process.cwd();

export function lang(): Lang {
  const asked = process.env.TIMONEL_LANG;
  return asked === 'es' || asked === 'en' ? asked : langOfLocale(process.env);
}

/** Names that no exercise has are dropped: the wrapper of `npm test` has refused them already. */
export function chosenFolders(): readonly Folder[] {
  const folders = listFolders(root);
  const wanted = (process.env.TIMONEL_ONLY ?? '').split(' ').filter((name) => name !== '');
  if (wanted.length === 0) return folders;
  const chosen = wanted.map((name) => matchFolder(folders, name));
  return folders.filter((folder) => chosen.some((match) => 'folder' in match && match.folder === folder));
}
