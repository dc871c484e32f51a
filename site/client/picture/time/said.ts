import type { Hop } from '../../../../graders/index.ts';
import { withCode } from '../../element.ts';
import { currentLang } from '../../lang.ts';
import type { PictureContext } from '../context.ts';

/** What the lab says at a moment, as a table tells it. */
export function toldPlainly(hops: readonly Hop[], { grader }: PictureContext): string {
  return hops.map((hop) => grader.sayHop(hop, currentLang()).replaceAll('`', '')).join(' ');
}

/** What the lab says at a moment, each sentence with the way to its lines. */
export function told(hops: readonly Hop[], { grader, lineLink }: PictureContext): readonly Node[] {
  return hops.flatMap((hop) => {
    const link = hop.at && lineLink(hop.at);
    return [
      document.createTextNode(' '),
      withCode(grader.sayHop(hop, currentLang())),
      ...(link ? [document.createTextNode(' '), link] : []),
    ];
  });
}
