import { type Finding, finding } from '../../core/finding.ts';
import type { Span } from '../../core/span.ts';
import {
  type Dashboards,
  type DashboardText,
  dashboardTexts,
  mountedMaps,
  type PanelQuery,
  panelQueries,
  type Series,
} from '../../lab/telemetry/index.ts';
import type { Resource } from '../../model/manifests/manifests.ts';
import { isAnswered, startOf } from '../cluster/place.ts';
import { settledWorld } from '../cluster/world.ts';
import type { Submission } from '../submission.ts';
import { amounts, onOneLine } from './amounts.ts';
import { placeInText } from './embedded.ts';
import { notModelled, value } from './findings.ts';
import { judgeQuery, type Written, wantedOf } from './judge.ts';
import type { PromqlQuestion } from './params.ts';

/** What became of each question, and what else is wrong with the dashboards. */
export interface PanelsJudged {
  readonly general: readonly Finding[];
  /** By question; nothing where some panel answers it. */
  readonly found: readonly (Finding | undefined)[];
}

/** Some panel that a pod shows must answer each question; which one does not matter. */
export function judgePanels(
  submission: Submission,
  questions: readonly PromqlQuestion[],
  series: readonly (readonly Series[])[],
): PanelsJudged {
  const maps = mountedMaps(settledWorld(submission).state).filter(({ at }) => isAnswered(at, submission));
  const dashboards = panelQueries(maps);
  const unreadable = dashboards.broken.map(({ offset, ...from }) =>
    finding(value, 'json', placed(submission, from, offset, offset + 1), {}),
  );
  if (dashboards.queries.length === 0) {
    const general = unreadable.length > 0 ? unreadable : [nothingShown(submission, maps)];
    return { general, found: questions.map(() => general[0]) };
  }
  const judged = questions.map((question) =>
    dashboards.queries.map((panel) => judgePanel(submission, panel, question, series)),
  );
  // A panel that answers one question is no failed try at another.
  const tries = dashboards.queries.flatMap(({ expr }, index) =>
    expr.trim() === '' || judged.some((ofQuestion) => ofQuestion[index] === undefined) ? [] : [index],
  );
  const open = questions.filter((_, index) => !judged[index]?.includes(undefined));
  const found = questions.map((question, index) => {
    const position = open.indexOf(question);
    if (position === -1) return undefined;
    const tried = tries.map((panel) => judged[index]?.[panel]).filter((one) => one !== undefined);
    const meant = tries.length === open.length ? tried[position] : undefined;
    return closest(tried, dashboards) ?? meant ?? unanswered(submission, question, dashboards, tries, series);
  });
  return { general: unreadable, found };
}

/** Why no panel asks anything. */
function nothingShown(submission: Submission, maps: readonly Resource[]): Finding {
  const { resources } = submission.answered();
  const [elsewhere] = resources.filter((map) => panelQueries([map]).queries.length > 0);
  if (elsewhere) return finding(value, 'unmounted', elsewhere.at, { name: elsewhere.name });
  const [nearest] = [...maps.filter((map) => dashboardTexts(map).length > 0), ...maps.toReversed()];
  return finding(value, 'noPanels', nearest?.at ?? startOf(submission), {});
}

function judgePanel(
  submission: Submission,
  panel: PanelQuery,
  question: PromqlQuestion,
  series: readonly (readonly Series[])[],
): Finding | undefined {
  const written = writtenIn(submission, panel);
  if (panel.unknown !== undefined) return finding(notModelled, 'part', written.at, { what: `$${panel.unknown}` });
  return judgeQuery(written, question, series);
}

function writtenIn(submission: Submission, panel: PanelQuery): Written {
  const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);
  const start = panel.written.indexOf(escaped(panel.expr));
  const at = start === -1 ? panel.at : placed(submission, panel, start, start + escaped(panel.expr).length);
  return {
    query: panel.expr,
    asked: panel.query,
    at,
    within(from, to) {
      if (start === -1 || panel.query !== panel.expr) return at;
      const [before, piece] = [escaped(panel.expr.slice(0, from)), escaped(panel.expr.slice(from, to))];
      return placed(submission, panel, start + before.length, start + before.length + piece.length);
    },
  };
}

function placed({ answers, body }: Submission, { written, at }: DashboardText, from: number, to: number): Span {
  const source = answers.find(({ path }) => path === at.path);
  return source ? placeInText(body(source), at, written, from, to) : at;
}

/** Of several failed tries, one that the lab cannot tell, else one whose single mistake is known. */
function closest(tried: readonly Finding[], { computed: [what] }: Dashboards): Finding | undefined {
  const [first] = tried;
  if (what !== undefined && first) return finding(notModelled, 'part', first.at, { what });
  const vague: readonly string[] = ['differs', 'series', 'empty'];
  return (
    tried.find(({ id }) => id === notModelled.id) ??
    tried.find(({ id, message }) => id !== value.id || !vague.includes(message))
  );
}

function unanswered(
  submission: Submission,
  { question, explanation, reference }: PromqlQuestion,
  { queries }: Dashboards,
  tries: readonly number[],
  [series = []]: readonly (readonly Series[])[],
): Finding {
  const wanted = amounts(wantedOf({ reference }, series));
  const tried = tries.flatMap((index) => queries[index] ?? []);
  const [first] = tried;
  const facts = { question, wanted, explanation };
  if (first) {
    const data = { ...facts, queries: tried.map(({ expr }) => `\`${onOneLine(expr)}\``) };
    return finding(value, 'panel', writtenIn(submission, first).at, data);
  }
  const blank = queries.find(({ expr }) => expr.trim() === '');
  return finding(value, 'noPanel', blank?.at ?? queries[0]?.at ?? startOf(submission), facts);
}
