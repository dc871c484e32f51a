import type { ScalingMoment, ScalingPicture } from '../../../../graders/checks/drawn/picture.ts';
import { fill } from '../../../../graders/core/messages.ts';
import { type Shape, shape } from '../../../figure/shape.ts';
import { timeWords, whatIfWords } from '../../../shared/time-words.ts';
import { element, table } from '../../element.ts';
import { currentLang, say } from '../../lang.ts';
import type { PictureContext } from '../context.ts';
import { svg } from '../svg.ts';
import { cursor, past } from './columns.ts';
import type { Line, TimeKind } from './kind.ts';
import { told, toldPlainly } from './said.ts';

const left = 44;
const top = 12;
const high = 130;
const gap = 34;
const low = 80;
/** Wider than this it is drawn with narrower columns. */
const widest = 640;

/** Replicas, pods and load: a thin column for each look of the controller. */
export const scalingKind: TimeKind<ScalingPicture> = {
  title: timeWords.autoscaling,
  pace: 140,
  stays: false,
  about: () => say(timeWords.autoscalingAbout),
  times: ({ moments }) => moments.map(({ at }) => at),
  from: ({ moments }, index) => fill(whatIfWords.fromSeconds, { seconds: moments[index]?.at ?? 0 }, currentLang()),
  draw: (line) => svg(chart(line)),
  tell({ moments }, index, _, context) {
    const moment = moments[index];
    return moment ? [document.createTextNode(sentence(moment)), ...told(moment.hops, context)] : [];
  },
  below: () => [],
  twin: ({ moments }, context) => twin(moments, context),
  choices: ({ moments }) => [
    {
      label: say(whatIfWords.load),
      field: {
        label: say(whatIfWords.loadName),
        type: 'number',
        unit: 'm',
        value: (index) => String((moments[index]?.load ?? 0) * 2 || 500),
      },
      branch: (index, load) => ({ kind: 'autoscaling', at: moments[index]?.at ?? 0, cpu: milli(load) }),
    },
  ],
};

/** What somebody wrote for a load, within what a cluster could have. */
const milli = (written: string): number => Math.min(Math.max(Math.round(Number(written)) || 0, 0), 10_000_000);

function sentence({ at, ready, replicas, percent }: ScalingMoment): string {
  const lang = currentLang();
  const use = percent === undefined ? '' : ` ${fill(timeWords.scalingUse, { percent }, lang)}`;
  return fill(timeWords.scalingMoment, { seconds: at, ready, replicas }, lang) + use;
}

function chart({ picture, places, shared, all }: Line<ScalingPicture>): Shape {
  const { min, max } = picture;
  const moments = places.flatMap(({ index }) => (index === undefined ? [] : (picture.moments[index] ?? [])));
  const everything = all.flatMap((one) => one.moments);
  const column = Math.max(4, Math.min(24, Math.floor(widest / places.length)));
  const width = left + places.length * column + 92;
  const right = left + places.length * column;
  const mostPods = Math.max(max, ...everything.map(({ replicas, ready }) => Math.max(replicas, ready)), 1);
  const mostUse = Math.max(100, ...everything.map(({ percent = 0 }) => percent));
  const floor = top + high;
  const base = floor + gap + low;
  const x = (index: number) => left + index * column;
  const pods = (count: number) => round(floor - (count / mostPods) * high);
  const use = (percent: number) => round(base - (percent / mostUse) * low);
  const stairs = (heights: readonly number[]) =>
    heights.map((y, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y}H${x(index + 1)}`).join('');
  const area = (heights: readonly number[], bottom: number) => `${stairs(heights)}V${bottom}H${left}z`;
  const level = (kind: string, y: number, text: string) => [
    shape('path', { class: `level level--${kind}`, d: `M${left} ${y}H${right}` }),
    shape('text', { class: 'level-name', x: right + 6, y: y + 4 }, text),
  ];
  const tick = tickOf(places.at(-1)?.at ?? 0);
  const ticks = places.flatMap(({ at }, index) =>
    at % tick === 0 ? [shape('text', { class: 'tick', x: x(index) + column / 2, y: base + 16 }, `${at} s`)] : [],
  );
  const lang = currentLang();
  return shape(
    'svg',
    {
      ...{ class: 'drawing chart', viewBox: `0 0 ${width} ${base + 24}`, width, height: base + 24 },
      ...{ role: 'img', 'aria-label': say(timeWords.autoscaling) },
    },
    places.map((_, index) => cursor(index, x(index), column, base)),
    shape('path', {
      class: 'area area--ready',
      d: area(
        moments.map(({ ready }) => pods(ready)),
        floor,
      ),
    }),
    level('max', pods(max), fill(timeWords.atMost, { n: max }, lang)),
    min !== max && level('min', pods(min), fill(timeWords.atLeast, { n: min }, lang)),
    shape('path', { class: 'line line--wanted', d: stairs(moments.map(({ replicas }) => pods(replicas))) }),
    shape('path', {
      class: 'area area--use',
      d: area(
        moments.map(({ percent = 0 }) => use(percent)),
        base,
      ),
    }),
    level('full', use(100), '100 %'),
    shape('text', { class: 'axis', x: left - 6, y: floor + 4 }, '0'),
    shape('text', { class: 'axis', x: left - 6, y: top + 6 }, String(mostPods)),
    shape('text', { class: 'axis', x: left - 6, y: base + 4 }, '0 %'),
    mostUse > 110 && shape('text', { class: 'axis', x: left - 6, y: base - low + 4 }, `${mostUse} %`),
    ticks,
    past(left, x(shared), base),
  );
}

/** Seconds between two labels of the axis, so that about eight have room. */
const tickOf = (all: number): number => [60, 120, 300, 600, 1200, 3600].find((step) => all / step <= 8) ?? 14_400;

function twin(moments: readonly ScalingMoment[], context: PictureContext): HTMLElement {
  const changes = moments.filter(({ replicas, ready }, index) => {
    const before = moments[index - 1];
    return !before || before.replicas !== replicas || before.ready !== ready || index === moments.length - 1;
  });
  const rows = changes.map(({ at, replicas, ready, percent, hops }) =>
    element(
      'tr',
      {},
      element('td', {}, String(at)),
      element('td', {}, String(replicas)),
      element('td', {}, String(ready)),
      element('td', {}, percent === undefined ? '—' : `${percent} %`),
      element('td', {}, toldPlainly(hops, context)),
    ),
  );
  const { seconds, replicas, ready, use, happens } = timeWords;
  return element(
    'div',
    {},
    element('p', { class: 'muted' }, say(timeWords.changesOnly)),
    table([seconds, replicas, ready, use, happens].map(say), rows),
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;
