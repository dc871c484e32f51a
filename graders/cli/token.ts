import { fill } from '../core/messages.ts';
import type { Token } from '../lab/request/index.ts';
import { type Context, UsageError } from './io.ts';
import { badToken, tokenMissing } from './sentences.ts';

const example = '{"iss": "https://id.example", "sub": "ana", "aud": ["web"]}';

/**
 * The token of `--token`, described by its registered claims and any others.
 * @param claims JSON; undefined when the request carries no token
 * @param invalid whether its signature or its dates are wrong
 * @throws UsageError when the claims are no JSON object with an issuer
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1
 */
export function readToken(claims: string | undefined, invalid: boolean, context: Context): Token | undefined {
  if (claims === undefined) {
    if (invalid) throw new UsageError(fill(tokenMissing, {}, context.lang));
    return undefined;
  }
  const { iss, sub, aud, ...others } = parsed(claims) ?? {};
  const audiences = typeof aud === 'string' ? [aud] : aud;
  if (typeof iss !== 'string' || (sub !== undefined && typeof sub !== 'string') || !isTexts(audiences)) {
    throw new UsageError(fill(badToken, { example }, context.lang));
  }
  return {
    issuer: iss,
    ...(typeof sub === 'string' && { subject: sub }),
    ...(audiences && { audiences }),
    ...(Object.keys(others).length > 0 && { claims: others }),
    ...(invalid && { valid: false }),
  };
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function isTexts(value: unknown): value is readonly string[] | undefined {
  return value === undefined || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}
