import type { WrittenExercise } from '../../graders/course/written.ts';
import { type Html, html } from '../html.ts';
import { exerciseHref } from '../shared/href.ts';
import { inBoth } from './said.ts';

/**
 * An exercise in a list, beside which the script of the page says how it stands.
 * @param root the way to the root of the site
 */
export function exerciseRow({ exercise: { spec, folder } }: WrittenExercise, root: string): Html {
  return html`<li><a href="${root}${exerciseHref(folder)}" data-exercise="${spec.id}" data-number="${spec.number}"${spec.practice && html` data-practice`}><span class="number">${
    spec.number
  }</span><span class="name">${inBoth(spec.title)}</span><span class="state" data-state></span></a></li>
`;
}
