import type { RolloutMoment, RolloutPicture } from '../../../../graders/checks/drawn/picture.ts';
import { fill } from '../../../../graders/core/messages.ts';
import { type Shape, shape } from '../../../figure/shape.ts';
import { timeWords } from '../../../shared/time-words.ts';
import { element, table } from '../../element.ts';
import { currentLang, say } from '../../lang.ts';
import type { PictureContext } from '../context.ts';
import { svg } from '../svg.ts';
import { cursor, lightColumn, pressed, scrolled } from './columns.ts';
import { timeFrame, told, toldPlainly } from './frame.ts';

/** A pod is a square of this side, in pixels, as long as there are few. */
const side = 26;
const tallest = 220;
const left = 34;

/** Few moments have room. */
const wideFor = (moments: number): number => (moments <= 12 ? 46 : 32);

type PodClass = 'oldReady' | 'oldWaiting' | 'newReady' | 'newWaiting';
const classes: readonly PodClass[] = ['newReady', 'newWaiting', 'oldReady', 'oldWaiting'];

/** The pods of an update: a column of squares for each moment. */
export function rolloutView(picture: RolloutPicture, of: string, context: PictureContext): HTMLElement {
  const { moments, image, wanted } = picture;
  const drawing = scrolled(svg(chart(picture)), say(timeWords.rollout));
  const { view, player } = timeFrame({
    ...{ title: say(timeWords.rollout), of, about: fill(timeWords.rolloutAbout, { image }, currentLang()) },
    ...{ drawing, count: moments.length, pace: 1300 },
    tell: (index) => {
      const moment = moments[index];
      return moment ? [document.createTextNode(sentence(moment, wanted)), ...told(moment.hops, context)] : [];
    },
    show: (index) => lightColumn(drawing, index),
    below: [legend(), twin(picture, context)],
  });
  pressed(drawing, (index) => player.choose(index));
  player.go(0);
  return view;
}

function sentence({ at, oldReady, oldPods, newReady, newPods }: RolloutMoment, wanted: number): string {
  const data = { seconds: at, ready: oldReady + newReady, wanted, oldReady, oldPods, newReady, newPods };
  return fill(timeWords.rolloutMoment, data, currentLang());
}

function countOf({ oldReady, oldPods, newReady, newPods }: RolloutMoment): Readonly<Record<PodClass, number>> {
  return { oldReady, oldWaiting: oldPods - oldReady, newReady, newWaiting: newPods - newReady };
}

function chart({ moments, wanted }: RolloutPicture): Shape {
  const most = Math.max(wanted, ...moments.map(({ oldPods, newPods }) => oldPods + newPods), 1);
  const each = Math.min(side, tallest / most);
  const floor = Math.round(most * each) + 16;
  const wide = wideFor(moments.length);
  const width = left + moments.length * wide + 8;
  const columns = moments.map((moment, index) => {
    const x = left + index * wide;
    const counts = countOf(moment);
    const pods = classes.flatMap((kind) => Array.from({ length: counts[kind] }, () => kind));
    const squares = pods.map((kind, row) =>
      shape('rect', {
        ...{ class: `pod pod--${kind}`, x: x + 6, y: floor - (row + 1) * each + 1 },
        ...{ width: wide - 12, height: Math.max(1, each - 2), rx: Math.min(3, each / 4) },
      }),
    );
    const isNew = index === 0 || moments[index - 1]?.at !== moment.at;
    const label = isNew && shape('text', { class: 'tick', x: x + wide / 2, y: floor + 16 }, `${moment.at} s`);
    return [cursor(index, x, wide, floor), squares, label];
  });
  const line = floor - wanted * each;
  return shape(
    'svg',
    {
      ...{ class: 'drawing chart', viewBox: `0 0 ${width} ${floor + 24}`, width, height: floor + 24 },
      ...{ role: 'img', 'aria-label': say(timeWords.rollout) },
    },
    columns,
    shape('path', { class: 'level', d: `M${left} ${line}H${width - 8}` }),
    shape('text', { class: 'axis', x: left - 6, y: line + 5 }, String(wanted)),
    shape('text', { class: 'axis', x: left - 6, y: floor + 3 }, '0'),
  );
}

function legend(): HTMLElement {
  const items = classes.map((kind) => element('li', { class: `pod-key pod--${kind}` }, say(timeWords[kind])));
  return element('ul', { class: 'time-keys' }, ...items);
}

function twin({ moments }: RolloutPicture, context: PictureContext): HTMLElement {
  const { seconds, oldPods, newPods, happens } = timeWords;
  const rows = moments.map((moment) =>
    element(
      'tr',
      {},
      element('td', {}, String(moment.at)),
      element('td', {}, `${moment.oldReady} / ${moment.oldPods}`),
      element('td', {}, `${moment.newReady} / ${moment.newPods}`),
      element('td', {}, toldPlainly(moment.hops, context)),
    ),
  );
  return element(
    'details',
    { class: 'figure-twin' },
    element('summary', {}, say(timeWords.twin)),
    table([seconds, oldPods, newPods, happens].map(say), rows),
  );
}
