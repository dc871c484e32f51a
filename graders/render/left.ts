import { fill } from '../core/messages.ts';
import { own } from '../core/own.ts';
import type { CheckResult, Report } from '../core/report.ts';
import type { Lang, Text } from '../core/text.ts';

/** What a section is made of, one and several. */
interface Noun {
  readonly one: Text;
  readonly many: Text;
}

const noun = (one: Text, many: Text): Noun => ({ one, many });

/** By kind of check; the others are called by their title. */
const nouns: Readonly<Record<string, Noun>> = {
  judgements: noun({ es: 'un juicio', en: 'one judgement' }, { es: '{n} juicios', en: '{n} judgements' }),
  predictions: noun({ es: 'una predicción', en: 'one prediction' }, { es: '{n} predicciones', en: '{n} predictions' }),
  matching: noun({ es: 'una pareja', en: 'one match' }, { es: '{n} parejas', en: '{n} matches' }),
  ordering: noun(
    { es: 'un paso del orden', en: 'one step of the order' },
    { es: '{n} pasos del orden', en: '{n} steps of the order' },
  ),
  decisions: noun(
    { es: 'una razón de una decisión', en: 'one reason of a decision' },
    { es: '{n} razones de las decisiones', en: '{n} reasons of decisions' },
  ),
  explanation: noun(
    { es: 'una idea de la explicación', en: 'one idea of the explanation' },
    { es: '{n} ideas de la explicación', en: '{n} ideas of the explanation' },
  ),
};

const blank: Text = { es: '«{title}», sin empezar', en: '"{title}", not started' };
const toReview: Text = { es: '«{title}», por revisar', en: '"{title}", to review' };
const quoted: Text = { es: '«{title}»', en: '"{title}"' };
const left: Text = { es: 'te {n:queda|quedan} {things}', en: 'left: {things}' };

/** What an exercise that is passed still lacks: «te queda un juicio». Nothing where all of it is right. */
export function sayLeft({ status, checks }: Pick<Report, 'status' | 'checks'>, lang: Lang): string | undefined {
  if (status !== 'pass') return undefined;
  const open = checks.filter((check) => check.status !== 'pass');
  if (open.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const { kind, status: one, findings } of open) {
    const wrong = findings.filter(({ severity }) => severity === 'error').length;
    if (one === 'fail' && own(nouns, kind)) counts.set(kind, (counts.get(kind) ?? 0) + Math.max(1, wrong));
  }
  const counted = [...counts].map(([kind, n]) => ({ n, words: sayNoun(kind, n, lang) }));
  const titled = open
    .filter(({ kind, status: one }) => one !== 'fail' || !counts.has(kind))
    .map((check) => ({ n: 1, words: sayTitle(check, lang) }));
  const all = [...counted, ...titled];
  const n = all.reduce((sum, one) => sum + one.n, 0);
  return fill(left, { n, things: all.map(({ words }) => words) }, lang);
}

function sayNoun(kind: string, n: number, lang: Lang): string {
  const words = own(nouns, kind);
  return words ? fill(n === 1 ? words.one : words.many, { n }, lang) : '';
}

function sayTitle({ title, status }: CheckResult, lang: Lang): string {
  const words = status === 'pending' ? blank : status === 'review' ? toReview : quoted;
  return fill(words, { title }, lang);
}
