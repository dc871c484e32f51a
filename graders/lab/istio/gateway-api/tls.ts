import { own } from '../../../core/own.ts';
import { type Fields, fields, fieldsList } from '../../../model/mesh/fields.ts';
import { text } from '../../../model/workloads/values.ts';
import type { Problem } from './condition.ts';
import type { ApiWorld } from './world.ts';

/** The modes of Istio that a listener asks for by an option, and that need no certificate of its own. */
const builtIn: readonly string[] = ['ISTIO_SIMPLE', 'ISTIO_MUTUAL'];

const modeOption = (tls: Fields): string => text(own(fields(tls.options), 'gateway.istio.io/tls-terminate-mode')) ?? '';

/**
 * The mode of TLS, in Istio's words, of a listener that has `tls`: clients show a certificate where an option of the listener asks
 * for it, or the Gateway by the authorities that it names for the port.
 * @param frontend `spec.tls.frontend` of the Gateway
 * @see https://github.com/istio/istio/blob/release-1.31/pilot/pkg/config/kube/gateway/conversion.go (`buildTLS`)
 */
export function tlsModeOf(tls: Fields, frontend: Fields, port: number): string {
  if ((text(tls.mode) ?? 'Terminate') !== 'Terminate') return 'PASSTHROUGH';
  const option = modeOption(tls);
  if (option === 'ISTIO_SIMPLE') return 'SIMPLE';
  if (['MUTUAL', 'OPTIONAL_MUTUAL', 'ISTIO_MUTUAL'].includes(option)) return option;
  const ofPort = fieldsList(frontend.perPort).find((one) => one.port === port)?.tls;
  const { caCertificateRefs, mode } = fields(fields(ofPort ?? frontend.default).validation);
  if (fieldsList(caCertificateRefs).length === 0) return 'SIMPLE';
  return mode === 'AllowInsecureFallback' ? 'OPTIONAL_MUTUAL' : 'MUTUAL';
}

/**
 * Why a listener cannot end TLS: one certificate that can be used is enough, and one that cannot does not matter beside it.
 * @see https://github.com/istio/istio/blob/release-1.31/pilot/pkg/config/kube/gateway/conversion.go (`buildTLS`)
 */
export function tlsProblem(tls: Fields, namespace: string, world: ApiWorld): Problem | undefined {
  if ((text(tls.mode) ?? 'Terminate') !== 'Terminate') return undefined;
  if (builtIn.includes(modeOption(tls))) return undefined;
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
