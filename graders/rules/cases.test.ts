import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingsFor } from '../authoring/accept-cases.ts';
import { type Case, readCases } from '../authoring/cases.ts';
import { compareStrictly, readExpectations } from '../authoring/expectations.ts';
import { rules } from '../generated/rules.ts';
import { sayFinding } from '../render/words.ts';
import { quick } from '../vitest/quick.ts';

/** What no rule finds (syntax, schema) counts too: a case that cannot be read would prove nothing. */
const isInvalid = ({ sources }: Case) => sources.some((source) => readExpectations(source).expectations.length > 0);

describe.each(rules.map(({ rule, folder }) => [rule.id, rule, join('graders', folder)] as const))(
  '%s',
  (id, _, folder) => {
    const cases = readCases(join(folder, 'cases'));

    // Where somebody waits: the first that is wrong, and the first that is right.
    const tried = quick ? [true, false].flatMap((wrong) => cases.find((one) => isInvalid(one) === wrong) ?? []) : cases;

    it('has documentation, a valid and an invalid case', () => {
      expect(existsSync(join(folder, 'doc.md')), `${folder}/doc.md`).toBe(true);
      expect(readFileSync(join(folder, 'doc.md'), 'utf8').trim()).not.toBe('');
      expect(cases.some(isInvalid), `an invalid case in ${folder}/cases`).toBe(true);
      expect(
        cases.some((one) => !isInvalid(one)),
        `a valid case in ${folder}/cases`,
      ).toBe(true);
    });

    it.each(tried.map((one) => [one.name, one] as const))('%s', (_name, { sources }) => {
      const findings = findingsFor(id, sources);
      expect(compareStrictly(sources, findings)).toEqual([]);
      for (const finding of findings) {
        for (const lang of ['es', 'en'] as const) expect(sayFinding(finding, lang)).not.toMatch(/\{[a-z]/);
      }
    });
  },
);
