import { at, type Fields, textAt } from '../../../core/fields.ts';
import { own } from '../../../core/own.ts';
import type { Gateway } from '../../../model/mesh/gateway.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { rule } from '../../rule.ts';
import { readWorld } from '../world.ts';

export default rule({
  id: 'istio/shared-certificate',
  severity: 'warning',
  title: { es: 'Dos Gateways con el mismo certificado', en: 'Two Gateways with the same certificate' },
  related: ['IST0138'],
  over: 'manifests',
  messages: {
    same: {
      es: '`{other}` usa el mismo certificado en los mismos pods: un navegador reutiliza su conexión para los hosts de los dos, y quien entra por uno puede recibir 404 al pedir lo del otro.',
      en: '`{other}` uses the same certificate in the same pods: a browser reuses its connection for the hosts of both, and who comes in by one may get 404 when it asks for what the other serves.',
    },
  },
  check(manifests, say) {
    const { gateways } = readWorld(manifests);
    const byCertificate = new Map<string, Gateway[]>();
    for (const gateway of gateways) {
      for (const key of new Set(gateway.servers.flatMap(({ node }) => certificateOf(node) ?? []))) {
        const known = byCertificate.get(key);
        if (known) known.push(gateway);
        else byCertificate.set(key, [gateway]);
      }
    }
    for (const gateway of gateways) {
      const told = new Set<string>();
      for (const { node } of gateway.servers) {
        const key = certificateOf(node);
        const all = key === undefined ? [] : (byCertificate.get(key) ?? []);
        const other = all.find((one) => one !== gateway && takesAll(one, gateway));
        if (!other || key === undefined || told.has(key)) continue;
        told.add(key);
        const field = textAt(node, 'tls', 'credentialName') === undefined ? 'serverCertificate' : 'credentialName';
        say('same', placeOf(gateway.resource, at(node, 'tls'), field), { other: other.id });
      }
    }
  },
});

/** What says of two servers that their certificate is one: the secret, or the files of the certificate and its key. */
function certificateOf(node: Fields): string | undefined {
  const name = textAt(node, 'tls', 'credentialName');
  if (name !== undefined) return JSON.stringify([name]);
  const [file, key] = [textAt(node, 'tls', 'serverCertificate'), textAt(node, 'tls', 'privateKey')];
  return file === undefined || key === undefined ? undefined : JSON.stringify([file, key]);
}

/** Whether a Gateway is for some of the pods of another one: its labels include theirs. */
function takesAll({ selector }: Gateway, other: Gateway): boolean {
  return Object.entries(other.selector).every(([label, value]) => own(selector, label) === value);
}
