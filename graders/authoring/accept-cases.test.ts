import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../generated/rules.ts';
import { thorough } from '../vitest/quick.ts';
import { announced, caseProposals } from './accept-cases.ts';
import { withoutAnnouncements } from './announce.ts';
import { readCases } from './cases.ts';

describe('what the cases of rules announce', () => {
  it.each(
    ['docker/pin-base-image', 'kubernetes/service-selector-mismatch'].map((id) => {
      const folder = rules.find(({ rule }) => rule.id === id)?.folder ?? '';
      return [id, readCases(join('graders', folder, 'cases'))] as const;
    }),
  )('is written for %s where it is missing, or says something else', (id, cases) => {
    expect(cases.length).toBeGreaterThan(1);
    for (const { sources } of cases) {
      const bare = sources.map((one) => ({ ...one, text: withoutAnnouncements(one.text) }));
      const wrong = bare.map((one) => ({ ...one, text: `# expect: ${id} 1-2\n${one.text}` }));
      for (const start of [bare, wrong]) {
        const changed = new Map(announced(id, start).map(({ path, after }) => [path, after]));
        const after = start.map(({ path, text }) => ({ path, text: changed.get(path) ?? text }));
        expect(announced(id, after)).toEqual([]);
        expect(after.map(({ text }) => withoutAnnouncements(text))).toEqual(bare.map(({ text }) => text));
        expect(after.some(({ text }) => text.includes('expect:'))).toBe(
          sources.some(({ text }) => text.includes('expect:')),
        );
      }
    }
  });

  thorough('is left alone where it is so', () => {
    expect(caseProposals(process.cwd())).toEqual([]);
  });
});
