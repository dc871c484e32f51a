import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { circlesIn } from './circles.ts';
import { type Import, importsOf } from './imports.ts';

/** From the core outwards. A file may import its own layer and those before it. */
const layers: readonly (readonly RegExp[])[] = [
  [/^core\//],
  [/^parse\//],
  [/^model\//],
  [/^(?:schema|rules|lab|theory(?!\/answer-form\.ts))\//, /^generated\/(?!kinds|specs|messages|scenario)/],
  // The form of an answer is read off the checks that ask for it.
  [/^checks\//, /^theory\/answer-form\.ts$/, /^generated\/(?:kinds|specs|scenarios|scenario-specs)\.ts$/],
  [/^(?:exercise|continued|grade|check|ask|ask-over-time|picture|submission)\.ts$/],
  [/^render\//, /^generated\/messages\.ts$/],
  [/^(?:index|lab|lab-session)\.ts$/],
  // A notebook is a text like any other; the shell that reads and writes it is a command.
  [/^classroom\/notebook\//],
  // What a class is graded into and what is counted of it, which a page can show as well.
  [/^classroom\/(?:about|results|export\/(?:csv|told|worth)|intake\/student|report\/(?:figures|words))\.ts$/],
  // The shells, which touch files, processes and time.
  [/^course\//, /^\.\.\/schemas\//],
  [/^\.\.\/site\//],
  // A class is graded as one answer is.
  [/^cli\/(?:service\/|(?:grading|packed)\.ts$)/],
  [/^classroom\//],
  [/^cli\/(?!(?:main|program|usage|test|work)\.ts$|(?:commands\/|testing\/run\.ts$))/],
  [/^(?:vitest|authoring)\//],
  // The commands, which call on all of them.
  [/^cli\//],
];
const shells = layers.findIndex((files) => files.some((pattern) => pattern.test('course/')));

/** The parts of the lab, one floor above the other. Parts of one floor know nothing of each other. */
const floors: readonly (readonly string[])[] = [
  ['machine'],
  ['image'],
  ['cluster'],
  ['istio', 'linkerd'],
  ['telemetry', 'migration', 'hadoop'],
  ['request'],
  // What is drawn of a world, and the terminal in which one works at it.
  ['terminal', 'picture'],
];

/** What recursion is: a block of a schema holds values, and a value may be a block. */
const recursions = [['schema/blocks.ts', 'schema/values.ts']];

const layerOf = (file: string): number => layers.findIndex((files) => files.some((pattern) => pattern.test(file)));
const partOf = (file: string): string | undefined => /^lab\/([^/]+)\//.exec(file)?.[1];
const floorOf = (part: string): number => floors.findIndex((parts) => parts.includes(part));
const isPure = ({ from }: Import): boolean => layerOf(from) < shells;
const say = ({ from, to }: Import): string => `${from} → ${to}`;

/** What the pure part may use at run time: it all works in a page. */
const packages =
  /^(?:yaml|acorn|@sveltejs\/acorn-typescript|just-bash|@orama\/stemmers|@prometheus-io\/lezer-promql|@lezer\/\w+)(?:\/|$)/;

const imports = [...importsOf('graders'), ...importsOf('site')];

describe('the layers of the graders', () => {
  it('has a place for every file', () => {
    const files = new Set(imports.flatMap(({ from, to, own }) => (own ? [from, to] : [from])));
    expect([...files].filter((file) => layerOf(file) === -1)).toEqual([]);
  });

  it('points one way', () => {
    const upwards = imports.filter(({ from, to, own }) => own && layerOf(to) > layerOf(from));
    expect(upwards.map(say)).toEqual([]);
  });

  it('goes round in no circle, not even of types', () => {
    expect(circlesIn(imports)).toEqual(recursions);
  });

  it('keeps Node out of the pure part', () => {
    expect(imports.filter((one) => isPure(one) && one.to.startsWith('node:')).map(say)).toEqual([]);
  });

  it('imports only what works in a page, and the models of Kubernetes only as types', () => {
    const foreign = imports.filter((one) => isPure(one) && !one.own && !one.typeOnly && !packages.test(one.to));
    expect(foreign.map(say)).toEqual([]);
  });
});

describe('the floors of the lab', () => {
  /** Imports from one part to another. */
  const between = imports.filter(({ from, to }) => {
    const [mine, other] = [partOf(from), partOf(to)];
    return mine !== undefined && other !== undefined && mine !== other;
  });

  it('has a floor for every part', () => {
    const parts = readdirSync('graders/lab', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(parts.map(({ name }) => name).filter((part) => floorOf(part) === -1)).toEqual([]);
  });

  it('stand on those below', () => {
    const wrong = between.filter(({ from, to }) => floorOf(partOf(to) ?? '') >= floorOf(partOf(from) ?? ''));
    expect(wrong.map(say)).toEqual([]);
  });

  /**
   * `hops.ts` is a second face, for those who put hops into words: the catalogue of sentences, and the checks that quote
   * one. A page that only says what happened then needs none of the lab. `testing/` is one for authors, whose cases are in the
   * form of those of a part.
   */
  it('have one face each', () => {
    const face = /^lab\/[^/]+\/(?:index|(?:[^/]+\/)*hops)\.ts$/;
    const ofTests = ({ from, to }: Import) => from.startsWith('authoring/') && /^lab\/[^/]+\/testing\//.test(to);
    const behind = imports.filter(
      (one) =>
        partOf(one.to) !== undefined && partOf(one.to) !== partOf(one.from) && !face.test(one.to) && !ofTests(one),
    );
    expect(behind.map(say)).toEqual([]);
  });

  it('have faces that decide nothing', () => {
    const faces = [...new Set(imports.map(({ to }) => to))].filter((file) => /^lab\/[^/]+\/index\.ts$/.test(file));
    const more = faces.filter((file) => {
      const text = readFileSync(`graders/${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
      return text.replace(/export (?:type )?\{[^}]*\} from '[^']+';/g, '').trim() !== '';
    });
    expect(faces.length).toBeGreaterThan(5);
    expect(more).toEqual([]);
  });
});

describe('circles', () => {
  const edge = (from: string, to: string, typeOnly = false): Import => ({ from, to, own: true, typeOnly });

  it('are found however long, and of types too', () => {
    const long = [edge('a', 'b'), edge('b', 'c', true), edge('c', 'a'), edge('c', 'd'), edge('d', 'e'), edge('e', 'd')];
    expect(circlesIn(long)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ]);
    expect(circlesIn([edge('a', 'a')])).toEqual([['a']]);
  });

  it('are not what two ways to one file make', () => {
    expect(circlesIn([edge('a', 'b'), edge('a', 'c'), edge('b', 'd'), edge('c', 'd')])).toEqual([]);
  });
});
