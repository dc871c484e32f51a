import { join } from 'node:path';
import { fill } from '../../core/messages.ts';
import { nearest } from '../../core/nearest.ts';
import type { Lang } from '../../core/text.ts';
import { readText } from '../../course/files.ts';
import { catalogue, type Entry } from '../../render/catalogue.ts';
import { pageLines } from '../../render/terminal/page.ts';
import { safe } from '../../render/terminal/safe.ts';
import { severities } from '../../render/terminal/sentences.ts';
import { type Context, type ExitCode, UsageError } from '../io.ts';
import { printLines } from '../print.ts';
import { screenFor } from '../screen.ts';
import { alsoKnownAs, pageInSpanish, unknownFinding, unknownFindingMeant } from '../sentences.ts';

/** Prints the page of a finding: what it means, why it matters, what to do. */
export function explain(wanted: string, context: Context): ExitCode {
  const entry = findEntry(wanted, context.lang);
  const { palette, width } = screenFor(context);
  const page = readText(join(context.home, entry.doc), entry.doc).text ?? '';
  const body = pageLines(withoutTitle(page), palette, width - 2).map((line) => (line === '' ? '' : `  ${line}`));
  printLines(context.out, [...head(entry, context), '', ...body]);
  return 0;
}

function head({ about }: Entry, context: Context): readonly string[] {
  const { palette } = screenFor(context);
  const { lang } = context;
  const severity = palette[about.severity](severities[about.severity][lang]);
  const related = about.related ?? [];
  return [
    palette.strong(about.title[lang]),
    `${about.id} · ${severity}`,
    ...(related.length > 0 ? [palette.faint(fill(alsoKnownAs, { names: related.map(safe) }, lang))] : []),
    ...(lang === 'en' ? [palette.faint(fill(pageInSpanish, {}, lang))] : []),
  ];
}

/** By id, or by its last part when only one finding has it. */
function findEntry(wanted: string, lang: Lang): Entry {
  const exact = catalogue.get(wanted);
  if (exact) return exact;
  const ids = [...catalogue.keys()];
  const ending = ids.filter((id) => id.endsWith(`/${wanted}`));
  const only = ending.length === 1 && ending[0] ? catalogue.get(ending[0]) : undefined;
  if (only) return only;
  const suggestion = ending[0] ?? nearest(wanted, ids);
  throw new UsageError(
    suggestion === undefined
      ? fill(unknownFinding, { wanted }, lang)
      : fill(unknownFindingMeant, { wanted, suggestion }, lang),
  );
}

const withoutTitle = (page: string): string => page.replace(/^# .*\n/, '');
