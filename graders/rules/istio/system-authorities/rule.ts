import type { Fields } from '../../../core/fields.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { text } from '../../../model/workloads/values.ts';
import { rule } from '../../rule.ts';
import { readWorld } from '../world.ts';

export default rule({
  id: 'istio/system-authorities',
  severity: 'info',
  title: {
    es: 'El certificado del servidor se comprueba con las autoridades del sistema',
    en: 'The certificate of the server is verified with the authorities of the system',
  },
  related: ['IST0128', 'IST0129'],
  over: 'manifests',
  codes: { host: ['IST0128'], port: ['IST0129'] },
  messages: {
    host: {
      es: 'Sin `caCertificates`, el certificado de `{host}` tiene que ser de una autoridad pública: uno de una propia no vale.',
      en: 'Without `caCertificates`, the certificate of `{host}` has to be of a public authority: one of your own does not do.',
    },
    port: {
      es: 'Sin `caCertificates`, el certificado de `{host}` en el puerto {port} tiene que ser de una autoridad pública: uno de una propia no vale.',
      en: 'Without `caCertificates`, the certificate of `{host}` on port {port} has to be of a public authority: one of your own does not do.',
    },
  },
  check(manifests, say) {
    for (const { resource, host, policy, workloadSelector } of readWorld(manifests).destinationRules) {
      const isOpen = (tls: Fields | undefined): tls is Fields => lacksAuthority(tls, workloadSelector !== undefined);
      if (isOpen(policy?.tls)) say('host', placeOf(resource, policy.tls, 'mode'), { host });
      for (const { tls, port } of policy?.ports ?? [])
        if (isOpen(tls)) say('port', placeOf(resource, tls, 'mode'), { host, port: port ?? null });
    }
  },
});

/** A secret brings the authority with it, which sidecars only read where the rule is for some of them. */
function lacksAuthority(tls: Fields | undefined, isForSome: boolean): boolean {
  if (tls?.mode !== 'SIMPLE' && tls?.mode !== 'MUTUAL') return false;
  if (tls.insecureSkipVerify === true) return false;
  return text(tls.caCertificates) === undefined && !(isForSome && text(tls.credentialName) !== undefined);
}
