import type { Finding } from '../core/finding.ts';
import type { Resource } from '../model/manifests/manifests.ts';
import { kindProblem } from './kinds.ts';
import { checkName } from './name.ts';
import { Survey } from './survey.ts';
import { shapeOf } from './tables.ts';
import { checkValue } from './values.ts';

/**
 * The findings of one object against the strict schema of its kind and version: fields that do not exist or are missing,
 * values of another type, form or range. One mistake gives one finding. `null` counts as absent, as it does for the API
 * server.
 * @returns one finding alone when the kind is not known in that version
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation
 */
export function validate(resource: Resource): readonly Finding[] {
  const shape = shapeOf(resource.apiVersion, resource.kind);
  if (!shape) return [kindProblem(resource)];
  const survey = new Survey(shape.nodes);
  const manifest = { value: resource.data, node: shape.root, resource };
  checkValue(manifest, survey);
  checkName(manifest, survey);
  return survey.findings();
}
