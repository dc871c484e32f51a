import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quick } from '../../vitest/quick.ts';
import { settle } from '../cluster/index.ts';
import { openMesh, send } from './index.ts';
import { readRequestLine, sayAttribute, sayMain } from './testing/request-line.ts';
import { readTable, type TableCase } from './testing/table.ts';

/** The conformance tables: each line was written from the upstream page its case names. */
const tables = { routing: 150, mtls: 60, authorization: 120, waypoint: 120 };

for (const [prefix, goal] of Object.entries(tables)) {
  const cases = readTables(prefix);

  describe(`${prefix} conformance`, () => {
    // Where somebody waits, every third: each table has its share.
    const tried = cases.filter((_, index) => !quick || index % 3 === 0);
    it.each(tried.map((one) => [`${one.file}: ${one.name}`, one] as const))('%s', (_name, one) => {
      expect(run(one)).toEqual(one.requests.map((line) => line.replace(/^.* -> /, '')));
    });

    it('cites an upstream page in every case', () => {
      expect(cases.filter(({ see }) => !/^https:\/\/\S+$/.test(see)).map(({ name }) => name)).toEqual([]);
    });

    it(`decides at least ${goal} requests`, () => {
      expect(cases.flatMap(({ requests }) => requests).length).toBeGreaterThanOrEqual(goal);
    });
  });
}

function readTables(prefix: string): readonly TableCase[] {
  const read = (file: string) => readFileSync(join('graders/lab/istio/cases', file), 'utf8');
  return readdirSync('graders/lab/istio/cases')
    .filter((file) => file.startsWith(`${prefix}-`))
    .sort()
    .flatMap((file) => readTable(file, read(file), (world) => read(`worlds/${world}.yaml`)));
}

/** What becomes of each request, said with the attributes its line asks about. */
function run({ resources, requests }: TableCase): readonly string[] {
  const mesh = openMesh(settle(resources).state);
  return requests.map((line) => {
    const { request, attributes } = readRequestLine(line);
    const { outcome } = send(mesh, request);
    const said = Object.keys(attributes).map((name) => `${name}=${sayAttribute(name, outcome)}`);
    return [sayMain(outcome), ...said].join('; ');
  });
}
