import type { Finding, Hop, Lang } from '../../../graders/index.ts';

interface Speaker {
  sayFinding(finding: Finding, lang: Lang): string;
  sayHop(hop: Hop, lang: Lang): string;
  readonly sayRefusal: unknown;
  readonly rangeOf: unknown;
}

/**
 * Says every sentence of a result, so that the words are there when it is shown, and with them what tells its lines.
 * @param result a report, a picture, an answer of the lab: with findings and hops anywhere in it
 * @returns the result
 */
export function sayAll<T>(speaker: Speaker, result: T): T {
  void [speaker.sayRefusal, speaker.rangeOf];
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if ('message' in value && 'data' in value) {
      if ('id' in value) sayFinding(speaker, value as Finding);
      else if ('stage' in value) speaker.sayHop(value as Hop, 'es');
    }
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(result);
  return result;
}

function sayFinding(speaker: Speaker, finding: Finding): void {
  speaker.sayFinding(finding, 'es');
  if (finding.answer) speaker.sayFinding({ ...finding, ...finding.answer }, 'es');
}
