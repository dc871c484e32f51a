import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from './diagnose.ts';
import { dumpOf } from './dump.ts';
import { random } from './random.ts';
import { type Fault, measure, trafficOf, workers } from './run.ts';

const faults: readonly Fault[] = ['none', 'skew', 'slow-disk', 'small-files', 'gc', 'shuffle'];
const runs = { seed: fc.nat(), fault: fc.constantFrom(...faults) };

describe('a run with a fault', () => {
  it('shows it in its metrics, whatever the seed', () => {
    fc.assert(
      fc.property(fc.record(runs), (run) => {
        expect(diagnose(measure(run)).outcome.fault).toBe(run.fault);
      }),
      { seed: 7 },
    );
  });

  it('is the same for the same seed, and the culprit does not depend on the fault', () => {
    expect(measure({ seed: 3, fault: 'gc' })).toEqual(measure({ seed: 3, fault: 'gc' }));
    expect(measure({ seed: 3, fault: 'gc' })).not.toEqual(measure({ seed: 4, fault: 'gc' }));
    for (let seed = 0; seed < 20; seed++) {
      const [disk, gc] = (['slow-disk', 'gc'] as const).map(
        (fault) => diagnose(measure({ seed, fault })).outcome.culprit,
      );
      expect(disk?.replace('datanode', '')).toBe(gc?.replace('nodemanager', ''));
    }
  });

  it('differs from the healthy one only where it is', () => {
    const [healthy, shuffle] = [measure({ seed: 5, fault: 'none' }), measure({ seed: 5, fault: 'shuffle' })];
    const changed = shuffle.filter((one, index) => JSON.stringify(one) !== JSON.stringify(healthy[index]));
    expect(changed.length).toBeGreaterThan(0);
    expect(shuffle).toHaveLength(healthy.length);
  });

  it('is diagnosed by what stands out, not by the place of a series', () => {
    const backwards = measure({ seed: 9, fault: 'skew' }).toReversed();
    expect(diagnose(backwards).outcome).toEqual(diagnose(measure({ seed: 9, fault: 'skew' })).outcome);
    expect(diagnose([]).outcome).toEqual({ fault: 'none', culprit: null });
  });
});

describe('the traffic of a run', () => {
  const of = (fault: Fault) => trafficOf({ seed: 1, fault });

  it('leads all of each flow to one pod', () => {
    for (const { replicas } of of('none')) expect(replicas.filter((weight) => weight > 0)).toEqual([1]);
    expect(of('none')).toHaveLength(2 * workers);
  });

  it.each<[Fault, number]>([
    ['skew', 0],
    ['small-files', 0],
    ['gc', 0],
    ['slow-disk', 1],
    ['shuffle', 1],
  ])('differs under %s in %s flows', (fault, count) => {
    const differing = of(fault).filter((flow, index) => JSON.stringify(flow) !== JSON.stringify(of('none')[index]));
    expect(differing).toHaveLength(count);
  });
});

// https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
it('is dumped twice, with its type', () => {
  const counter = { labels: { __name__: 'a_total', pod: 'x "y"' }, base: 10, perSecond: 0.5 };
  const gauge = { labels: { __name__: 'b' }, base: 2.5, perSecond: 0 };
  expect(dumpOf([counter, gauge])).toBe(
    [
      '# TYPE a_total counter',
      'a_total{pod="x \\"y\\""} 1660 3300000',
      'a_total{pod="x \\"y\\""} 1810 3600000',
      '# TYPE b gauge',
      'b 2.5 3300000',
      'b 2.5 3600000',
      '',
    ].join('\n'),
  );
});

it('draws numbers within their bounds', () => {
  const next = random(42);
  const drawn = Array.from({ length: 500 }, () => next(2, 3));
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(2);
  expect(Math.max(...drawn)).toBeLessThan(3);
  expect(drawn.reduce((sum, one) => sum + one, 0) / 500).toBeCloseTo(2.5, 1);
});
