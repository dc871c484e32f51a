import type { Words } from '../../../model/dockerfile/dockerfile.ts';
import type { Scope } from './scope.ts';
import type { Warn } from './warning.ts';

/**
 * `EXPOSE` names ports of the container, and their protocols in lower case. A variable may hold several of them.
 * @see https://github.com/moby/buildkit/blob/v0.33.1/frontend/dockerfile/dockerfile2llb/convert_expose.go
 */
export function checkPorts({ words, wholeAt }: Words, scope: Scope, escapeChar: string, warn: Warn): void {
  const ports = words.flatMap(({ text }) => {
    const { value } = scope.expand(text, escapeChar);
    return /["']/.test(text) ? [value] : value.split(/\s+/);
  });
  for (const port of ports) {
    if (port === '') continue;
    const container = port.slice(port.lastIndexOf(':') + 1);
    const slash = container.indexOf('/');
    const protocol = slash === -1 ? '' : container.slice(slash + 1);
    if (protocol !== protocol.toLowerCase()) {
      warn('ExposeProtoCasing', `Defined protocol '${port}' in EXPOSE instruction should be lowercase`, wholeAt);
    }
    if (/[^:]/.test(port.slice(0, Math.max(port.lastIndexOf(':'), 0)))) {
      const detail = `EXPOSE instruction should not define an IP address or host-port mapping, found '${port}'`;
      warn('ExposeInvalidFormat', detail, wholeAt);
    }
  }
}
