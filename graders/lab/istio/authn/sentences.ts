import type { Messages } from '../../../core/messages.ts';

/** What the check of a token says. */
export const sentences = {
  tokenAccepted: {
    es: '`{policy}` acepta el token de `{issuer}`.',
    en: '`{policy}` accepts the token of `{issuer}`.',
  },
  tokenRefused: {
    es: '`{policy}` no acepta el token de `{issuer}`: 401.',
    en: '`{policy}` does not accept the token of `{issuer}`: 401.',
  },
} as const satisfies Messages;
