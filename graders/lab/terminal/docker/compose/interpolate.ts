import { isRecord, type Raw } from './raw.ts';

/** Looks a variable up: in the environment, then in `.env`. */
export type Lookup = (name: string) => string | undefined;

/** What came of putting variables in. */
export interface Filled {
  readonly value: unknown;
  /** Variables that are not set, in the order in which they were met. */
  readonly unset: readonly string[];
  /** What Compose refuses the file with. */
  readonly problem?: string;
}

class Refused extends Error {}

/**
 * Puts variables into every text of a Compose file: `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME-default}`, `${NAME:+other}`,
 * `${NAME+other}`, `${NAME:?error}` and `${NAME?error}`; `$$` is a dollar.
 * @see https://docs.docker.com/reference/compose-file/interpolation/
 */
export function interpolate(value: unknown, lookup: Lookup): Filled {
  const unset = new Set<string>();
  try {
    return { value: within(value, lookup, unset), unset: [...unset] };
  } catch (problem) {
    if (problem instanceof Refused) return { value, unset: [], problem: problem.message };
    throw problem;
  }
}

function within(value: unknown, lookup: Lookup, unset: Set<string>): unknown {
  if (typeof value === 'string') return filled(value, lookup, unset);
  if (Array.isArray(value)) return value.map((one) => within(one, lookup, unset));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value as Raw).map(([key, one]) => [key, within(one, lookup, unset)]));
}

const variable = /\$(?:(\$)|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])((?:[^{}]|\$\{[^{}]*\})*))?\}|(\{[^}]*\}?))/g;

function filled(text: string, lookup: Lookup, unset: Set<string>): string {
  return text.replace(variable, (_, dollar, plain, braced, how = '', rest = '', bad) => {
    if (dollar !== undefined) return '$';
    if (bad !== undefined) throw new Refused(`invalid interpolation format: ${JSON.stringify(text)}`);
    const name: string = plain ?? braced;
    const known = lookup(name);
    const isThere = known !== undefined && !(how.startsWith(':') && known === '');
    const other = () => filled(rest, lookup, unset);
    switch (how.at(-1)) {
      case '-':
        return isThere ? known : other();
      case '+':
        return isThere ? other() : '';
      case '?':
        if (isThere) return known;
        throw new Refused(`required variable ${name} is missing a value: ${other()}`);
      default:
        if (known === undefined) unset.add(name);
        return known ?? '';
    }
  });
}
