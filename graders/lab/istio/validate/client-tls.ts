import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import { isSet, text } from '../../../model/workloads/values.ts';
import { type Block, blockIn, textIn } from './blocks.ts';
import type { Judged } from './judged.ts';

/** How a client encrypts. @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings */
export function checkClientTls(policy: Block, judged: Judged): void {
  const tls = blockIn(policy, 'tls');
  if (!tls) return;
  const mode = textIn(tls, 'mode');
  const credential = textIn(tls, 'credentialName');
  if (tls.insecureSkipVerify === true) checkUnverified(tls, mode, judged);
  if (!['SIMPLE', 'MUTUAL'].includes(mode)) return;
  if (credential !== '') {
    for (const field of ['clientCertificate', 'privateKey', 'caCertificates', 'caCrl']) {
      if (text(own(tls, field)) !== undefined)
        judged.refuse('together', judged.key(tls, field), { field: 'credentialName', other: field });
    }
  } else if (mode === 'MUTUAL') {
    const needed = ['clientCertificate', 'privateKey'].filter((field) => text(own(tls, field)) === undefined);
    if (needed.length > 0) judged.refuse('certificates', judged.at(tls, 'mode'), { mode, needed: needed.map(code) });
  }
}

function checkUnverified(tls: Block, mode: string, judged: Judged): void {
  const fields = ['caCertificates', ...(mode === 'SIMPLE' ? ['credentialName'] : []), 'subjectAltNames'];
  if (!['SIMPLE', 'MUTUAL'].includes(mode)) return;
  for (const field of fields) {
    const value = own(tls, field);
    const given = Array.isArray(value) ? value.length > 0 : isSet(value) && value !== '';
    if (given) judged.refuse('unverified', judged.key(tls, field), { field });
  }
}
