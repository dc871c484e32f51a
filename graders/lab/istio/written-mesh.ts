import { memo } from '../../core/memo.ts';
import type { Span } from '../../core/span.ts';
import { fieldSpan, type Resource } from '../../model/manifests/manifests.ts';
import { type Fields, fields } from '../../model/mesh/fields.ts';
import { text } from '../../model/workloads/values.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { rootNamespace } from './scope.ts';

/** The configuration of the mesh as files write it. */
export interface WrittenMesh {
  readonly mesh: Fields;
  /** `spec` of the installer's input, where it stands there. */
  readonly operator: Fields | undefined;
  /** The text in the ConfigMap is no YAML: it says nothing. */
  readonly unreadable: boolean;
  readonly at: Span;
}

/**
 * Reads it: the ConfigMap `istio` that `istiod` watches, else the input file of the installer (`IstioOperator`), which has the
 * same block under `spec.meshConfig` or `spec.values.meshConfig`. Of two of a name, the one applied last.
 * @returns undefined where no file writes it: then nobody knows what the mesh is set to
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/
 */
export function writtenMesh(resources: readonly Resource[]): WrittenMesh | undefined {
  const map = resources.findLast(
    ({ kind, name, namespace }) => kind === 'ConfigMap' && name === 'istio' && namespace === rootNamespace,
  );
  const operator = resources.findLast(({ kind }) => kind === 'IstioOperator');
  return (map && inConfigMap(map)) ?? (operator && inOperator(operator));
}

const inConfigMap = memo((map: Resource): WrittenMesh | undefined => {
  const written = text(fields(fields(map.data).data).mesh);
  if (written === undefined) return undefined;
  const { documents, findings } = parseYaml({ path: map.at.path, text: written });
  // The text has lines of its own: the places of what is in it would point at the wrong ones.
  const mesh = fields(JSON.parse(JSON.stringify(fields(documents[0]?.value))));
  return { mesh, operator: undefined, unreadable: findings.length > 0, at: fieldSpan(map, 'data', 'mesh') };
});

function inOperator(resource: Resource): WrittenMesh {
  const operator = fields(fields(resource.data).spec);
  const mesh = { ...fields(fields(operator.values).meshConfig), ...fields(operator.meshConfig) };
  return { mesh, operator, unreadable: false, at: fieldSpan(resource, 'spec', 'meshConfig') };
}
