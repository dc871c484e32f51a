import { type Finding, finding } from '../../core/finding.ts';
import { nearest } from '../../core/nearest.ts';
import { own } from '../../core/own.ts';
import { headOf, type Span } from '../../core/span.ts';
import { keySpanOf, spanAt } from '../yaml/located.ts';
import type { YamlFile, YamlValue } from '../yaml/yaml.ts';
import { invalid } from './findings.ts';
import { firstViolation, type JsonSchema, type Path, type Violation } from './schema.ts';

/**
 * What is wrong with an `exercise.yaml`: its syntax, or the first thing that the schema does not allow, at its place.
 * @param schema `schemas/exercise.schema.json`
 */
export function specFindings(file: YamlFile, schema: JsonSchema): readonly Finding[] {
  if (file.findings.length > 0) return file.findings.slice(0, 1);
  const [document] = file.documents;
  if (!document) return [finding(invalid, 'empty', headOf(file.source), {})];
  const violation = firstViolation(document.value, schema);
  return violation ? [said(violation, document)] : [];
}

function said(violation: Violation, document: YamlValue): Finding {
  const at = spanAt(document.value, violation.path) ?? document.at;
  switch (violation.problem) {
    case 'unknownField': {
      const { field, allowed, path } = violation;
      const suggestion = nearest(field, allowed);
      const key = keySpanOf(valueAt(document.value, path), field) ?? at;
      return suggestion === undefined
        ? finding(invalid, 'unknownField', key, { field, allowed: inCode(allowed) })
        : finding(invalid, 'unknownFieldNear', key, { field, suggestion });
    }
    case 'missingField':
      return finding(invalid, 'missingField', firstLineOf(at, document), { field: violation.field });
    case 'value': {
      const { found, allowed } = violation;
      return finding(invalid, 'value', at, { found: shown(found), allowed: inCode(allowed) });
    }
    case 'type': {
      const { found, expected } = violation;
      return finding(invalid, 'type', at, { found: `\`${found}\``, expected: inCode(expected) });
    }
    case 'pattern': {
      const { found, pattern } = violation;
      return finding(invalid, 'pattern', at, { found, pattern });
    }
    case 'tooFew':
      return finding(invalid, 'tooFew', at, { count: violation.count });
  }
}

/** A field is missing from a block as a whole; its first entry is enough to find it. */
function firstLineOf(at: Span, { value }: YamlValue): Span {
  const first = typeof value === 'object' && value !== null ? Object.keys(value)[0] : undefined;
  const key = first === undefined ? undefined : keySpanOf(value, first);
  return key && key.from === at.from ? key : at;
}

/** A value as it is named in a sentence; a block or a list only by its kind. */
function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Array.isArray(value) ? '[…]' : '{…}';
}

const inCode = (values: readonly unknown[]): readonly string[] => values.map((value) => `\`${String(value)}\``);

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce((value: unknown, key) => own(value as Record<string | number, unknown>, key), root);
}
