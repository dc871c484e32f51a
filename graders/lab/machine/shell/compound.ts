import { incompleteUnder } from '../files/files.ts';
import { parentOf, resolvePath } from '../files/paths.ts';
import type { Complaint } from '../machine.ts';
import { hole, isKnown } from '../unknown.ts';
import { Expander, matcher } from './expand.ts';
import type { Arm, Command, List } from './script.ts';
import type { Shell } from './shell.ts';
import { substitute } from './substitute.ts';
import { after, joined, type World } from './world.ts';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** Splits worlds into those whose last command ended well, those where it did not, and those that are gone. */
function sorted(worlds: readonly World[]) {
  const gone = worlds.filter(({ left }) => left !== undefined);
  const here = worlds.filter(({ left }) => left === undefined);
  return { gone, yes: here.filter(({ exit }) => exit === 0), no: here.filter(({ exit }) => exit !== 0) };
}

export function branch(shell: Shell, world: World, { branches, otherwise }: Of<'if'>): readonly World[] {
  const ends: World[] = [];
  let open: readonly World[] = [world];
  for (const { test, body } of branches) {
    const { gone, yes, no } = sorted(open.flatMap((one) => shell.list([one], test, true)));
    ends.push(...gone, ...shell.list(yes, body));
    open = no;
    if (open.length === 0) break;
  }
  ends.push(...(otherwise ? shell.list(open, otherwise) : open.map((one) => after(one, 0))));
  return joined(ends);
}

/** A loop that has gone round so often without an end in sight is not followed any further. */
const rounds = 300;

/**
 * Goes round until the test says no. A round that changes nothing is followed by others like it: the loop goes on for ever.
 * So does one that is still going round when the world is looked at.
 */
export function loopWhile(shell: Shell, world: World, { kind, test, body }: Of<'while' | 'until'>): readonly World[] {
  return rounded(world, (one, last) => {
    const { gone, yes, no } = sorted(shell.list([one], test, true));
    const [enter, leave] = kind === 'while' ? [yes, no] : [no, yes];
    const waits = enter.map(({ complaint }) => complaint).find((one) => one !== undefined);
    const ends = [...gone, ...leave.map((left) => after(left, last))];
    return { ends, bodies: shell.list(enter, body), ...(waits && { waits }) };
  });
}

interface Round {
  /** Worlds that are out of the loop. */
  readonly ends: readonly World[];
  /** Worlds that have been through the body. */
  readonly bodies: readonly World[];
  /** Why the test failed before it. */
  readonly waits?: Complaint;
}

/** @param round gets how the round before ended, which is how the loop ends when this one is not entered */
function rounded(world: World, round: (world: World, last: number) => Round): readonly World[] {
  const ends: World[] = [];
  let going: readonly World[] = [world];
  for (let count = 0; going.length > 0; count++) {
    world.machine.budget.spend('steps');
    const before = going;
    const { ends: left, bodies, waits } = joinRounds(before.map((one) => round(one, count === 0 ? 0 : one.exit)));
    ends.push(...left);
    going = joined(outOf(bodies, ends));
    if (
      areSame(before, going) ||
      going.some(({ machine }) => machine.clock >= machine.horizon) ||
      (count > rounds && left.length === 0 && ends.length === 0)
    ) {
      ends.push(...going.map((one) => ({ ...one, left: 'running' as const, ...(waits && { waits }) })));
      break;
    }
    if (count > rounds) {
      ends.push(...going.flatMap((one) => [after(one, 0), { ...one, left: 'running' as const }]));
      break;
    }
  }
  return joined(ends);
}

function joinRounds(all: readonly Round[]): Round {
  const waits = all.map((one) => one.waits).find((one) => one !== undefined);
  const ends = all.flatMap((one) => one.ends);
  return { ends, bodies: all.flatMap(({ bodies }) => bodies), ...(waits && { waits }) };
}

/** Takes the worlds that leave the loop out of those that go round again. */
function outOf(bodies: readonly World[], ends: World[]): readonly World[] {
  const going: World[] = [];
  for (const body of bodies) {
    const { left, loops = 1, ...world } = body;
    if (left === undefined) going.push(world);
    else if ((left === 'break' || left === 'continue') && loops > 1) ends.push({ ...world, left, loops: loops - 1 });
    else if (left === 'continue') going.push(world);
    else if (left === 'break') ends.push(after(world, 0));
    else ends.push({ ...world, left });
  }
  return going;
}

function areSame(before: readonly World[], now: readonly World[]): boolean {
  return before.length === now.length && before.every((one, index) => isSame(one, now[index] ?? one));
}

function isSame(a: World, b: World): boolean {
  return (
    a.machine.files === b.machine.files &&
    a.machine.cwd === b.machine.cwd &&
    a.machine.daemons === b.machine.daemons &&
    (a.machine.env === b.machine.env || JSON.stringify(a.machine.env) === JSON.stringify(b.machine.env)) &&
    (a.variables === b.variables || JSON.stringify([...a.variables]) === JSON.stringify([...b.variables])) &&
    a.stdin === b.stdin &&
    a.args.length === b.args.length
  );
}

export function loopFor(shell: Shell, world: World, { name, words, body }: Of<'for'>): readonly World[] {
  if (words === 'endless') return rounded(world, (one) => ({ ends: [], bodies: shell.list([one], body) }));
  const expander = new Expander(world, substitute(shell));
  const fields = words === 'arguments' ? world.args : words.flatMap((word) => expander.fields(word));
  const values = fields.map((field) => (mayMatch(world, field) ? hole : field));
  let going: readonly World[] = [after(expander.world, 0)];
  const ends: World[] = [];
  for (const value of values) {
    world.machine.budget.spend('steps');
    const bodies = shell.list(
      going.map((one) => ({ ...one, variables: new Map(one.variables).set(name, value) })),
      body,
    );
    // Of a list that nobody knows it is not sure that it has anything in it, and the loop ends as its last round does.
    going = joined([...outOf(bodies, ends), ...(isKnown(value) ? [] : going)]);
    if (going.length === 0) break;
  }
  return joined([...ends, ...going]);
}

/** A pattern that matches no file that is known may match one that is not. */
function mayMatch({ machine }: World, field: string): boolean {
  if (!/[*?[]/.test(field) || !isKnown(field)) return false;
  return incompleteUnder(machine.files, parentOf(resolvePath(machine.cwd, field)));
}

export function choose(shell: Shell, world: World, { word, arms }: Of<'case'>): readonly World[] {
  const expander = new Expander(world, substitute(shell));
  const subject = expander.text(word);
  const ends: World[] = [];
  for (const [index, arm] of arms.entries()) {
    const fits = suits(subject, arm, expander);
    if (fits === false) continue;
    ends.push(...shell.list([after(expander.world, 0)], bodyFrom(arms, index)));
    if (fits) return joined(ends);
  }
  return joined([...ends, after(expander.world, 0)]);
}

function suits(subject: string, { patterns }: Arm, expander: Expander): boolean | undefined {
  let doubt = false;
  for (const word of patterns) {
    const pattern = expander.pattern(word).replaceAll('[!', '[^');
    if (pattern === '*') return true;
    if (!isKnown(subject) || !isKnown(pattern)) doubt = true;
    else if (matcher(pattern)(subject)) return true;
  }
  return doubt ? undefined : false;
}

/** An arm, and those it falls through to. */
function bodyFrom(arms: readonly Arm[], index: number): List {
  const arm = arms[index];
  if (!arm) return [];
  return arm.falls ? [...arm.body, ...bodyFrom(arms, index + 1)] : arm.body;
}
