import type { MigrationPicture } from '../../../../graders/checks/drawn/picture.ts';
import { fill } from '../../../../graders/core/messages.ts';
import { timeWords } from '../../../shared/time-words.ts';
import { element, withCode } from '../../element.ts';
import { currentLang, say } from '../../lang.ts';
import type { PictureContext } from '../context.ts';
import { lightColumn, pressed, scrolled } from './columns.ts';
import { timeFrame, told } from './frame.ts';

/** Requests that go on during a migration: a column for each instant, a row for each kind of request. */
export function migrationView(picture: MigrationPicture, of: string, context: PictureContext): HTMLElement {
  const instants = picture.steps.flatMap((step) => step.instants.map((lost) => ({ step, lost })));
  const grid = scrolled(gridOf(picture), say(timeWords.migration));
  grid.classList.add('fire');
  const { left } = picture;
  const { view, player } = timeFrame({
    ...{ title: say(timeWords.migration), of, about: say(timeWords.migrationAbout) },
    ...{ drawing: grid, count: instants.length, pace: 1500 },
    tell: (index) => {
      const here = instants[index];
      return here ? [...stepSaid(here.step, context), ...lossesSaid(here.lost, picture, context)] : [];
    },
    show: (index) => {
      lightColumn(grid, index);
      context.light(instants[index]?.step.at);
    },
    below: left > 0 ? [element('p', { class: 'muted' }, fill(timeWords.left, { n: left }, currentLang()))] : [],
  });
  pressed(grid, (index) => player.choose(index));
  const first = instants.findIndex(({ step, lost }) => lost.length > 0 || step.refused);
  player.go(Math.max(0, first));
  context.light(undefined);
  return view;
}

type Step = MigrationPicture['steps'][number];

function stepSaid({ number, text, at, refused, hops }: Step, context: PictureContext): readonly Node[] {
  const said = fill(timeWords.migrationStep, { number, step: text }, currentLang());
  const link = context.lineLink(at);
  return [
    withCode(said),
    ...(link ? [document.createTextNode(' '), link] : []),
    ...(refused ? [document.createTextNode(` ${say(timeWords.stepRefused)}`), ...told(hops.slice(-1), context)] : []),
  ];
}

function lossesSaid(
  lost: Step['instants'][number],
  { flows }: MigrationPicture,
  context: PictureContext,
): readonly Node[] {
  if (lost.length === 0) return [document.createTextNode(` ${say(timeWords.nothingLost)}`)];
  const items = lost.map(({ flow, trace }) => {
    const { from = '', to = '' } = flows[flow] ?? {};
    const said = fill(timeWords.lost, { from: whoOf(from), to }, currentLang());
    return element('span', { class: 'loss' }, withCode(said), ...told(trace.hops.slice(-1), context));
  });
  return items;
}

const whoOf = (from: string): string => (from === 'outside' ? say(timeWords.outside) : from);

/** A table, which needs no twin: every cell says in words whether requests arrive. */
function gridOf({ flows, steps }: MigrationPicture): HTMLElement {
  const heads = steps.map(({ number, instants, refused }) =>
    element(
      'th',
      { scope: 'colgroup', colspan: String(instants.length), class: refused ? 'fire-refused' : undefined },
      element('span', { class: 'visually-hidden' }, `${say(timeWords.step)} `),
      String(number),
    ),
  );
  const rows = flows.map(({ from, to }, flow) => {
    let column = 0;
    const cells = steps.flatMap(({ instants }) =>
      instants.map((lost, index) => {
        const isLost = lost.some((one) => one.flow === flow);
        const word = say(isLost ? timeWords.lostShort : timeWords.answered);
        return element(
          'td',
          {
            class: ['moment', isLost ? 'fire-lost' : 'fire-fine', index === 0 ? 'fire-first' : ''].join(' '),
            'data-moment': String(column++),
          },
          element('span', { 'aria-hidden': 'true' }, isLost ? '✕' : '·'),
          element('span', { class: 'visually-hidden' }, word),
        );
      }),
    );
    const name = element('th', { scope: 'row' }, whoOf(from), element('small', {}, `→ ${to}`));
    return element('tr', {}, name, ...cells);
  });
  return element(
    'table',
    { class: 'fire-table' },
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, say(timeWords.requests)), ...heads)),
    element('tbody', {}, ...rows),
  );
}
