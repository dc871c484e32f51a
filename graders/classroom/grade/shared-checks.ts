import type { CheckResultJson } from '../../render/finding-json.ts';
import type { ExerciseJson } from '../../render/json.ts';

const opening = '"checks":[';

/**
 * Reads reports so that what they have in common is in memory once: of the checks of a class, most came to the same as those of
 * somebody else, and a check that says the same is the very same.
 */
export class SharedChecks {
  private readonly known = new Map<string, CheckResultJson>();

  /** @param report JSON text as `JSON.stringify` writes it */
  parse(report: string): ExerciseJson {
    const begin = report.indexOf(opening) + opening.length;
    const checks = begin < opening.length ? undefined : itemsFrom(report, begin);
    if (!checks) return JSON.parse(report) as ExerciseJson;
    const { items, end } = checks;
    const rest = JSON.parse(report.slice(0, begin) + report.slice(end)) as ExerciseJson;
    return { ...rest, checks: items.map((item) => this.check(item)) };
  }

  private check(text: string): CheckResultJson {
    const known = this.known.get(text);
    if (known) return known;
    const check = JSON.parse(text) as CheckResultJson;
    // Written anew: a piece of a report keeps the whole of it in memory.
    this.known.set(JSON.stringify(check), check);
    return check;
  }
}

const [quote, backslash, comma, openBrace, openBracket, closeBrace, closeBracket] = [...'"\\,{[}]'].map((sign) =>
  sign.charCodeAt(0),
);

/**
 * The items of a list in JSON text, each as text.
 * @param from behind its bracket
 * @returns with the offset of the bracket that ends it; undefined where nothing does
 */
function itemsFrom(
  text: string,
  from: number,
): { readonly items: readonly string[]; readonly end: number } | undefined {
  const items: string[] = [];
  let [begin, depth] = [from, 0];
  for (let at = from; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === quote) at = endOfString(text, at);
    else if (sign === openBrace || sign === openBracket) depth++;
    else if (depth > 0 && (sign === closeBrace || sign === closeBracket)) depth--;
    else if (depth === 0 && (sign === comma || sign === closeBracket)) {
      if (at > begin) items.push(text.slice(begin, at));
      if (sign === closeBracket) return { items, end: at };
      begin = at + 1;
    }
  }
  return undefined;
}

/** @param at the quote that opens it @returns the one that closes it */
function endOfString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === backslash) escapes++;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}
