import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../../vitest/quick.ts';
import { type DataNode, type HdfsCluster, hdfs, placements } from '../index.ts';

/** `2x3`: two racks of three machines, each with a DataNode and a NodeManager of its name. */
function machines(racks: number, each: number): DataNode[] {
  return Array.from({ length: racks * each }, (_, index) => ({
    name: `m${index + 1}`,
    rack: `/r${Math.floor(index / each) + 1}`,
  }));
}

const onMachines = (racks: number, each: number): HdfsCluster => {
  const members = machines(racks, each);
  return { dataNodes: members, nodeManagers: members, topology: true };
};

/** The same machines, with DataNodes and NodeManagers in pods of their own. */
function inPods(
  racks: number,
  each: number,
  more: Partial<HdfsCluster> = {},
  storage: DataNode['storage'] = 'machine',
) {
  const members = machines(racks, each);
  const named = (prefix: string) =>
    members.map(({ name, rack }, index) => ({ name: `${prefix}-${index}`, machine: name, rack }));
  return { dataNodes: named('dn').map((one) => ({ ...one, storage })), nodeManagers: named('nm'), ...more };
}

const shareSum = (ways: readonly { readonly share: number }[]) => ways.reduce((sum, { share }) => sum + share, 0);

describe('where the replicas of a block go', () => {
  it('one where the client runs, two in one other rack', () => {
    for (const { replicas } of placements(onMachines(3, 3), { replication: 3, writer: 'm2' })) {
      const [first, second, third] = replicas.map(({ rack }) => rack);
      expect(replicas[0]?.name).toBe('m2');
      expect(second).not.toBe(first);
      expect(third).toBe(second);
    }
  });

  it('a third one in a rack of its own where the second has no other machine', () => {
    const cluster = { ...onMachines(3, 1), topology: true };
    const [way] = placements(cluster, { replication: 3, writer: 'm1' });
    expect(new Set(way?.replicas.map(({ rack }) => rack)).size).toBe(3);
  });

  it('without a topology all racks look alike, and all replicas may be in one', () => {
    expect(hdfs(onMachines(2, 3), { replication: 3 }).outcome.racks).toEqual({ fewest: 2, most: 2 });
    const blind = { ...onMachines(2, 3), topology: false };
    expect(hdfs(blind, { replication: 3 }).outcome.racks).toEqual({ fewest: 1, most: 2 });
  });

  it('no more replicas than DataNodes', () => {
    expect(hdfs(onMachines(1, 2), { replication: 3 }).outcome.replicas).toBe(2);
  });

  it('refuses to count what is too large', () => {
    expect(() => placements(onMachines(2, 9), { replication: 3 })).toThrow();
    expect(() => placements(onMachines(2, 3), { replication: 5 })).toThrow();
  });

  it('never two on one DataNode, never all in one known rack of several, and likelihoods that add up', () => {
    const world = fc.record({
      racks: fc.integer({ min: 1, max: 4 }),
      each: fc.integer({ min: 1, max: 3 }),
      replication: fc.integer({ min: 1, max: 4 }),
      writer: fc.option(
        fc.integer({ min: 1, max: 12 }).map((n) => `m${n}`),
        { nil: undefined },
      ),
      topology: fc.boolean(),
    });
    fc.assert(
      fc.property(world, ({ racks, each, replication, writer, topology }) => {
        const ways = placements(
          { ...onMachines(racks, each), topology },
          { replication, ...(writer !== undefined && { writer }) },
        );
        expect(shareSum(ways)).toBeCloseTo(1, 9);
        for (const { replicas } of ways) {
          expect(new Set(replicas).size).toBe(replicas.length);
          if (topology && racks > 1 && replicas.length > 1) {
            expect(new Set(replicas.map(({ rack }) => rack)).size).toBeGreaterThan(1);
          }
        }
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('where tasks run', () => {
  it('on the machine of the block, where names are those of machines', () => {
    const { claimed, real } = hdfs(onMachines(2, 3), { replication: 3 }).outcome;
    expect([claimed.node, real.node]).toEqual([100, 100]);
  });

  it('anywhere, where pods have names of their own', () => {
    const { claimed, real } = hdfs(inPods(2, 3), { replication: 3 }).outcome;
    expect(claimed).toEqual({ node: 0, rack: 100, off: 0 });
    expect(real.node).toBeCloseTo(50, 5);
  });

  it('a topology of racks gives back the rack and not the machine', () => {
    const { claimed, real } = hdfs(inPods(3, 2, { topology: true }), { replication: 2 }).outcome;
    expect(claimed.rack).toBe(100);
    expect(real.off).toBe(0);
    expect(real.node).toBeLessThan(100);
  });

  it('over network storage every byte travels, whatever YARN says', () => {
    const members = machines(2, 3);
    const cluster = {
      dataNodes: members.map((one) => ({ ...one, storage: 'network' as const })),
      nodeManagers: members,
    };
    const { claimed, real } = hdfs(cluster, { replication: 3 }).outcome;
    expect([claimed.node, real.node]).toEqual([100, 0]);
  });

  it('replicated volumes multiply the copies', () => {
    expect(hdfs(inPods(2, 3, { volumeCopies: 3 }), { replication: 3 }).outcome.copies).toBe(9);
  });
});

describe('what a loss does', () => {
  it('a machine takes one replica of some blocks, which are copied again', () => {
    const { loss } = hdfs(onMachines(2, 3), { replication: 3 }, { machines: ['m1'] }).outcome;
    expect(loss).toMatchObject({ dead: ['m1'], lost: 0, underReplicated: 50, restored: true, noticedAfter: 630 });
  });

  it('a rack takes no block where Hadoop knows the racks, and some where it does not', () => {
    expect(hdfs(onMachines(2, 3), { replication: 3 }, { rack: '/r1' }).outcome.loss?.lost).toBe(0);
    const blind = { ...onMachines(2, 3), topology: false };
    expect(hdfs(blind, { replication: 3 }, { rack: '/r1' }).outcome.loss?.lost).toBe(5);
  });

  it('with as many DataNodes as replicas nobody is left to copy to', () => {
    expect(hdfs(onMachines(1, 3), { replication: 3 }, { machines: ['m1'] }).outcome.loss?.restored).toBe(false);
  });

  it('a pod that is replaced loses what was in it and nothing else', () => {
    const lossOf = (storage: DataNode['storage']) =>
      hdfs(inPods(1, 3, {}, storage), { replication: 1 }, { pods: ['dn-0'] }).outcome.loss;
    expect(lossOf('machine')).toMatchObject({ dead: [], returned: ['dn-0'], lost: 0 });
    expect(lossOf('pod')).toMatchObject({ dead: ['dn-0'], returned: [], lost: 33.3 });
  });

  it('a volume of the network outlives its machine', () => {
    const { loss } = hdfs(inPods(1, 3, {}, 'network'), { replication: 1 }, { machines: ['m1'] }).outcome;
    expect(loss).toMatchObject({ dead: [], returned: ['dn-0'], lost: 0 });
  });
});
