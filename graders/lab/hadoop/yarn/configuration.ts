import type { Span } from '../../../core/span.ts';
import type { Setting, SettingsFile } from '../../../parse/settings/setting.ts';

/** A value, and where it was written; it has no place of its own where it is the default. */
export interface Value {
  readonly text: string;
  /** With the blank space around it, which Hadoop does not take away. */
  readonly written: string;
  readonly at?: Span;
}

/** What a file of settings says, over the defaults of what reads it. */
export interface Configuration {
  /** The place of what is missing. */
  readonly at: Span;
  get(name: string): Value | undefined;
  /** The parts between commas. */
  list(name: string): readonly string[];
  isTrue(name: string): boolean;
  /** Where a name is written; the file as a whole where it is not. */
  place(name: string): Span;
  /** Every name written that begins so, with what follows the beginning. */
  under(prefix: string): readonly (readonly [rest: string, value: Value])[];
}

const expansions = 20;

/**
 * A `*-site.xml`: the last value counts, and `${name}` stands for another value.
 * @see https://hadoop.apache.org/docs/current/api/org/apache/hadoop/conf/Configuration.html
 */
export function siteOf({ at, settings }: SettingsFile, defaults: Readonly<Record<string, string>> = {}): Configuration {
  const values = new Map<string, Value>(
    Object.entries(defaults).map(([name, text]) => [name, { text, written: text }]),
  );
  for (const { name, value, written, valueAt } of settings) values.set(name, { text: value, written, at: valueAt });
  return configuration(at, values, (text) => {
    let expanded = text;
    for (let n = 0; n < expansions && expanded.length < 10_000; n++) {
      const next = expanded.replace(
        /\$\{([^${}\s]{1,200})\}/,
        (whole, name: string) => values.get(name)?.text ?? whole,
      );
      if (next === expanded) break;
      expanded = next;
    }
    return expanded;
  });
}

/** One section of `container-executor.cfg`, the part before the first one when none is named: the first value counts. */
export function sectionOf({ at, settings, sections }: SettingsFile, section?: string): Configuration {
  const own = settings.filter((one: Setting) => one.section === section);
  const values = new Map<string, Value>();
  for (const { name, value, written, valueAt } of own) {
    if (!values.has(name)) values.set(name, { text: value, written, at: valueAt });
  }
  const place = (section === undefined ? undefined : sections.get(section)) ?? at;
  return configuration(place, values, (text) => text);
}

function configuration(at: Span, values: ReadonlyMap<string, Value>, expand: (text: string) => string): Configuration {
  const get = (name: string): Value | undefined => {
    const found = values.get(name);
    return found && { ...found, text: expand(found.text).trim(), written: expand(found.written) };
  };
  return {
    at,
    get,
    list: (name) => commaList(get(name)?.text ?? ''),
    isTrue: (name) => get(name)?.text.toLowerCase() === 'true',
    place: (name) => values.get(name)?.at ?? at,
    under: (prefix) =>
      [...values].flatMap(([name, { text, written, at: place }]) =>
        place && name.startsWith(prefix)
          ? [[name.slice(prefix.length), { text: expand(text), written: expand(written), at: place }] as const]
          : [],
      ),
  };
}

export const commaList = (text: string): readonly string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
