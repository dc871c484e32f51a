import { type Expansion, expand } from '../../../parse/dockerfile/expand.ts';

/** Variables in the order in which they were last set. */
export class Scope {
  private constructor(private readonly values: ReadonlyMap<string, string>) {}

  static of(values: Readonly<Record<string, string>>): Scope {
    return new Scope(new Map(Object.entries(values)));
  }

  get names(): readonly string[] {
    return [...this.values.keys()];
  }

  get(name: string): string | undefined {
    return this.values.get(name);
  }

  with(name: string, value: string): Scope {
    const values = new Map(this.values);
    values.delete(name);
    return new Scope(values.set(name, value));
  }

  expand(text: string, escapeChar: string, quotes: 'removed' | 'literal' = 'removed'): Expansion {
    return expand(text, (name) => this.values.get(name), escapeChar, quotes);
  }
}

/** Names without a value in a word, each once. A form that has an answer for that is no excuse. */
export function unmatched({ references }: Expansion): readonly string[] {
  return [...new Set(references.filter(({ found }) => !found).map(({ name }) => name))];
}

/** Names with a value in a word, each once. */
export function matched({ references }: Expansion): readonly string[] {
  return [...new Set(references.filter(({ found }) => found).map(({ name }) => name))];
}
