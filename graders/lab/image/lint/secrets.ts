import type { Span } from '../../../core/span.ts';
import type { Warn } from './warning.ts';

/** Words that BuildKit takes for a secret, as whole parts of a name, and those that speak against it. */
const secret = /(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const harmless = /(?:_|^)(?:public|file|version)(?:_|$)/i;

export function checkSecret(instruction: 'ARG' | 'ENV', name: string, at: Span, warn: Warn): void {
  if (!secret.test(name) || harmless.test(name)) return;
  const detail = `Do not use ARG or ENV instructions for sensitive data (${instruction} "${name}")`;
  warn('SecretsUsedInArgOrEnv', detail, at);
}
