import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { type BuiltSite, SiteBuilder } from '../../../site/assemble.ts';
import { packedKit, packedSite } from '../../../site/packed.ts';
import { fill } from '../../core/messages.ts';
import type { Text } from '../../core/text.ts';
import { listFolders } from '../../course/folders.ts';
import { safe } from '../../render/terminal/safe.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { isPacked, packedFolder } from '../packed.ts';
import { printLines } from '../print.ts';
import { fromCwd } from '../screen.ts';
import { noExercises } from '../sentences.ts';
import { buildOnRequest } from '../session/on-request.ts';
import { siteCommand } from '../session/site.ts';

export interface SiteCommandOptions {
  readonly out?: string;
  /** For the study session, which asks for each build with a message. */
  readonly onRequest?: boolean;
}

/** Publishes a course as a static site. */
export async function site({ out, onRequest }: SiteCommandOptions, context: Context): Promise<ExitCode> {
  const { root, home, cwd, lang } = context;
  if (listFolders(root).length === 0) throw new UsageError(noExercises[lang]);
  const folder = out === undefined ? join(root, 'site', 'dist') : resolve(cwd, out);
  if (!isPacked(home)) {
    const { status } = spawnSync(process.execPath, siteCommand(home, root, folder), { cwd: home, stdio: 'inherit' });
    if (status !== 0) return 1;
    printLines(context.out, [fill(written, { folder: fromCwd(cwd, folder) }, lang)]);
    return 0;
  }
  const builder = new SiteBuilder({ root, home, out: folder }, packedKit(join(home, packedFolder, packedSite)));
  if (!onRequest) return said(await builder.build(), context);
  await buildOnRequest(builder);
  return 0;
}

function said({ out, pages, milliseconds, problems }: BuiltSite, { cwd, lang, ...context }: Context): ExitCode {
  const data = { count: pages.length, folder: fromCwd(cwd, out), seconds: milliseconds / 1000 };
  printLines(context.out, [fill(built, data, lang)]);
  if (problems.length > 0) printLines(context.err, problems.map(safe));
  return problems.length > 0 ? 1 : 0;
}

const built: Text = {
  es: '{count} páginas en {folder} ({seconds} s). Se abren sin servidor, y sirven en cualquier alojamiento estático.',
  en: '{count} pages in {folder} ({seconds} s). They open without a server, and any static host will do.',
};
const written: Text = { es: 'El sitio está en {folder}.', en: 'The site is in {folder}.' };
