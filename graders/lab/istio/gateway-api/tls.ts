import { own } from '../../../core/own.ts';
import { type Fields, fields, fieldsList } from '../../../model/mesh/fields.ts';
import { text } from '../../../model/workloads/values.ts';
import type { Problem } from './condition.ts';
import type { ApiWorld } from './world.ts';

/** The modes of Istio that a listener asks for by an option, and that need no certificate of its own. */
const builtIn: readonly string[] = ['ISTIO_SIMPLE', 'ISTIO_MUTUAL'];

/**
 * Why a listener cannot end TLS: one certificate that can be used is enough, and one that cannot does not matter beside it.
 * @see https://github.com/istio/istio/blob/release-1.31/pilot/pkg/config/kube/gateway/conversion.go (`buildTLS`)
 */
export function tlsProblem(tls: Fields, namespace: string, world: ApiWorld): Problem | undefined {
  if ((text(tls.mode) ?? 'Terminate') !== 'Terminate') return undefined;
  if (builtIn.includes(text(own(fields(tls.options), 'gateway.istio.io/tls-terminate-mode')) ?? '')) return undefined;
  const references = fieldsList(tls.certificateRefs);
  if (references.length > 2) {
    return { reason: 'InvalidCertificateRef', message: 'TLS mode can only support up to 2 server certificates' };
  }
  const problems = references.map((reference) => certificateProblem(reference, namespace, world));
  if (problems.some((problem) => problem === undefined)) return undefined;
  const [first] = problems;
  return first && { reason: first.reason, message: problems.map((problem) => problem?.message).join('; ') };
}

function certificateProblem(reference: Fields, from: string, world: ApiWorld): Problem | undefined {
  const reason = 'InvalidCertificateRef';
  const [group, kind, name] = [
    text(reference.group) ?? '',
    text(reference.kind) ?? 'Secret',
    text(reference.name) ?? '',
  ];
  const written = text(reference.namespace);
  const namespace = written ?? from;
  const shown = `${reference.group === undefined ? '' : group}/${reference.kind === undefined ? '' : kind}/${name}.${written ?? ''}`;
  if (group !== '' || kind !== 'Secret') {
    return { reason, message: `invalid certificate reference ${shown}, only secret is allowed` };
  }
  if (world.hasSecret(namespace, name) === false) {
    return { reason, message: `invalid certificate reference ${shown}, secret ${namespace}/${name} not found` };
  }
  if (namespace === from) return undefined;
  if (world.isGranted({ kind: 'Gateway', namespace: from }, { kind: 'Secret', namespace, name })) return undefined;
  const message = `certificateRef ${name}/${namespace} not accessible to a Gateway in namespace ${JSON.stringify(from)} (missing a ReferenceGrant?)`;
  return { reason: 'RefNotPermitted', message };
}
