import { finding } from '../../core/finding.ts';
import { fieldSpan, isSameObject, type Resource } from '../../model/manifests/manifests.ts';
import { checkKind } from '../check.ts';
import { changed } from './findings.ts';
import type { Params } from './params.ts';

/** Of two objects with the same identity the one applied last stays: an answer could do away with what makes it hard. */
export default checkKind<Params>({
  kind: 'untouched',
  title: { es: 'Los objetos dados siguen como estaban', en: 'The objects that were given are as they were' },
  check({ kinds }, submission) {
    const given = submission.manifests().resources.filter(({ origin }) => origin === 'given');
    const altered = submission
      .answered()
      .resources.filter((one) => kinds?.includes(one.kind) ?? true)
      .filter((one) => given.some((before) => isSameObject(before, one) && contentOf(before) !== contentOf(one)));
    return {
      findings: altered.map((one) =>
        finding(changed, 'changed', fieldSpan(one, 'metadata', 'name'), { kind: one.kind, name: one.name }),
      ),
    };
  },
});

/** All but its metadata and state, whatever the order of the fields. */
function contentOf({ data }: Resource): string {
  const content = Object.entries(data as object).filter(([key]) => key !== 'metadata' && key !== 'status');
  return JSON.stringify(sorted(Object.fromEntries(content)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]));
}
