import { check } from '../../../../check.ts';
import type { Json, JsonObject } from '../../../../core/json.ts';
import { rules } from '../../../../generated/rules.ts';
import type { Part } from '../../part.ts';
import { type Apart, type Explanation, explanations, titleOf } from './explanations.ts';
import { make, questions } from './make.ts';

const ruleOf = new Map(rules.map(({ rule }) => [rule.id, rule]));
const claimed = new Set(rules.flatMap(({ rule }) => rule.related ?? []));

/** What is said of each object, as `codes title`: where a message stands for several codes, one of them at least is meant. */
function answer(objects: readonly JsonObject[]): Json {
  const sources = objects.map((one, index) => ({ path: `${index}.yaml`, text: JSON.stringify(one) }));
  const said = check(sources).flatMap(({ path, findings }) =>
    findings.flatMap((finding) => {
      const codes = ruleOf.get(finding.id)?.codesOf(finding) ?? [];
      const of = objects[Number.parseInt(path, 10)];
      return codes.length > 0 && of ? [`${codes.join('|')} ${String(of.kind)} ${titleOf(of)}`] : [];
    }),
  );
  return [...new Set(said)].sort();
}

function parse(line: string, here: boolean): Apart {
  const [codes = '', kind = '', object = ''] = line.split(' ');
  return { codes: codes.split('|'), kind, object, here };
}

/** What one side says and the other does not. */
function apart(ours: readonly string[], theirs: readonly string[]): readonly Apart[] {
  const [here, there] = [ours.map((one) => parse(one, true)), theirs.map((one) => parse(one, false))];
  const meets = (one: Apart, others: readonly Apart[]) =>
    others.some((other) => isOf(one, other) && other.codes.some((code) => one.codes.includes(code)));
  return [...there.filter((one) => !meets(one, here)), ...here.filter((one) => !meets(one, there))];
}

const isOf = (one: Apart, other: Apart): boolean => one.kind === other.kind && one.object === other.object;

const heard = (said: readonly string[]): readonly string[] => said.filter((one) => claimed.has(one.slice(0, 7)));

/** Whether each difference of a world is of a known kind, and one of them of this one. */
const covering =
  (kind: Explanation) =>
  (input: readonly JsonObject[], upstream: readonly string[], timonel: readonly string[]): boolean => {
    const all = apart(timonel, heard(upstream));
    const holds =
      ({ explains }: Explanation) =>
      (one: Apart) =>
        explains(one, input, timonel);
    return all.some(holds(kind)) && all.every((one) => explanations.some((other) => holds(other)(one)));
  };

export const istioAnalyzers: Part = {
  name: 'istio-analyzers',
  what: 'what `istioctl analyze` says of a world, of the codes that the rules tell',
  upstream: 'https://github.com/istio/istio/tree/release-1.31/pkg/config/analysis/analyzers',
  questions,
  make,
  answer,
  heard,
  same: (ours: readonly string[], theirs: readonly string[]) =>
    Array.isArray(ours) && Array.isArray(theirs) && apart(ours, theirs).length === 0,
  thingsIn: (objects: readonly Json[]) => objects.length,
  thingsApart: (ours: readonly string[], theirs: readonly string[]) =>
    new Set(apart(ours, theirs).map(({ kind, object }) => `${kind} ${object}`)).size,
  kindOf: (_: Json, ours: readonly string[], theirs: readonly string[]) =>
    [
      ...new Set(
        apart(ours, heard(theirs)).map(
          ({ codes, kind, here }) => `${codes.join('|')} ${kind} ${here ? 'here' : 'there'} only`,
        ),
      ),
    ]
      .sort()
      .join('; '),
  deviations: explanations.map((one) => ({
    name: one.name,
    page: one.page,
    input: one.input as Json,
    covers: covering(one),
  })),
};
