import { type Entry, isKnown, type Machine, type Names, write } from '../../machine/index.ts';
import { text } from '../read.ts';
import type { LivePod } from './live.ts';

/**
 * The inside of a container once the runtime has told it who it is on the network: its name, and the files that the kubelet writes.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/kubelet/kubelet_pods.go (`GeneratePodHostNameAndDomain`, `managedHostsFileContent`)
 */
export function onNetwork(machine: Machine, { verdict }: LivePod): Machine {
  const { name, ip, spec = {} } = verdict;
  // A pod in the network of its node has the name and the files of the node.
  if (spec.hostNetwork === true) return machine;
  const hostname = (text(spec.hostname) || name).slice(0, 63).replace(/[-.]+$/, '');
  const { names } = machine.host;
  return {
    ...machine,
    env: { ...machine.env, HOSTNAME: hostname },
    host: { ...machine.host, hostname },
    files: write(machine.files, [
      ['/etc/hostname', file(`${hostname}\n`)],
      ...(names ? [['/etc/resolv.conf', file(resolver(names))] as const] : []),
      ...(ip !== undefined && isKnown(ip) && !spec.hostAliases && !spec.subdomain
        ? [['/etc/hosts', file(hosts(hostname, ip))] as const]
        : []),
    ]),
  };
}

const file = (content: string): Entry => ({ kind: 'file', mode: 0o644, uid: 0, gid: 0, layer: 0, content });

const resolver = ({ server, search }: Names): string =>
  `search ${search.join(' ')}\nnameserver ${server}\noptions ndots:5\n`;

const hosts = (hostname: string, ip: string): string => `# Kubernetes-managed hosts file.
127.0.0.1\tlocalhost
::1\tlocalhost ip6-localhost ip6-loopback
fe00::0\tip6-localnet
fe00::0\tip6-mcastprefix
fe00::1\tip6-allnodes
fe00::2\tip6-allrouters
${ip}\t${hostname}
`;
