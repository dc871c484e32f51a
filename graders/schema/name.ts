import { keySpanOf } from '../parse/yaml/located.ts';
import { missingField } from './findings.ts';
import { headSpan, isBlock, type Place } from './place.ts';
import type { Survey } from './survey.ts';

/**
 * Kinds that are read from a file and never reach the API server as objects, and one that gets a name by itself.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/registry/core/limitrange/strategy.go (PrepareForCreate)
 */
const nameless: readonly string[] = ['IstioOperator', 'List', 'LimitRange'];

/**
 * Objects need a name, or the beginning of one; the published schemas do not say so.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */
export function checkName(manifest: Place, survey: Survey): void {
  const { value, resource } = manifest;
  const metadata = isBlock(value) ? (value.metadata ?? undefined) : undefined;
  if (nameless.includes(resource.kind) || (metadata !== undefined && !isBlock(metadata))) return;
  if (isPresent(metadata?.name) || isPresent(metadata?.generateName)) return;
  if (survey.isClaimed(value, 'metadata') || survey.isClaimed(metadata, 'name')) return;
  if (metadata === undefined) {
    survey.add(missingField, 'inObject', headSpan(manifest), { parent: resource.kind, field: 'metadata' });
  } else {
    const at = keySpanOf(value, 'metadata') ?? headSpan(manifest);
    survey.add(missingField, 'inObject', at, { parent: 'metadata', field: 'name' });
  }
}

function isPresent(name: unknown): boolean {
  return name !== undefined && name !== null && name !== '';
}
