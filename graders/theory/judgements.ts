import { type Finding, finding, withAnswer } from '../core/finding.ts';
import type { Json } from '../core/json.ts';
import type { Text } from '../core/text.ts';
import type { Trace } from '../core/trace.ts';
import type { Literal } from '../model/literal/literal.ts';
import { historical as historicalFinding, judgement } from './findings.ts';
import { fieldOf, isBlank, notAnOption, notAnswered, type Section, tableSection, withoutTable } from './section.ts';
import { type Graded, net } from './share.ts';
import { untilDecided } from './until-decided.ts';

export interface Reason {
  /** Kebab-case; what the student writes under `razon`. */
  readonly id: string;
  readonly text: Text;
  readonly right?: boolean;
}

/** A statement to judge, with what refutes the wrong judgement. */
export interface Statement {
  /** Kebab-case; the key of the judgement in the answer. Names the topic, never the verdict. */
  readonly id: string;
  readonly text: Text;
  /** `either` for what was true of older versions: both judgements are accepted. */
  readonly truth: boolean | 'either';
  /** With reasons the judgement is `{ valor, razon }`, and only counts when the reason is right too. */
  readonly reasons?: readonly Reason[];
  /** Shown after a wrong judgement: why it is as it is. */
  readonly refutation: Text;
  /** The misconception a wrong judgement shows, by its slug. */
  readonly misconception?: string;
  /** The other judgement was right in older versions: it counts, and is explained. */
  readonly historical?: boolean;
}

type Prove = (statement: Statement) => Trace | undefined;

const verdicts = ['verdadero', 'falso', 'no-se'] as const;

/**
 * Grades true/false judgements: +1 right, −1 wrong, 0 for `no-se`, never below 0 in total.
 * @param prove the run of the lab that shows a statement, where it has one; asked only for wrong judgements
 * @see Brassil & Couch (2019), on why several true/false beat one multiple choice
 */
export function gradeJudgements(
  literal: Literal,
  name: string,
  statements: readonly Statement[],
  prove: Prove = () => undefined,
): Graded {
  const asked = statements.map(({ id, text }) => ({ id, question: text }));
  const section = tableSection(literal, name, asked);
  if (!section.isTable) return withoutTable(section);
  const judged = statements.map((statement) => judge(section, statement, prove));
  return {
    findings: [...section.findings, ...judged.flatMap(({ findings }) => findings)],
    share: net(judged.map(({ score }) => score)),
  };
}

interface Judged {
  readonly score: -1 | 0 | 1;
  readonly findings: readonly Finding[];
}

function judge(section: Section, statement: Statement, prove: Prove): Judged {
  const { id, text, truth, reasons, refutation } = statement;
  const given = section.valueOf(id);
  const verdict = reasons ? (fieldOf(given, 'valor') ?? given) : given;
  if (isBlank(verdict)) return { score: 0, findings: [notAnswered(section, { id, question: text })] };
  if (!isVerdict(verdict)) return { score: 0, findings: [notAnOption(section, id, verdict as Json, verdicts)] };
  if (truth !== 'either' && (verdict === 'verdadero') !== truth) {
    if (statement.historical) {
      return {
        score: 1,
        findings: [finding(historicalFinding, 'was', section.at(id), { statement: text, refutation })],
      };
    }
    const message = truth ? 'isTrue' : 'isFalse';
    const proof = prove(statement);
    const found = finding(judgement, 'wrong', section.at(id), { statement: text }, untilDecided(proof));
    return { score: -1, findings: [withAnswer(found, judgement, message, { statement: text, refutation }, proof)] };
  }
  return reasons ? judgeReason(section, statement, reasons, fieldOf(given, 'razon')) : { score: 1, findings: [] };
}

function judgeReason(
  section: Section,
  { id, text, refutation }: Statement,
  reasons: readonly Reason[],
  given?: Json,
): Judged {
  if (isBlank(given)) return { score: 0, findings: [notAnswered(section, { id, question: text })] };
  const reason = reasons.find((candidate) => candidate.id === given);
  if (!reason) {
    const ids = reasons.map((candidate) => candidate.id);
    return { score: 0, findings: [notAnOption(section, id, given as Json, ids, 'razon')] };
  }
  if (reason.right) return { score: 1, findings: [] };
  const found = finding(judgement, 'reason', section.at(id, 'razon'), { statement: text, reason: reason.text });
  return { score: 0, findings: [withAnswer(found, judgement, 'why', { refutation })] };
}

function isVerdict(value: Json | undefined): value is (typeof verdicts)[number] {
  return typeof value === 'string' && (verdicts as readonly string[]).includes(value);
}
