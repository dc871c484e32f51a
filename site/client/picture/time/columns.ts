import { type Shape, shape } from '../../../figure/shape.ts';
import { element } from '../../element.ts';

/** The place of a moment in a drawing: what lights up, and what a finger finds. */
export function cursor(index: number, x: number, width: number, height: number): Shape {
  return shape('rect', { class: 'moment', 'data-moment': index, x, y: 0, width, height });
}

/** What a branch has in common with the line it left: there, but not what is looked at. Where it ends is where they part. */
export const past = (from: number, to: number, height: number): Shape | false =>
  to > from &&
  shape(
    'g',
    {},
    shape('rect', { class: 'past', x: from, y: 0, width: to - from, height }),
    shape('path', { class: 'fork', d: `M${to} 0V${height}` }),
  );

/** A drawing that may be wider than the screen. */
export function scrolled(name: string): HTMLElement {
  return element('div', { class: 'figure-scroll', tabindex: '0', role: 'group', 'aria-label': name });
}

/** Lights a moment, and brings it into sight. */
export function lightColumn(scroller: HTMLElement, index: number): void {
  for (const lit of scroller.querySelectorAll('.moment--here')) lit.classList.remove('moment--here');
  const here = scroller.querySelectorAll(`[data-moment="${index}"]`);
  for (const one of here) one.classList.add('moment--here');
  const [first] = here;
  if (!first || scroller.scrollWidth <= scroller.clientWidth) return;
  const { left, width } = first.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  if (left < frame.left + 40) scroller.scrollLeft += left - frame.left - 40;
  else if (left + width > frame.right - 40) scroller.scrollLeft += left + width - frame.right + 40;
}

/** Tells which moment of a drawing somebody touches. */
export function pressed(drawing: HTMLElement, choose: (index: number) => void): void {
  drawing.addEventListener('click', ({ clientX }) => {
    const columns = [...drawing.querySelectorAll<Element>('[data-moment]')];
    const found = columns.find((one) => {
      const { left, right } = one.getBoundingClientRect();
      return clientX >= left && clientX < right;
    });
    const index = found?.getAttribute('data-moment');
    if (index) choose(Number(index));
  });
}
