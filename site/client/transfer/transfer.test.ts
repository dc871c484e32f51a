import { describe, expect, it } from 'vitest';
import { merged, plan, type Standing, takesTheirs } from './merge.ts';
import { type Kept, type Pack, pack, unpack } from './pack.ts';

const version = (text: string, day: number) => ({
  at: `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`,
  status: 'fail' as const,
  texts: { 'a.yaml': text },
});
const kept = (text: string | undefined, ...history: ReturnType<typeof version>[]): Kept => ({
  ...(text !== undefined && { texts: { 'a.yaml': text } }),
  history,
});
const packOf = (exercises: Pack['exercises']): Pack => ({ ...pack([], '2026-11-30T10:00:00.000Z'), exercises });
const planned = (mine: Kept | undefined, theirs: Kept) => plan(packOf({ uno: theirs }), ['uno'], () => mine);

describe('carrying progress from one browser to another', () => {
  it.each<[string, Kept | undefined, Kept, Standing]>([
    ['nothing here', undefined, kept('b'), 'new'],
    ['the same', kept('b'), kept('b'), 'same'],
    ['theirs went on from mine', kept('a'), kept('b', version('b', 2), version('a', 1)), 'later'],
    ['mine went on from theirs', kept('b', version('b', 2), version('a', 1)), kept('a'), 'earlier'],
    ['both changed', kept('b', version('a', 1)), kept('c', version('a', 1)), 'other'],
    ['each was the other once', kept('a', version('b', 1)), kept('b', version('a', 1)), 'other'],
  ])('%s', (_, mine, theirs, standing) => {
    expect(planned(mine, theirs).map((step) => step.standing)).toEqual([standing]);
  });

  it('takes by itself only what holds the work that is here', () => {
    expect((['new', 'same', 'later', 'earlier', 'other'] as const).filter(takesTheirs)).toEqual(['new', 'later']);
  });

  it.each([true, false])('loses no text, whichever is taken (%s)', (take) => {
    const [step] = planned(kept('mine', version('m', 1)), kept('theirs', version('t', 2)));
    const after = step && merged(step, take, '2026-11-30T12:00:00.000Z');
    const texts = [after?.texts, ...(after?.history ?? []).map((one) => one.texts)].map((one) => one?.['a.yaml']);
    expect(texts[0]).toBe(take ? 'theirs' : 'mine');
    expect(new Set(texts)).toEqual(new Set(['mine', 'theirs', 'm', 't']));
  });

  it('keeps that an exercise was passed on either side', () => {
    const passed: Kept = { history: [], progress: { status: 'pass', passed: true, tries: 2 } };
    const failed: Kept = { history: [], progress: { status: 'fail', passed: false, tries: 5 } };
    const [step] = planned(failed, passed);
    expect(step && merged(step, false, '').progress).toEqual({ status: 'fail', passed: true, tries: 5 });
  });

  it('leaves out what the course does not have, and names of every object', () => {
    const steps = plan(packOf({ otro: kept('x') }), ['uno', 'constructor', 'toString'], () => undefined);
    expect(steps).toEqual([]);
  });

  it('reads back what it wrote, and refuses what is not whole', () => {
    const whole = pack([], '2026-11-30T10:00:00.000Z');
    expect(unpack(JSON.stringify(whole))).toEqual(whole);
    expect(unpack('{')).toEqual({ refusal: 'json' });
    expect(unpack('[]')).toEqual({ refusal: 'format' });
    expect(unpack(JSON.stringify({ ...whole, version: 2 }))).toEqual({ refusal: 'version' });
    expect(unpack(JSON.stringify({ ...whole, exercises: { uno: kept('x') } }))).toEqual({ refusal: 'damaged' });
  });
});
