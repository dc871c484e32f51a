import { hintOrder } from '../../core/hints.ts';
import { isUntouched } from '../../core/report.ts';
import { noProgress } from '../../course/progress.ts';
import type { Graded } from '../grading.ts';
import { bodyHeight, roomFor } from './body.ts';
import { listed, listKey } from './list.ts';
import { pageOf } from './look.ts';
import { nextExercise } from './next.ts';
import { explainableIds } from './reasons.ts';
import {
  currentOf,
  type Effect,
  type Event,
  folderOf,
  isDone,
  type Notice,
  type Panel,
  type State,
  type Step,
} from './state.ts';

/** What a session becomes by an event, and what its shell is asked to do. Nothing is read, drawn or remembered here. */
export function update(state: State, event: Event): Step {
  switch (event.kind) {
    case 'key':
      return keyed(state, event.key);
    case 'resized':
      return only(scrolledTo({ ...state, size: event.size }, state.scroll));
    case 'graded':
      return graded(state, event);
    case 'followed':
      return only(alsoGraded({ ...state, results: event.results }, event.changed.map(folderOf)));
    case 'site':
      return only({ ...state, site: event.text });
    case 'progress':
      return only({ ...state, progress: event.progress });
    case 'prose':
      return only(event.prose.folder === state.current ? { ...state, prose: event.prose } : state);
    case 'finding-page': {
      const { panel } = state;
      const isAwaited = panel.kind === 'finding' && panel.id === event.id;
      return only(isAwaited ? { ...state, panel: { ...panel, markdown: event.markdown } } : state);
    }
    case 'kept':
      return only({ ...state, undo: { folder: event.folder, kept: event.kept } });
    case 'undone':
      return only({ ...state, undo: undefined });
    case 'said':
      return only(noticed(state, { kind: 'said', text: event.text }));
  }
}

/** The state in which a session begins: at the exercise of the last one while that is not done, or at the next. */
export function begin(state: Omit<State, 'current' | 'panel' | 'scroll' | 'reveal'>, last: string | undefined): Step {
  const before = state.results.find((result) => folderOf(result) === last && !isDone(result));
  const first = before ?? nextExercise(state.results) ?? state.results[0];
  const open: State = { ...state, current: undefined, panel: home, scroll: 0, reveal: false };
  return first ? goTo(open, folderOf(first)) : only(open);
}

const home: Panel = { kind: 'exercise' };

const only = (state: State): Step => ({ state, effects: [] });
const noticed = (state: State, notice: Notice): State => ({ ...state, notice });

function graded(state: State, { changed, results, at, milliseconds }: Extract<Event, { kind: 'graded' }>): Step {
  const before = new Map(state.results.map((result) => [folderOf(result), result]));
  const remembered = changed.map((one): Effect => ({ do: 'remember-grading', folder: folderOf(one), at }));
  const stays = changed.some((one) => folderOf(one) === state.current);
  // What its author left broken is not what the person is at.
  const readable = changed.filter(({ report }) => report.status !== 'error');
  const shown = changed.find((one) => folderOf(one) === state.current) ?? readable.at(-1) ?? changed.at(-1);
  const known = results.some((result) => folderOf(result) === state.current);
  const moved = !shown && !known ? nextExercise(results) : shown;
  const fresh: State = { ...state, results };
  if (!moved) return only(scrolledTo(fresh, state.scroll));
  const folder = folderOf(moved);
  const others = changed.map(folderOf).filter((name) => name !== folder);
  const old = before.get(folder);
  const step = stays ? refresh(fresh) : goTo(fresh, folder);
  const passed = moved.report.status === 'pass' && old?.report.status !== 'pass';
  return {
    state: alsoGraded({ ...step.state, graded: { at, milliseconds }, celebrates: passed, notice: undefined }, others),
    effects: [...step.effects, ...remembered],
  };
}

/** Names what was graded beside the exercise at hand, with what is named already. */
function alsoGraded(state: State, folders: readonly string[]): State {
  const named = state.notice?.kind === 'also-graded' ? state.notice.folders : [];
  return folders.length > 0 ? noticed(state, { kind: 'also-graded', folders: [...named, ...folders] }) : state;
}

/** The result of the exercise at hand from its top. Who is looking at the hints or the statement goes on looking. */
function refresh(state: State): Step {
  const stays = state.panel.kind === 'diff' || state.panel.kind === 'statement';
  const panel = stays ? state.panel : home;
  const next = { ...state, panel, question: undefined, reveal: false };
  // An author may have edited the statement.
  return { state: scrolledTo(next, stays ? state.scroll : 0), effects: readProse(state.current) };
}

function goTo(state: State, folder: string): Step {
  return {
    state: {
      ...state,
      current: folder,
      panel: home,
      scroll: 0,
      question: undefined,
      notice: undefined,
      reveal: false,
      prose: undefined,
      graded: undefined,
      celebrates: false,
    },
    effects: readProse(folder),
  };
}

const readProse = (folder: string | undefined): readonly Effect[] =>
  folder === undefined ? [] : [{ do: 'read-prose', folder }];

function keyed(state: State, key: string): Step {
  if (key === 'ctrl-c') return { state, effects: [{ do: 'quit' }] };
  if (state.question) return answered(state, key);
  const quiet: State = { ...state, notice: undefined };
  if (state.panel.kind === 'list') {
    const step = listKey(state.panel, listed(quiet), key);
    if (step.kind === 'open') return goTo(quiet, step.folder);
    if (step.kind === 'panel') return only(scrolledTo({ ...quiet, panel: step.panel }, quiet.scroll));
    if (step.kind === 'close') return only(opened(quiet, home));
  }
  return scrolledBy(quiet, key) ?? commanded(quiet, key);
}

/** Reset and solution only after a yes; every other key leaves things as they are. */
function answered(state: State, key: string): Step {
  const asked = { ...state, question: undefined, notice: undefined };
  const agrees = ['s', 'y', 'S', 'Y'].includes(key);
  const graded = currentOf(state);
  if (!agrees || !graded) return only(noticed(asked, { kind: 'left-as-is' }));
  if (state.question === 'reset') return { state: asked, effects: [{ do: 'reset', folder: folderOf(graded) }] };
  return {
    state: opened(asked, { kind: 'solution' }),
    effects: [{ do: 'remember-solution', id: graded.report.id }],
  };
}

function commanded(state: State, key: string): Step {
  const graded = currentOf(state);
  switch (key) {
    case 'q':
      return { state, effects: [{ do: 'quit' }] };
    case '?':
      return only(toggled(state, { kind: 'keys' }));
    case 'escape':
    case 'return':
    case 'backspace':
      return only(opened(state, home));
    case 'l':
      return only(
        opened(state, { kind: 'list', filter: '', typing: false, pendingOnly: false, selected: state.current }),
      );
    case 'n': {
      const next = nextExercise(state.results, state.current);
      return next ? goTo(state, folderOf(next)) : only(noticed(state, { kind: 'all-done' }));
    }
    default:
      return graded ? withExercise(state, graded, key) : only(state);
  }
}

function withExercise(state: State, graded: Graded, key: string): Step {
  switch (key) {
    case 'i':
      return only(toggled(state, { kind: 'statement' }));
    case 't':
      return only(toggled(state, { kind: 'trace' }));
    case 'd':
      return only(toggled(state, { kind: 'diff' }));
    case 'h':
      return hinted(state, graded);
    case 'e':
      return explained(state, graded);
    case 'v': {
      const held = graded.report.checks.some(({ findings }) => findings.some(({ answer }) => answer));
      if (!held) return only(noticed(state, { kind: 'nothing-held-back' }));
      return only(scrolledTo({ ...state, panel: home, reveal: !state.reveal }, state.scroll));
    }
    case 'r':
      return only({ ...state, question: 'reset' });
    case 's':
      if (isDone(graded)) return only(toggled(state, { kind: 'solution' }));
      return only({ ...state, question: 'solution' });
    case 'u':
      return state.undo && state.undo.folder === state.current
        ? { state, effects: [{ do: 'undo', kept: state.undo.kept }] }
        : only(noticed(state, { kind: 'nothing-to-undo' }));
    case 'o':
      return { state, effects: [{ do: 'browse', url: pageOf(state) }] };
    default:
      return only([...key].length === 1 ? noticed(state, { kind: 'unknown-key', key }) : state);
  }
}

/** One more hint than before, those that help with what fails first. */
function hinted(state: State, { report, opened: { exercise } }: Graded): Step {
  const hints = exercise?.spec.hints ?? [];
  const shown = state.progress.get(report.id)?.hints ?? [];
  const order = hintOrder(hints, report.checks).map((index) => index + 1);
  const next = order.find((number) => !shown.includes(number));
  const isOpen = state.panel.kind === 'hints';
  // The first press shows those that were given already, when there are any: who comes back does not spend one.
  if (next === undefined || (!isOpen && shown.length > 0)) {
    const open = bottom(opened(state, { kind: 'hints' }));
    return only(next === undefined && isOpen ? noticed(open, { kind: 'no-more-hints' }) : open);
  }
  const before = state.progress.get(report.id) ?? noProgress;
  const progress = new Map(state.progress).set(report.id, { ...before, hints: [...shown, next] });
  return {
    state: bottom({ ...opened(state, { kind: 'hints' }), progress }),
    effects: [{ do: 'remember-hint', id: report.id, number: next }],
  };
}

/** The page of the first finding; pressed again, of the one after it. */
function explained(state: State, { report }: Graded): Step {
  const ids = explainableIds(report);
  const { panel } = state;
  const at = panel.kind === 'finding' ? ids.indexOf(panel.id) : -1;
  const id = ids[(at + 1) % Math.max(1, ids.length)];
  if (id === undefined) return only(noticed(state, { kind: 'nothing-to-explain' }));
  return { state: opened(state, { kind: 'finding', id }), effects: [{ do: 'read-finding', id }] };
}

const opened = (state: State, panel: Panel): State => ({ ...state, panel, scroll: 0 });

/** A key that opens a panel closes it again. */
const toggled = (state: State, panel: Panel): State => opened(state, state.panel.kind === panel.kind ? home : panel);

function scrolledBy(state: State, key: string): Step | undefined {
  const page = Math.max(1, roomFor(state) - 1);
  const by = new Map([
    ['up', -1],
    ['k', -1],
    ['down', 1],
    ['j', 1],
    ['pageup', -page],
    ['b', -page],
    ['pagedown', page],
    [' ', page],
    ['home', Number.NEGATIVE_INFINITY],
    ['g', Number.NEGATIVE_INFINITY],
    ['end', Number.POSITIVE_INFINITY],
    ['G', Number.POSITIVE_INFINITY],
  ]).get(key);
  return by === undefined ? undefined : only(scrolledTo(state, state.scroll + by));
}

const bottom = (state: State): State => scrolledTo(state, Number.POSITIVE_INFINITY);

/** Never beyond what there is. */
function scrolledTo(state: State, line: number): State {
  const last = Math.max(0, bodyHeight(state) - roomFor(state));
  return { ...state, scroll: Math.min(last, Math.max(0, line)) };
}

/** Whether the answer was begun: only then does a grading count as an attempt. */
export const isAttempt = ({ report }: Graded): boolean => !isUntouched(report);
