import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { isAddress } from '../../../model/workloads/cidr.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { text } from '../../../model/workloads/values.ts';
import { checkProtocol } from './fields.ts';
import type { Sayer } from './messages.ts';
import { type Block, blockIn, blocksIn, isHost, isTemplated, keyPlace, textsIn } from './values.ts';

/** @see https://github.com/istio/istio/blob/master/pkg/config/validation/validation.go */
export function checkGateway(owner: Resource, spec: Block, say: Sayer): void {
  for (const server of blocksIn(spec, 'servers')) {
    for (const { value, at } of textsIn(server, 'hosts')) {
      const host = value.slice(value.lastIndexOf('/') + 1);
      if (isTemplated(value)) continue;
      if (!isHost(host) || !/^(?:\*|\.|[a-z0-9][-a-z0-9]*)\/[^/]*$|^[^/]*$/.test(value))
        say('host', at ?? owner.at, { value });
      else if (host !== '*' && !host.includes('.')) say('shortHost', at ?? owner.at, { value });
    }
    checkProtocol(owner, blockIn(server, 'port'), say);
    const bind = text(server.bind);
    if (bind !== undefined && !bind.startsWith('unix://') && !isAddress(bind))
      say('address', placeOf(owner, server, 'bind'), { value: bind });
    checkCertificates(owner, server, say);
  }
}

function checkCertificates(owner: Resource, server: Block, say: Sayer): void {
  const tls = blockIn(server, 'tls');
  const mode = text(tls?.mode);
  if (!tls || mode === undefined || !['SIMPLE', 'MUTUAL', 'OPTIONAL_MUTUAL'].includes(mode)) return;
  if (text(tls.credentialName) !== undefined || textsIn(tls, 'credentialNames').length > 0) return;
  const pair = blocksIn(tls, 'tlsCertificates').length > 0 ? [] : ['serverCertificate', 'privateKey'];
  const needed = [...pair, ...(mode === 'SIMPLE' ? [] : ['caCertificates'])].filter(
    (field) => text(own(tls, field)) === undefined,
  );
  if (needed.length > 0)
    say('certificates', keyPlace(owner, server, 'tls'), { mode, needed: ['credentialName', ...needed].map(code) });
}
