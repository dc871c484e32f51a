import type { Finding } from '../../core/finding.ts';
import type { Series } from '../../lab/telemetry/index.ts';
import { isBlank, notAnswered, notOfShape, tableSection } from '../../theory/section.ts';
import { checkKind, type Verdict } from '../check.ts';
import type { Submission } from '../submission.ts';
import { judgeQuery } from './judge.ts';
import { judgePanels } from './panels.ts';
import type { Params, PromqlQuestion } from './params.ts';
import { seriesOfWorlds } from './worlds.ts';
import { writtenAt } from './written.ts';

/** Asks the answer's queries on the series of several worlds and compares values, never texts. */
export default checkKind<Params>({
  kind: 'promql',
  title: { es: 'Las consultas dan lo que se pregunta', en: 'The queries give what is asked' },
  check({ section = 'consultas', panels = false, files, worlds, queries }, submission) {
    const series = seriesOfWorlds(submission, files, worlds);
    return panels ? ofPanels(submission, queries, series) : ofSection(submission, section, queries, series);
  },
});

const aText = { es: 'un texto con la consulta', en: 'a text with the query' };

function ofSection(
  submission: Submission,
  name: string,
  queries: readonly PromqlQuestion[],
  series: readonly (readonly Series[])[],
): Verdict {
  const literal = submission.literal();
  const section = tableSection(literal, name, queries);
  if (!section.isTable) return { findings: section.findings };
  const found = queries.map((question) => {
    const query = section.valueOf(question.id);
    if (isBlank(query)) return notAnswered(section, question);
    if (typeof query !== 'string') return notOfShape(section, question.id, aText);
    return judgeQuery(writtenAt(literal.source, section.at(question.id), query), question, series);
  });
  return verdict([...section.findings, ...found.filter((one) => one !== undefined)], found);
}

function ofPanels(
  submission: Submission,
  queries: readonly PromqlQuestion[],
  series: readonly (readonly Series[])[],
): Verdict {
  const { general, found } = judgePanels(submission, queries, series);
  return verdict([...new Set([...general, ...found.filter((one) => one !== undefined)])], found);
}

/** What the lab cannot evaluate may be right: the check then abstains, unless something else is wrong. */
function verdict(findings: readonly Finding[], asked: readonly (Finding | undefined)[]): Verdict {
  const wrong = findings.some(({ severity }) => severity === 'error');
  const unsure = asked.filter((one) => one?.severity === 'warning').length;
  const right = asked.filter((one) => one === undefined).length;
  const share = { min: right / asked.length, max: (right + unsure) / asked.length };
  return unsure > 0 && !wrong ? { findings, share, status: 'review' } : { findings, share };
}
