import { describe, expect, it } from 'vitest';
import { readCases } from '../../authoring/cases.ts';
import { compareStrictly } from '../../authoring/expectations.ts';
import { check } from '../../check.ts';

/**
 * Whole worlds as real teams write them. All that the schemas and these rules say of them stands in the files: a valid
 * file that gets an error, or a new warning nobody asked for, fails here.
 */
const ours = /^(?:kubernetes|schema)\//;

describe.each(readCases('graders/rules/kubernetes/cases').map((one) => [one.name, one.sources] as const))(
  'the world %s',
  (_name, sources) => {
    const findings = check(sources).flatMap((file) => file.findings);

    it('has no errors', () => {
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    });

    it('gets the findings its files announce and no other', () => {
      expect(
        compareStrictly(
          sources,
          findings.filter(({ id }) => ours.test(id)),
        ),
      ).toEqual([]);
    });
  },
);
