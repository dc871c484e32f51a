import { at, type Fields, fieldsOf, itemsOf, textAt } from '../../../core/fields.ts';
import { own } from '../../../core/own.ts';

export interface Told {
  /** The rules, from 0, of which something is said. */
  readonly rules: ReadonlySet<number>;
  /** Conditions that another one of the same rule takes all of. */
  readonly repeated: readonly Repeated[];
}

interface Repeated {
  readonly rule: number;
  readonly match: Fields;
}

/**
 * The rules of `http`, from 0, of which `istioctl analyze` says that one of their conditions, or all of them, are never
 * used. It compares what is written: a rule without conditions before them, the same condition again, or a prefix that an
 * earlier one covers where everything else is written alike.
 * @param routes the items of `spec.http`
 * @see analyzeUnreachableHTTPRules in https://github.com/istio/istio/blob/release-1.31/pkg/config/validation/validation.go
 */
export function toldRules(routes: readonly Fields[]): Told {
  const rules = new Set<number>();
  const repeated: Repeated[] = [];
  const tell = (rule: number, match: Fields, by: number, earlier = match) => {
    rules.add(rule);
    if (rule === by && asksForNoMore(earlier, match)) repeated.push({ rule, match });
  };
  const seen = new Map<string, number>();
  const prefixes: { readonly rule: number; readonly match: Fields; readonly prefix: string }[] = [];
  let open = false;
  for (const [rule, route] of routes.entries()) {
    const matches = itemsOf(route.match);
    if (open) rules.add(rule);
    if (matches.length === 0) open = true;
    for (const match of open ? [] : matches) {
      const key = JSON.stringify(written({ ...match, name: undefined }));
      const by = seen.get(key);
      if (by !== undefined) tell(rule, match, by);
      else {
        seen.set(key, rule);
        const prefix = textAt(match, 'uri', 'prefix');
        if (prefix !== undefined) prefixes.push({ rule, match, prefix });
      }
    }
  }
  for (const [index, earlier] of prefixes.entries()) {
    for (const later of prefixes.slice(index + 1)) {
      const isLonger = later.prefix !== earlier.prefix && later.prefix.startsWith(earlier.prefix);
      if (isLonger && isAlike(earlier.match, later.match)) tell(later.rule, later.match, earlier.rule, earlier.match);
    }
  }
  return { rules, repeated };
}

/** Whether a condition asks, beside the path, for nothing that another one does not ask for in the same words. */
function asksForNoMore(one: Fields, other: Fields): boolean {
  const same = (field: string) =>
    JSON.stringify(written(own(one, field))) === JSON.stringify(written(own(other, field)));
  return Object.keys(one).every((field) => field === 'uri' || field === 'name' || same(field));
}

/** Whether an earlier condition asks for the same as a later one, beside the prefix of the path. */
function isAlike(earlier: Fields, later: Fields): boolean {
  if ((at(earlier, 'port') ?? 0) !== (at(later, 'port') ?? 0)) return false;
  // A condition without a method is compared as one for GET.
  if (!covers(wanted(earlier.method) || 'exact GET', wanted(later.method) || 'exact GET')) return false;
  if (!covers(wanted(earlier.authority), wanted(later.authority))) return false;
  return ['headers', 'queryParams', 'withoutHeaders'].every((field) => {
    const [ours, theirs] = [fieldsOf(own(earlier, field)), fieldsOf(own(later, field))];
    const names = Object.keys(ours);
    return (
      names.length === Object.keys(theirs).length &&
      names.every((name) => Object.hasOwn(theirs, name) && covers(wanted(own(ours, name)), wanted(own(theirs, name))))
    );
  });
}

const covers = (earlier: string, later: string): boolean => earlier.startsWith(later);

/** `exact` or `prefix` with its value; a regular expression is not compared. */
function wanted(match: unknown): string {
  const [exact, prefix] = [textAt(match, 'exact'), textAt(match, 'prefix')];
  if (exact !== undefined) return `exact ${exact}`;
  return prefix === undefined ? '' : `prefix ${prefix}`;
}

/** What is written, whatever the order of its fields; what is empty counts as not written. */
function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined && one !== null && one !== false);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, written(one)]);
}
