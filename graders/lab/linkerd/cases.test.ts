import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settle } from '../cluster/index.ts';
import { type LinkerdMesh, openLinkerd, type Passage, send, tap } from './index.ts';
import { readCall, readTable, type TableCase } from './testing/table.ts';
import type { LinkerdCall } from './traffic/call.ts';

const folder = 'graders/lab/linkerd/cases';
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

/** The conformance tables, written from the upstream pages their cases name, and how many calls each decides. */
const tables: readonly [string, number, (mesh: LinkerdMesh, call: LinkerdCall) => string][] = [
  ['edges', 30, sayEdge],
  ['policy', 25, sayDecision],
];

for (const [name, goal, say] of tables) {
  const cases = readTable(read(`${name}.yaml`), (world) => read(`worlds/${world}.yaml`));

  describe(`${name} conformance`, () => {
    it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, { resources, setup, calls }) => {
      const mesh = openLinkerd(settle(resources).state, { viz: 'before-pods', ...setup });
      const lines = calls.map(readCall);
      expect(lines.map(({ call }) => `${call.from} ${call.url} ${say(mesh, call)}`)).toEqual(
        lines.map(({ call, expected }) => `${call.from} ${call.url} ${expected}`),
      );
    });

    it('cites an upstream page in every case', () => {
      expect(cases.filter(({ see }) => !/^https:\/\/\S+$/.test(see))).toEqual([]);
    });

    it(`decides at least ${goal} calls`, () => {
      expect(cases.flatMap(({ calls }: TableCase) => calls).length).toBeGreaterThanOrEqual(goal);
    });
  });
}

function sayEdge(mesh: LinkerdMesh, call: LinkerdCall): string {
  const { passages, refusal } = send(mesh, call).outcome;
  const [passage] = passages;
  if (!passage) return refusal ?? 'nothing';
  const { tls, layer, reason } = passage.edge;
  const rows = tap(mesh, [call]);
  const seen = (['out', 'in'] as const).map((side) => rows.find(({ proxy }) => proxy === side)?.tls ?? '-');
  return `${tls} ${layer} ${reason} ${seen.join('/')}`;
}

function sayDecision(mesh: LinkerdMesh, call: LinkerdCall): string {
  const [passage] = send(mesh, call).outcome.passages;
  if (!passage) return 'nothing';
  const { authorization, status } = passage;
  const audited = authorization?.audited ? ' audited' : '';
  return `${status ?? verb(passage)} ${authorization?.by ?? 'nobody'}${audited}`;
}

const verb = ({ allowed }: Passage): string => (allowed ? 'allow' : 'deny');
