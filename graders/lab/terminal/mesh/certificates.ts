import { isFields, textAt } from '../../../core/fields.ts';
import { decoded, encoded } from '../tool/base64.ts';

/**
 * A certificate as far as the lab knows certificates: who it is of, who signed it, until when. Its PEM block holds this and no
 * ASN.1, so that two sessions with the same commands have the same files.
 */
export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  /** Of the key pair it belongs to, and of the one that signed it. */
  readonly key: string;
  readonly signer: string;
  readonly authority: boolean;
  /** Seconds of the desk's clock. */
  readonly from: number;
  readonly until: number;
}

const labels = { certificate: 'CERTIFICATE', key: 'EC PRIVATE KEY' } as const;

export const certificatePem = (certificate: Certificate): string => pem(labels.certificate, certificate);

/** @param key identifier of the pair */
export const keyPem = (key: string): string => pem(labels.key, { key });

/** @returns undefined for what is no certificate of the lab */
export function certificateOf(text: string): Certificate | undefined {
  const data = dataOf(labels.certificate, text);
  return isFields(data) && textAt(data, 'key') !== undefined ? (data as unknown as Certificate) : undefined;
}

/** Identifier of the pair that a private key belongs to. @returns undefined for what is no key of the lab */
export const keyOf = (text: string): string | undefined => textAt(dataOf(labels.key, text), 'key');

/**
 * What `linkerd-identity` and `linkerd install` would find wrong with the certificates of an issuer.
 * @param anchors the trust roots
 * @returns undefined where nothing is
 */
export function issuerProblem(
  anchors: string,
  crt: string,
  key: string,
): 'unreadable' | 'key-mismatch' | 'no-authority' | 'unknown-authority' | undefined {
  const anchor = certificateOf(anchors);
  const issuer = certificateOf(crt);
  const pair = keyOf(key);
  if (!anchor || !issuer || pair === undefined) return 'unreadable';
  if (issuer.key !== pair) return 'key-mismatch';
  if (!issuer.authority) return 'no-authority';
  return issuer.signer === anchor.key ? undefined : 'unknown-authority';
}

function pem(label: string, data: unknown): string {
  const lines = encoded(JSON.stringify(data)).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

function dataOf(label: string, text: string): unknown {
  const begin = text.indexOf(`-----BEGIN ${label}-----`);
  const end = text.indexOf(`-----END ${label}-----`);
  if (begin === -1 || end < begin) return undefined;
  try {
    return JSON.parse(decoded(text.slice(begin + label.length + 16, end)));
  } catch {
    return undefined;
  }
}
