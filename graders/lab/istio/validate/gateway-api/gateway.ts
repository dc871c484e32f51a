import { type Block, blockIn, blocksIn, hasItems, isGiven, numberIn, textIn } from '../blocks.ts';
import type { Judged } from '../judged.ts';

/**
 * What the API server refuses of a Gateway of the Gateway API by the expressions of its CRD.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#listener
 */
export function checkApiGateway(spec: Block, judged: Judged): void {
  const names = new Set<string>();
  const places = new Set<string>();
  for (const listener of blocksIn(spec, 'listeners')) {
    checkListener(listener, judged);
    const [name, protocol, port] = [textIn(listener, 'name'), textIn(listener, 'protocol'), numberIn(listener, 'port')];
    if (names.has(name)) judged.refuse('listenerName', judged.at(listener, 'name'), { name });
    names.add(name);
    const place = JSON.stringify([port, protocol, isGiven(listener, 'hostname') ? textIn(listener, 'hostname') : null]);
    if (places.has(place)) judged.refuse('listenerTwice', judged.at(listener, 'port'), { port, protocol });
    places.add(place);
  }
}

function checkListener(listener: Block, judged: Judged): void {
  const protocol = textIn(listener, 'protocol');
  const tls = blockIn(listener, 'tls');
  const mode = textIn(tls, 'mode') || 'Terminate';
  if (['HTTP', 'TCP', 'UDP'].includes(protocol) && tls)
    judged.refuse('listenerTls', judged.key(listener, 'tls'), { protocol });
  if (protocol === 'HTTPS' && tls && mode !== 'Terminate') judged.refuse('listenerMode', judged.at(tls, 'mode'), {});
  if (protocol === 'TLS' && !tls) judged.refuse('listenerWithoutTls', judged.at(listener, 'protocol'), {});
  if (['TCP', 'UDP'].includes(protocol) && textIn(listener, 'hostname') !== '')
    judged.refuse('listenerHostname', judged.at(listener, 'hostname'), { protocol });
  if (
    tls &&
    mode === 'Terminate' &&
    !hasItems(tls, 'certificateRefs') &&
    Object.keys(blockIn(tls, 'options') ?? {}).length === 0
  )
    judged.refuse('listenerCertificate', judged.key(listener, 'tls'), {});
}
