import type { Finding } from '../core/finding.ts';
import type { Resource } from '../model/manifests/manifests.ts';
import type { Fault } from './fault.ts';
import { kindProblem, meantKind } from './kinds.ts';
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
  return examine(resource).findings;
}

/** What a strict look at an object gives. */
export interface Examined {
  readonly findings: readonly Finding[];
  /** The object as the kind and version it was surely meant to be. */
  readonly resource: Resource;
  /** The fields of it whose value nobody can know; undefined when not even its kind is known. */
  readonly faults: readonly Fault[] | undefined;
}

/** The findings of `validate`, and what is broken in the object so that others can look at the rest. */
export function examine(resource: Resource): Examined {
  const shape = shapeOf(resource.apiVersion, resource.kind);
  if (!shape) return ofUnknownKind(resource);
  const survey = new Survey(shape.nodes);
  const manifest = { value: resource.data, node: shape.root, resource };
  checkValue(manifest, survey);
  checkName(manifest, survey);
  return { findings: survey.findings(), resource, faults: survey.faults() };
}

function ofUnknownKind(resource: Resource): Examined {
  const problem = kindProblem(resource);
  const findings = [problem];
  if (problem.severity !== 'error') return { findings, resource, faults: [] };
  const meant = meantKind(resource, problem);
  if (!meant || !shapeOf(meant.apiVersion, meant.kind)) return { findings, resource, faults: undefined };
  return { ...examine(meant), findings };
}
