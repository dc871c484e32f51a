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
  ['routes', 50, sayRoute],
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

/** Who gets it with which share, what the proxy of the client answers to the rest, and the headers that a route changes. */
function sayRoute(mesh: LinkerdMesh, call: LinkerdCall): string {
  const { passages, losses, answer } = send(mesh, call).outcome;
  if (answer) return [answer.status, answer.location].filter((part) => part !== undefined).join(' ');
  const shares = new Map<string, number>();
  const add = (name: string, share: number) => shares.set(name, (shares.get(name) ?? 0) + share);
  const [namespace] = call.from.split('/');
  for (const passage of passages) {
    const { edge, allowed } = passage;
    add(`${edge.to.replace(`${namespace}/`, '')}${allowed ? '' : ` denied ${passage.status}`}`, edge.share);
  }
  for (const { share, status, refusal } of losses) add(String(status ?? refusal), share);
  const percent = (share: number) => (share > 0.999 ? '' : ` ${Math.round(share * 1000) / 10}%`);
  const where = [...shares].map(([name, share]) => `${name}${percent(share)}`).join(', ');
  const [{ headers, answerHeaders = [] } = { headers: undefined }] = passages;
  const got = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`);
  const answered = answerHeaders.map(({ operation, name, value }) => `${operation} ${name} ${value}`);
  return [
    where,
    ...(got.length > 0 ? [`got ${got.join(', ')}`] : []),
    ...(answered.length > 0 ? [`answer ${answered.join(', ')}`] : []),
  ].join('; ');
}

const verb = ({ allowed }: Passage): string => (allowed ? 'allow' : 'deny');
