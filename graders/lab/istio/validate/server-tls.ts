import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import { text } from '../../../model/workloads/values.ts';
import { type Block, blockIn, blocksIn, hasItems, textIn, textsIn } from './blocks.ts';
import { isWritten, placeIn } from './fields.ts';
import type { Judged } from './judged.ts';

const files = ['serverCertificate', 'privateKey', 'caCertificates'];
const credentials = ['tlsCertificates', 'credentialName', 'credentialNames'];

/** With what certificates a port speaks TLS. @see https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings */
export function checkServerTls(server: Block, judged: Judged): void {
  const tls = blockIn(server, 'tls');
  if (!tls) return;
  checkCiphers(tls, judged);
  const mode = textIn(tls, 'mode') || 'PASSTHROUGH';
  if (mode === 'ISTIO_MUTUAL') {
    for (const field of [...files, ...credentials]) {
      if (isWritten(tls, field)) judged.refuse('meshCertificates', judged.key(tls, field), { field });
    }
    return;
  }
  if (mode === 'PASSTHROUGH' || mode === 'AUTO_PASSTHROUGH') {
    const field = ['caCrl', ...files, ...credentials].find((one) => isWritten(tls, one));
    if (field !== undefined) judged.warn('unusedCertificates', judged.key(tls, field), { mode, field });
  }
  checkSources(tls, judged);
  if (['SIMPLE', 'MUTUAL', 'OPTIONAL_MUTUAL'].includes(mode)) {
    if (isWritten(tls, 'credentialName') || hasItems(tls, 'credentialNames')) return;
    checkCertificates(server, tls, mode, judged);
  }
  const other = isWritten(tls, 'credentialName') ? 'credentialName' : mode === 'SIMPLE' ? 'mode: SIMPLE' : undefined;
  if (text(tls.caCrl) !== undefined && other !== undefined)
    judged.refuse('revocations', judged.key(tls, 'caCrl'), { other });
}

function checkSources(tls: Block, judged: Judged): void {
  const pair = text(tls.serverCertificate) !== undefined && text(tls.privateKey) !== undefined;
  const given = [...credentials.filter((field) => isWritten(tls, field)), ...(pair ? ['serverCertificate'] : [])];
  const [field, other] = given;
  if (field !== undefined && other !== undefined) judged.refuse('together', judged.key(tls, other), { field, other });
}

function checkCertificates(server: Block, tls: Block, mode: string, judged: Judged): void {
  const several = blocksIn(tls, 'tlsCertificates');
  const authority = mode === 'SIMPLE' || text(tls.caCertificates) !== undefined ? [] : ['caCertificates'];
  const lacking = (block: Block) =>
    ['serverCertificate', 'privateKey'].filter((field) => text(own(block, field)) === undefined);
  const pair = several.length > 0 ? [] : lacking(tls);
  const needed = [...pair, ...authority];
  if (needed.length > 0)
    judged.refuse('certificates', judged.key(server, 'tls'), { mode, needed: ['credentialName', ...needed].map(code) });
  for (const one of several) {
    if (lacking(one).length > 0)
      judged.refuse('certificates', judged.at(one), { mode, needed: lacking(one).map(code) });
  }
  if (several.length > 2) judged.warn('manyCertificates', judged.key(tls, 'tlsCertificates'), {});
}

/** The names that OpenSSL gives to the suites that Envoy can use. */
const known = new Set(
  'ECDHE-ECDSA-AES128-GCM-SHA256 ECDHE-RSA-AES128-GCM-SHA256 ECDHE-ECDSA-AES256-GCM-SHA384 ECDHE-RSA-AES256-GCM-SHA384 ECDHE-ECDSA-CHACHA20-POLY1305 ECDHE-RSA-CHACHA20-POLY1305 ECDHE-ECDSA-AES128-SHA ECDHE-RSA-AES128-SHA ECDHE-ECDSA-AES256-SHA ECDHE-RSA-AES256-SHA AES128-GCM-SHA256 AES256-GCM-SHA384 AES128-SHA AES256-SHA DES-CBC3-SHA'.split(
    ' ',
  ),
);

function checkCiphers(tls: Block, judged: Judged): void {
  const suites = textsIn(tls, 'cipherSuites');
  const old = ['TLSV1_0', 'TLSV1_1'].includes(textIn(tls, 'minProtocolVersion'));
  if (old && suites.length === 0) judged.warn('oldTlsCiphers', judged.at(tls, 'minProtocolVersion'), {});
  const seen = new Set<string>();
  for (const suite of suites) {
    const { value } = suite;
    // Expressions (`-`, `+`, `[…]`) are taken as they are.
    if (/^[\p{L}\p{N}]/u.test(value) && value !== 'ALL' && !known.has(value))
      judged.warn('cipher', placeIn(judged, suite), { value });
    else if (seen.has(value)) judged.warn('cipherTwice', placeIn(judged, suite), { value });
    else seen.add(value);
  }
}
