import { type Html, html } from '../../../site/html.ts';
import { severityWords } from '../../../site/shared/words.ts';
import { memo } from '../../core/memo.ts';
import type { Lang } from '../../core/text.ts';
import type { CheckResultJson, FindingJson, TraceJson } from '../../render/finding-json.ts';
import type { TextOf } from '../../render/places.ts';
import { safe } from '../../render/terminal/safe.ts';
import { notAsked, statuses } from '../../render/terminal/sentences.ts';
import { pointsText } from '../export/feedback.ts';
import type { ClassExercise } from '../results.ts';
import { frameOf, windowOf } from './frame.ts';
import { sentence, spoken } from './page.ts';
import { words } from './words.ts';

/** Findings of one check that are shown. */
const mostFindings = 8;
const mostHops = 30;

/** The checks of an answer with what they found, each with its lines. */
export function checksView(
  exercise: ClassExercise,
  checks: readonly CheckResultJson[],
  textOf: TextOf,
  lang: Lang,
): Html {
  const titles = new Map(exercise.checks.map(({ id, title }) => [id, title[lang]]));
  return html`<ol class="checks">${checks.map((check) => {
    const { status, points, findings, trace } = check;
    // Of what holds and does not earn all its points, nobody is left to wonder why.
    const isAll = status !== 'pass' || points.min < points.of;
    const told = isAll ? findings : findings.filter(({ severity }) => severity === 'warning');
    const shown = told.slice(0, mostFindings);
    const ownTrace = status === 'fail' && trace && !findings.some(({ because }) => because) && traceView(trace, lang);
    return html`<li class="check check--${status}"><div class="check-head"><span class="badge">${checkWords(status, lang)}</span><h3>${spoken(titles.get(check.id) ?? exercise.title[lang])}</h3>${points.of > 0 && html`<span class="points">${pointsText(points, lang)}</span>`}</div>
${shown.length > 0 && html`<ul class="findings">${shown.map((found) => findingView(found, textOf, lang))}</ul>`}${
  told.length > shown.length &&
  html`<p class="muted">${sentence(words.moreFindings, { n: told.length - shown.length }, lang)}</p>`
}${ownTrace}</li>
`;
  })}</ol>`;
}

const viewsOf = memo((_found: FindingJson) => new Map<string, Html>());

/** One finding: the sentence, the place, the line and the proof. Many of a class have the same about the same lines. */
export function findingView(found: FindingJson, textOf: TextOf, lang: Lang): Html {
  const window = windowOf(textOf(found.path), found);
  if (window === undefined) return viewOfFinding(found, textOf, lang);
  const views = viewsOf(found);
  const key = lang + window;
  const view = views.get(key) ?? viewOfFinding(found, textOf, lang);
  views.set(key, view);
  return view;
}

function viewOfFinding(found: FindingJson, textOf: TextOf, lang: Lang): Html {
  const { severity, message, id, path, range, because } = found;
  return html`<li class="finding finding--${severity}"><p><span class="severity">${severityWords[severity][lang]}:</span> ${spoken(message)}</p>
<p class="place">${safe(path)}:${range.start.line}:${range.start.column} · ${id}</p>
${frameOf(textOf(path), found)}${because && traceView(because, lang)}</li>`;
}

function traceView({ hops }: TraceJson, lang: Lang): Html | false {
  const shown = hops.slice(0, mostHops);
  return (
    shown.length > 0 &&
    html`<details class="trace"><summary>${words.happened[lang]}</summary><ol>${shown.map(
      ({ detail, path, range }) =>
        html`<li>${spoken(detail)}${path !== undefined && range && html` <span class="place">${safe(path)}:${range.start.line}</span>`}</li>`,
    )}</ol></details>`
  );
}

const marks = { pass: '✓', fail: '✗', review: '?', error: '!', pending: '·', skipped: '–' } as const;

/** A state by a sign and a word: colour only comes on top. */
export function checkWords(status: keyof typeof marks, lang: Lang): string {
  const word = status === 'skipped' ? notAsked : statuses[status];
  return `${marks[status]} ${word[lang]}`;
}

export const markOf = (status: keyof typeof marks): string => marks[status];
