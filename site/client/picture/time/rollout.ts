import type { UpdateBranch } from '../../../../graders/checks/drawn/branch.ts';
import type { RolloutMoment, RolloutPicture } from '../../../../graders/checks/drawn/picture.ts';
import { fill } from '../../../../graders/core/messages.ts';
import { type Shape, shape } from '../../../figure/shape.ts';
import { timeWords, whatIfWords } from '../../../shared/time-words.ts';
import { element, table } from '../../element.ts';
import { currentLang, say } from '../../lang.ts';
import type { PictureContext } from '../context.ts';
import { svg } from '../svg.ts';
import { cursor, past } from './columns.ts';
import type { Choice, Line, TimeKind } from './kind.ts';
import { told, toldPlainly } from './said.ts';

/** A pod is a square of this side, in pixels, as long as there are few. */
const side = 26;
const tallest = 220;
const left = 34;

/** Few moments have room. */
const wideFor = (moments: number): number => (moments <= 12 ? 46 : 32);

type PodClass = 'oldReady' | 'oldWaiting' | 'newReady' | 'newWaiting' | 'laterReady' | 'laterWaiting';
const classes: readonly PodClass[] = ['laterReady', 'laterWaiting', 'newReady', 'newWaiting', 'oldReady', 'oldWaiting'];

/** The pods of an update: a column of squares for each moment. */
export const rolloutKind: TimeKind<RolloutPicture> = {
  title: timeWords.rollout,
  pace: 1300,
  stays: true,
  about: ({ image }) => fill(timeWords.rolloutAbout, { image }, currentLang()),
  times: ({ moments }) => moments.map(({ at }) => at),
  from: ({ moments }, index) => fill(whatIfWords.fromSeconds, { seconds: moments[index]?.at ?? 0 }, currentLang()),
  draw: (line) => svg(chart(line)),
  tell({ moments, wanted }, index, at, context) {
    const moment = moments[index];
    if (!moment) return [];
    const hops = moment.at === at ? moment.hops : [];
    return [document.createTextNode(sentence({ ...moment, at }, wanted)), ...told(hops, context)];
  },
  below: () => [legend()],
  twin,
  choices,
};

function choices({ image, moments }: RolloutPicture, { edited }: PictureContext): readonly Choice[] {
  const at = (index: number) => moments[index]?.at ?? 0;
  const does = (what: UpdateBranch['does']) => (index: number) =>
    ({ kind: 'rollout', at: at(index), does: what }) as const;
  return [
    { label: say(whatIfWords.undo), branch: does({ undo: true }) },
    {
      label: say(whatIfWords.image),
      field: { label: say(whatIfWords.imageName), type: 'text', value: () => image },
      branch: (index, name) => does({ image: name })(index),
    },
    ...(edited ? [{ label: say(whatIfWords.apply), branch: (index: number) => does({ apply: edited() })(index) }] : []),
    { label: say(whatIfWords.killOld), branch: does({ kill: 'old' }) },
    { label: say(whatIfWords.killNew), branch: does({ kill: 'new' }) },
  ];
}

function sentence(moment: RolloutMoment, wanted: number): string {
  const { at, oldReady, oldPods, newReady, newPods, laterReady = 0, laterPods = 0 } = moment;
  const ready = oldReady + newReady + laterReady;
  const data = { seconds: at, ready, wanted, oldReady, oldPods, newReady, newPods };
  const later = laterPods > 0 ? fill(timeWords.rolloutLater, { laterReady, laterPods }, currentLang()) : '';
  return fill(timeWords.rolloutMoment, data, currentLang()) + later;
}

function countOf(moment: RolloutMoment): Readonly<Record<PodClass, number>> {
  const { oldReady, oldPods, newReady, newPods, laterReady = 0, laterPods = 0 } = moment;
  return {
    ...{ oldReady, oldWaiting: oldPods - oldReady, newReady, newWaiting: newPods - newReady },
    ...{ laterReady, laterWaiting: laterPods - laterReady },
  };
}

const podsOf = ({ oldPods, newPods, laterPods = 0 }: RolloutMoment): number => oldPods + newPods + laterPods;

function chart({ picture, places, shared, all }: Line<RolloutPicture>): Shape {
  const { moments, wanted } = picture;
  const most = Math.max(1, ...all.flatMap((one) => [one.wanted, ...one.moments.map(podsOf)]));
  const each = Math.min(side, tallest / most / all.length);
  const floor = Math.round(most * each) + 16;
  const wide = wideFor(places.length);
  const width = left + places.length * wide + 8;
  const columns = places.map(({ at, index }, column) => {
    const moment = index === undefined ? undefined : moments[index];
    const x = left + column * wide;
    const counts = moment && countOf(moment);
    const pods = classes.flatMap((kind) => Array.from({ length: counts?.[kind] ?? 0 }, () => kind));
    const squares = pods.map((kind, row) =>
      shape('rect', {
        ...{ class: `pod pod--${kind}`, x: x + 6, y: floor - (row + 1) * each + 1 },
        ...{ width: wide - 12, height: Math.max(1, each - 2), rx: Math.min(3, each / 4) },
      }),
    );
    const isNew = column === 0 || places[column - 1]?.at !== at;
    const label = isNew && shape('text', { class: 'tick', x: x + wide / 2, y: floor + 16 }, `${at} s`);
    return [cursor(column, x, wide, floor), squares, label];
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
    past(left, left + shared * wide, floor),
  );
}

function legend(): HTMLElement {
  const items = classes.map((kind) =>
    element(
      'li',
      { class: `pod-key pod--${kind}${kind.startsWith('later') ? ' pod-key--later' : ''}` },
      say(timeWords[kind]),
    ),
  );
  return element('ul', { class: 'time-keys' }, ...items.slice(2), ...items.slice(0, 2));
}

function twin({ moments }: RolloutPicture, context: PictureContext): HTMLElement {
  const { seconds, oldPods, newPods, laterPods, happens } = timeWords;
  const hasLater = moments.some((moment) => moment.laterPods !== undefined);
  const rows = moments.map((moment) =>
    element(
      'tr',
      {},
      element('td', {}, String(moment.at)),
      element('td', {}, `${moment.oldReady} / ${moment.oldPods}`),
      element('td', {}, `${moment.newReady} / ${moment.newPods}`),
      hasLater && element('td', {}, `${moment.laterReady ?? 0} / ${moment.laterPods ?? 0}`),
      element('td', {}, toldPlainly(moment.hops, context)),
    ),
  );
  return table([seconds, oldPods, newPods, ...(hasLater ? [laterPods] : []), happens].map(say), rows);
}
