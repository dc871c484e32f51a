import type { Hop } from '../../../../graders/index.ts';
import { momentWords } from '../../../shared/time-words.ts';
import { element, withCode } from '../../element.ts';
import { currentLang } from '../../lang.ts';
import type { PictureContext } from '../context.ts';
import { Player } from '../player.ts';

export interface TimeOptions {
  readonly title: string;
  /** Of the check that looks at it; empty where none does. */
  readonly of: string;
  readonly about: string;
  readonly drawing: HTMLElement;
  readonly count: number;
  readonly tell: (index: number) => readonly Node[];
  readonly show: (index: number) => void;
  readonly pace: number;
  /** What stands below the player. */
  readonly below: readonly HTMLElement[];
}

/** What goes on over time: its drawing, the moment that is looked at, and the same in a table. */
export function timeFrame(options: TimeOptions): { readonly view: HTMLElement; readonly player: Player } {
  const { title, of, about, drawing, count, tell, show, pace, below } = options;
  const player = new Player({ count, tell, show, pace, words: momentWords });
  const view = element(
    'section',
    { class: 'time' },
    element('h3', {}, title),
    of !== '' && element('p', { class: 'time-of' }, withCode(of)),
    element('p', { class: 'muted' }, withCode(about)),
    drawing,
    player.view,
    ...below,
  );
  return { view, player };
}

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
