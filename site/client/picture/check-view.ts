import type { AnswerPicture } from '../../../graders/picture.ts';
import { say } from '../lang.ts';
import type { PictureContext } from './context.ts';
import { layersView } from './layers.ts';
import { scalingKind } from './time/autoscaling.ts';
import { timeView } from './time/figure.ts';
import { migrationKind } from './time/migration.ts';
import { rolloutKind } from './time/rollout.ts';

/** What a check looked at, drawn. */
export function checkView({ title, picture }: AnswerPicture['checks'][number], context: PictureContext): HTMLElement {
  const of = say(title);
  switch (picture.kind) {
    case 'rollout':
      return timeView(rolloutKind, picture, of, context);
    case 'autoscaling':
      return timeView(scalingKind, picture, of, context);
    case 'migration':
      return timeView(migrationKind, picture, of, context);
    case 'layers':
      return layersView(picture, of, context);
  }
}
