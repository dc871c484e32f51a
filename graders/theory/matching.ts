import { type Finding, finding } from '../core/finding.ts';
import type { Json } from '../core/json.ts';
import { own } from '../core/own.ts';
import type { Text } from '../core/text.ts';
import type { Literal } from '../model/literal/literal.ts';
import { historical, match } from './findings.ts';
import { isBlank, notAnOption, notAnswered, type Section, tableSection, withoutTable } from './section.ts';
import { type Graded, net } from './share.ts';

export interface Class {
  /** Kebab-case; what the student writes. */
  readonly id: string;
  readonly text: Text;
}

export interface Item {
  /** Kebab-case; the key of the item in the answer. */
  readonly id: string;
  readonly text: Text;
  /** The class it belongs to; several when more than one is defensible. */
  readonly class: string | readonly [string, ...string[]];
  /** Shown after a wrong match: why it belongs where it does. */
  readonly refutation: Text;
  /** Why a particular wrong class is wrong, by class; shown in place of the refutation. */
  readonly confusions?: Readonly<Record<string, Text>>;
  /** A class it belonged to in older versions: it counts, and is explained. */
  readonly historical?: string;
}

/** Grades a table from item to class; every right cell counts the same. */
export function gradeMatching(
  literal: Literal,
  name: string,
  classes: readonly Class[],
  items: readonly Item[],
): Graded {
  const section = tableSection(
    literal,
    name,
    items.map(({ id, text }) => ({ id, question: text })),
  );
  if (!section.isTable) return withoutTable(section);
  const wrong = items.map((item) => problemOf(section, classes, item));
  const findings = [...section.findings, ...wrong.filter((found) => found !== undefined)];
  return { findings, share: net(wrong.map((found) => (found && found.severity === 'error' ? 0 : 1))) };
}

function problemOf(section: Section, classes: readonly Class[], item: Item): Finding | undefined {
  const given = section.valueOf(item.id);
  if (isBlank(given)) return notAnswered(section, { id: item.id, question: item.text });
  const chosen = classes.find(({ id }) => id === given);
  if (!chosen) {
    const ids = classes.map(({ id }) => id);
    return notAnOption(section, item.id, given as Json, ids);
  }
  if ([item.class].flat().includes(chosen.id)) return undefined;
  const refutation = own(item.confusions, chosen.id) ?? item.refutation;
  if (chosen.id === item.historical)
    return finding(historical, 'was', section.at(item.id), { statement: item.text, refutation });
  return finding(match, 'wrong', section.at(item.id), { item: item.text, chosen: chosen.text, refutation });
}
