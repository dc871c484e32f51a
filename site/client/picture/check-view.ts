import type { AnswerPicture } from '../../../graders/picture.ts';
import { say } from '../lang.ts';
import type { PictureContext } from './context.ts';
import { layersView } from './layers.ts';
import { scalingView } from './time/autoscaling.ts';
import { migrationView } from './time/migration.ts';
import { rolloutView } from './time/rollout.ts';

/** What a check looked at, drawn. */
export function checkView({ title, picture }: AnswerPicture['checks'][number], context: PictureContext): HTMLElement {
  const of = say(title);
  switch (picture.kind) {
    case 'rollout':
      return rolloutView(picture, of, context);
    case 'autoscaling':
      return scalingView(picture, of, context);
    case 'migration':
      return migrationView(picture, of, context);
    case 'layers':
      return layersView(picture, of, context);
  }
}
