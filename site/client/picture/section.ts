import type { Branch, Trace } from '../../../graders/index.ts';
import type { AnswerPicture } from '../../../graders/picture.ts';
import { pictureWords } from '../../shared/picture-words.ts';
import { element } from '../element.ts';
import { say } from '../lang.ts';
import { checkView } from './check-view.ts';
import type { Branched, PictureContext } from './context.ts';
import { ClusterMap } from './map.ts';
import { matrixView } from './matrix.ts';
import { stylesheet } from './stylesheet.ts';

/** What the section takes from its page, which knows of checks. */
export interface SectionContext extends Omit<PictureContext, 'branch'> {
  readonly branch: (branch: Branch, check: string) => Promise<Branched>;
}

/** All that is drawn of an answer. */
export class PictureSection {
  /** Its styles are there, or will not come. */
  static readonly ready = Promise.all(['../dibujo.css', '../cuadros.css'].map(stylesheet));

  private readonly map: ClusterMap | undefined;

  constructor(host: HTMLElement, { cluster, flows, checks }: AnswerPicture, context: SectionContext) {
    const { branch, ...plain } = context;
    const place = element('div');
    this.map = cluster && new ClusterMap(place, cluster, plain);
    const title = element('h3', { id: 'titulo-dibujo' }, say(pictureWords.title));
    host.replaceChildren(
      cluster ? place : title,
      ...(flows ? [matrixView(flows, { ...plain, play: (trace) => this.play(trace) })] : []),
      ...checks.map((check) => checkView(check, { ...plain, branch: (asked) => branch(asked, check.id) })),
    );
  }

  /** Walks through a trace in the drawing of the cluster, where there is one. */
  play(trace: Trace): void {
    this.map?.play(trace);
  }
}
