import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { thorough } from '../../vitest/quick.ts';
import { casesOf } from './cases.ts';
import { profiles } from './profiles.ts';
import { type Report, reportOf } from './report.ts';
import { subjects } from './subjects.ts';

const folder = join(import.meta.dirname, 'reports');

describe('the reports', () => {
  thorough.each(subjects.map((subject) => [subject.name, subject] as const))(
    'say what the cases give: %s',
    (name, subject) => {
      const kept = parse(readFileSync(join(folder, `timonel-as-${name}.yaml`), 'utf8')) as Report;
      const { date, implementation } = kept;
      expect(reportOf(subject, { date, version: implementation.version })).toEqual(kept);
      expect(new Date(date).getTime()).toBeGreaterThan(0);
    },
  );

  it('are kept for every mesh, and for no other', () => {
    expect(readdirSync(folder).sort()).toEqual(subjects.map(({ name }) => `timonel-as-${name}.yaml`).sort());
  });
});

describe('the cases', () => {
  it.each(profiles.map((profile) => [profile.name, profile] as const))(
    'name features of their profile: %s',
    (_, { cases, extended }) => {
      const all = casesOf(cases);
      expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
      const known = [...extended, ...profiles.flatMap((profile) => profile.extended)];
      expect(all.flatMap(({ features }) => features).filter((feature) => !known.includes(feature))).toEqual([]);
      for (const { requests, statuses, skipped, name } of all) {
        expect(requests.length + Object.keys(statuses).length > 0 || skipped !== undefined, name).toBe(true);
      }
    },
  );

  it('fail where a case asks for something else', () => {
    for (const { name, differences } of subjects) {
      const [first] = casesOf('mesh.yaml', name);
      const wrong = first && { ...first, requests: ['shop/client GET http://one/ -> two'] };
      expect(wrong && differences(wrong).length, name).toBe(1);
    }
  });
});
