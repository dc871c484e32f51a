import type { Json } from './json.ts';
import { own } from './own.ts';
import type { Lang, Text } from './text.ts';

/**
 * Sentences with holes, by key. A hole is `{name}`; `{name:uno|varios}` chooses by the number in `name`, and `{name:el|la}` by
 * the gender of the kind of object in it. Holes hold facts (names, numbers, lists of them), never words of a language.
 */
export type Messages = Readonly<Record<string, Text>>;

type HoleName<Hole extends string> = Hole extends `${infer Name}:${string}` ? Name : Hole;
/** A hole begins with a lowercase letter: `{}` and `{…}` in a sentence are only braces. */
type OnlyNames<Name extends string> = Name extends `${infer First}${string}`
  ? First extends Uppercase<First>
    ? never
    : Name
  : never;
type Holes<Sentence extends string> = Sentence extends `${string}{${infer Hole}}${infer Rest}`
  ? OnlyNames<HoleName<Hole>> | Holes<Rest>
  : never;

/** The facts a message needs: one for each hole of either language. */
export type DataFor<T extends Text> = { readonly [Name in Holes<T['es']> | Holes<T['en']>]: Json };

const hole = /\{([a-z][A-Za-z0-9]*)(?::([^|{}]*)\|([^{}]*))?\}/g;

/**
 * Fills the holes of a sentence. Lists read as a person would say them («a, b y c»); numbers take the decimal sign of
 * the language. A hole without a fact stays visible as `{name}`, so that the catalogue test can find it.
 */
export function fill(sentence: Text, data: Readonly<Record<string, Json>>, lang: Lang): string {
  const told = data.from === 'outside' ? fromOutside(sentence[lang], lang) : sentence[lang];
  return told.replace(hole, (whole, name: string, one?: string, many?: string) => {
    const fact = own(data, name);
    if (fact === undefined) return whole;
    if (one !== undefined && many !== undefined) return isFirst(fact) ? one : many;
    return say(fact, lang);
  });
}

/** One of something, or a kind whose Spanish article is `el`. */
const isFirst = (fact: Json): boolean => (typeof fact === 'string' ? !feminine.test(fact) : fact === 1);
const feminine = /(?:Policy|Quota|Class|ServerAuthorization|ServiceAccount)$/;

/** The caller that is no pod: `outside` is how exercises and requests write it, and no name a reader would know. */
function fromOutside(sentence: string, lang: Lang): string {
  const [place, who] = outside[lang];
  return sentence.replace(/(desde |from )?`\{from\}`/g, (_, from?: string) => (from ? from + place : who));
}

const outside: Readonly<Record<Lang, readonly [place: string, who: string]>> = {
  es: ['fuera del clúster', 'quien llama desde fuera del clúster'],
  en: ['outside the cluster', 'a caller from outside the cluster'],
};

/** The same in both languages. */
export const filled = (sentence: Text, data: Readonly<Record<string, Json>>): Text => ({
  es: fill(sentence, data, 'es'),
  en: fill(sentence, data, 'en'),
});

function say(fact: Json, lang: Lang): string {
  if (typeof fact === 'string') return fact;
  if (typeof fact === 'number') return sayNumber(fact, lang);
  if (Array.isArray(fact))
    return sayList(
      fact.map((item) => say(item, lang)),
      lang,
    );
  return isText(fact) ? fact[lang] : JSON.stringify(fact);
}

/** Sentences that belong to an exercise (a statement, a refutation) travel as facts in both languages. */
function isText(fact: Json): fact is { es: string; en: string } {
  return typeof fact === 'object' && fact !== null && 'es' in fact && 'en' in fact;
}

function sayNumber(value: number, lang: Lang): string {
  const rounded = String(Math.round(value * 1000) / 1000);
  return lang === 'es' ? rounded.replace('.', ',') : rounded;
}

function sayList(items: readonly string[], lang: Lang): string {
  const last = items.at(-1);
  if (last === undefined) return lang === 'es' ? 'ninguno' : 'none';
  if (items.length === 1) return last;
  const and = lang === 'en' ? 'and' : /^[`«]?h?i(?![ae])/i.test(last) ? 'e' : 'y';
  return `${items.slice(0, -1).join(', ')} ${and} ${last}`;
}
