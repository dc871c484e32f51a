import { fields } from '../../../model/mesh/fields.ts';
import type { Gateway } from '../../../model/mesh/gateway.ts';
import { isSet, text } from '../../../model/workloads/values.ts';
import { keySpanOf, spanOf } from '../../../parse/yaml/located.ts';
import type { Note } from './problem.ts';

/** @see https://istio.io/latest/docs/reference/config/networking/gateway/ */
export function checkGateway({ resource, servers }: Gateway, note: Note): void {
  if (servers.length === 0) note('noServers', spanOf(fields(resource.data).spec) ?? resource.at);
  const names = new Set<string>();
  for (const { node, protocol, hosts, httpsRedirect } of servers) {
    const name = text(fields(node.port).name) ?? '';
    if (name !== '' && names.has(name)) note('repeatedPortName', spanOf(node.port, 'name'), { name });
    names.add(name);
    if (hosts.length === 0) note('serverWithoutHosts', spanOf(node));
    const encrypted = protocol === 'HTTPS' || protocol === 'TLS';
    if (encrypted && !isSet(node.tls)) note('serverWithoutTls', spanOf(node.port, 'protocol'), { protocol });
    if (protocol === 'HTTP' && isSet(node.tls) && !httpsRedirect) note('tlsForHttp', keySpanOf(node, 'tls'));
  }
}
