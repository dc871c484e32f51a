import type { MigrationMoment, MigrationPicture } from '../../../../graders/checks/drawn/picture.ts';
import { code } from '../../../../graders/core/code.ts';
import { fill } from '../../../../graders/core/messages.ts';
import { timeWords, whatIfWords } from '../../../shared/time-words.ts';
import { element, withCode } from '../../element.ts';
import { currentLang, say } from '../../lang.ts';
import type { PictureContext } from '../context.ts';
import type { Line, TimeKind } from './kind.ts';
import { told } from './said.ts';

interface Instant {
  readonly step: MigrationMoment;
  readonly lost: MigrationMoment['instants'][number];
  readonly isFirst: boolean;
}

const instantsOf = ({ steps }: MigrationPicture): readonly Instant[] =>
  steps.flatMap((step) => step.instants.map((lost, index) => ({ step, lost, isFirst: index === 0 })));

/** Requests that go on during a migration: a column for each instant, a row for each kind of request. */
export const migrationKind: TimeKind<MigrationPicture> = {
  title: timeWords.migration,
  pace: 1500,
  stays: false,
  about: () => say(timeWords.migrationAbout),
  times: (picture) => instantsOf(picture).map((_, index) => index),
  from: (picture, index) =>
    fill(whatIfWords.afterStep, { number: instantsOf(picture)[index]?.step.number ?? 0 }, currentLang()),
  draw: gridOf,
  tell(picture, index, _, context) {
    const here = instantsOf(picture)[index];
    return here ? [...stepSaid(here.step, context), ...lossesSaid(here.lost, picture, context)] : [];
  },
  lines: (picture, index) => instantsOf(picture)[index]?.step.at,
  first: (picture) => instantsOf(picture).findIndex(({ step, lost }) => lost.length > 0 || step.refused),
  below: ({ left }) =>
    left > 0 ? [element('p', { class: 'muted' }, fill(timeWords.left, { n: left }, currentLang()))] : [],
  choices(picture) {
    const after = (index: number) => instantsOf(picture)[index]?.step.number ?? 0;
    const { offers } = picture;
    return [
      { label: say(whatIfWords.skip), branch: (index) => ({ kind: 'migration', after: after(index) }) },
      ...offers.map(({ id, text }) => ({
        label: fill(whatIfWords.take, { step: text }, currentLang()),
        branch: (index: number) => ({ kind: 'migration', after: after(index), take: id }) as const,
      })),
    ];
  },
};

function stepSaid({ number, text, at, refused, hops }: MigrationMoment, context: PictureContext): readonly Node[] {
  const said = fill(timeWords.migrationStep, { number, step: text }, currentLang());
  const link = at && context.lineLink(at);
  return [
    withCode(said),
    ...(link ? [document.createTextNode(' '), link] : []),
    ...(refused ? [document.createTextNode(` ${say(timeWords.stepRefused)}`), ...told(hops.slice(-1), context)] : []),
  ];
}

function lossesSaid(lost: Instant['lost'], { flows }: MigrationPicture, context: PictureContext): readonly Node[] {
  if (lost.length === 0) return [document.createTextNode(` ${say(timeWords.nothingLost)}`)];
  const items = lost.map(({ flow, trace }) => {
    const { from = '', to = '' } = flows[flow] ?? {};
    const said = fill(timeWords.lost, { from: from === 'outside' ? whoOf(from) : code(from), to }, currentLang());
    return element('span', { class: 'loss' }, withCode(said), ...told(trace.hops.slice(-1), context));
  });
  return items;
}

const whoOf = (from: string): string => (from === 'outside' ? say(timeWords.outside) : from);

/** A table, which needs no twin: every cell says in words whether requests arrive. */
function gridOf({ picture, shared }: Line<MigrationPicture>): HTMLElement {
  const { flows, steps } = picture;
  const instants = instantsOf(picture);
  const heads = steps.map(({ number, instants, refused }) =>
    element(
      'th',
      { scope: 'colgroup', colspan: String(instants.length), class: refused ? 'fire-refused' : undefined },
      element('span', { class: 'visually-hidden' }, `${say(timeWords.step)} `),
      String(number),
    ),
  );
  const rows = flows.map(({ from, to }, flow) => {
    const cells = instants.map(({ lost, isFirst }, column) => {
      const isLost = lost.some((one) => one.flow === flow);
      const word = say(isLost ? timeWords.lostShort : timeWords.answered);
      const classes = [
        'moment',
        isLost ? 'fire-lost' : 'fire-fine',
        isFirst && 'fire-first',
        column < shared && 'fire-past',
        column === shared && shared > 0 && 'fire-fork',
      ];
      return element(
        'td',
        { class: classes.filter(Boolean).join(' '), 'data-moment': String(column) },
        element('span', { 'aria-hidden': 'true' }, isLost ? '✕' : '·'),
        element('span', { class: 'visually-hidden' }, word),
      );
    });
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
