import type { Trace } from '../../../graders/index.ts';
import type { AnswerPicture } from '../../../graders/picture.ts';
import { pictureWords } from '../../shared/picture-words.ts';
import { element } from '../element.ts';
import { say } from '../lang.ts';
import { checkView } from './check-view.ts';
import type { PictureContext } from './context.ts';
import { ClusterMap } from './map.ts';
import { matrixView } from './matrix.ts';
import { stylesheet } from './stylesheet.ts';

/** All that is drawn of an answer. */
export class PictureSection {
  /** Its styles are there, or will not come. */
  static readonly ready = Promise.all(['../dibujo.css', '../cuadros.css'].map(stylesheet));

  private readonly map: ClusterMap | undefined;

  constructor(host: HTMLElement, { cluster, flows, checks }: AnswerPicture, context: PictureContext) {
    const place = element('div');
    this.map = cluster && new ClusterMap(place, cluster, context);
    const title = element('h3', { id: 'titulo-dibujo' }, say(pictureWords.title));
    host.replaceChildren(
      cluster ? place : title,
      ...(flows ? [matrixView(flows, { ...context, play: (trace) => this.play(trace) })] : []),
      ...checks.map((check) => checkView(check, context)),
    );
  }

  /** Walks through a trace in the drawing of the cluster, where there is one. */
  play(trace: Trace): void {
    this.map?.play(trace);
  }
}
