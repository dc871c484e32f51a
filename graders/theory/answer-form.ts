import type { CheckSpec, ExerciseSpec } from '../checks/kinds.ts';
import type { Text } from '../core/text.ts';
import { counterpointQuestion, decisionKeys, evidenceQuestion, otherEvidenceQuestion } from './decisions.ts';

/** Something to choose: what is written for it, and how it is said. */
export interface Choice {
  readonly id: string;
  readonly text: Text;
}

/** One thing asked under a key of a section. Nothing here tells which answer is right. */
export interface AnswerField {
  readonly key: string;
  readonly question: Text;
  /** What to choose from; without options the answer is a number, or a text where it is free. */
  readonly options?: readonly Choice[];
  readonly free?: true;
  /** A free text of some sentences. */
  readonly prose?: true;
  /** With reasons the answer is `{ valor, razon }`. */
  readonly reasons?: readonly Choice[];
}

/** What one check asks for in the answer: fields under a key, or a list of choices. */
export interface AnswerSection {
  /** Id of the check that grades it. */
  readonly check: string;
  readonly kind: CheckSpec['kind'];
  readonly key: string;
  readonly fields: readonly AnswerField[];
  /** For lists, in place of fields: what may stand in them, by id so that the order gives nothing away. */
  readonly list?: readonly Choice[];
}

const verdicts: readonly Choice[] = [
  { id: 'verdadero', text: { es: 'Verdadero', en: 'True' } },
  { id: 'falso', text: { es: 'Falso', en: 'False' } },
];

/** The sections of `respuesta.ts`, in the order of the checks. */
export function answerForm(spec: ExerciseSpec): readonly AnswerSection[] {
  return spec.checks.map(sectionOf).filter((section) => section !== undefined);
}

function sectionOf(check: CheckSpec): AnswerSection | undefined {
  switch (check.kind) {
    case 'judgements':
      return section(check, 'juicios', check.statements.map(judgementField));
    case 'matching': {
      const options = check.classes.map(choice);
      const fields = check.items.map(({ id, text }) => ({ key: id, question: text, options }));
      return section(check, 'matriz', fields);
    }
    case 'ordering':
      return { ...section(check, 'orden'), list: byId([...check.steps, ...(check.foreign ?? [])]) };
    case 'plan':
      return { ...section(check, 'plan'), list: byId(check.commands) };
    case 'decisions':
      return section(check, 'decision', decisionFields(check));
    case 'explanation': {
      const fields = check.slots.map(({ id, question }) => ({ key: id, question, free: true, prose: true }) as const);
      return section(check, 'explica', fields);
    }
    case 'daemons':
      return { ...section(check, 'demonios'), list: byId(check.steps) };
    case 'migration':
      return { ...section(check, 'plan'), list: byId(check.steps) };
    case 'predictions':
      return section(check, 'predicciones', check.questions.map(questionField));
    case 'promql':
      if (check.panels) return undefined;
      return section(
        check,
        'consultas',
        check.queries.map(({ id, question }) => ({ key: id, question, free: true })),
      );
    default:
      return undefined;
  }
}

function section(
  { id, kind, section: key }: CheckSpec & { readonly section?: string },
  usual: string,
  fields: readonly AnswerField[] = [],
): AnswerSection {
  return { check: id, kind, key: key ?? usual, fields };
}

function judgementField({
  id,
  text,
  reasons,
}: Extract<CheckSpec, { kind: 'judgements' }>['statements'][number]): AnswerField {
  const field = { key: id, question: text, options: verdicts };
  return reasons ? { ...field, reasons: byId(reasons) } : field;
}

function questionField({
  id,
  question,
  options,
}: Extract<CheckSpec, { kind: 'predictions' }>['questions'][number]): AnswerField {
  return options ? { key: id, question, options: options.map(choice) } : { key: id, question };
}

function decisionFields({
  question,
  choices,
  evidence,
  counterpoints,
}: Extract<CheckSpec, { kind: 'decisions' }>): readonly AnswerField[] {
  const [first, second] = decisionKeys.evidence;
  return [
    { key: decisionKeys.choice, question, options: choices.map(choice) },
    { key: first, question: evidenceQuestion, options: byId(evidence) },
    { key: second, question: otherEvidenceQuestion, options: byId(evidence) },
    { key: decisionKeys.counterpoint, question: counterpointQuestion, options: byId(counterpoints) },
  ];
}

const choice = ({ id, text }: Choice): Choice => ({ id, text });

const byId = (choices: readonly Choice[]): readonly Choice[] =>
  choices.map(choice).sort((a, b) => a.id.localeCompare(b.id));
