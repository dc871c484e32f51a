import { type Finding, finding } from '../core/finding.ts';
import { headOf } from '../core/span.ts';
import { notAnObject } from '../model/manifests/findings.ts';
import type { YamlFile } from '../parse/yaml/yaml.ts';

/** INTERIM: what is wrong with an `exercise.yaml`. */
export function exerciseFindings(yaml: YamlFile): readonly Finding[] {
  const [document] = yaml.documents;
  if (!document) return [finding(notAnObject, 'empty', headOf(yaml.source), {})];
  const spec = document.value as { checks?: unknown; answers?: unknown };
  if (Array.isArray(spec.checks) && Array.isArray(spec.answers)) return [];
  return [finding(notAnObject, 'shape', document.at, { found: '…' })];
}
