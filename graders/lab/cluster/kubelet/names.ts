import { lookup } from '../../../model/manifests/lookup.ts';
import type { Answer, Names } from '../../machine/index.ts';
import { apiServiceIp, dnsServiceIp } from '../addresses.ts';
import { addressOf } from '../service/address.ts';
import { clusterDomain, type Service } from '../service/find.ts';
import type { Surroundings } from './context.ts';

/**
 * The cluster's DNS as a pod asks it; undefined where the pod asks another one, or in another way.
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
 */
export function namesFor(around: Surroundings): Names | undefined {
  const { dnsPolicy, dnsConfig, hostNetwork, hostAliases } = around.spec;
  // A policy may keep it from asking.
  const policies = lookup(around.resources).ofKind('networking.k8s.io', 'NetworkPolicy');
  if (policies.some(({ namespace }) => namespace === around.namespace)) return undefined;
  if (dnsConfig || hostAliases || (dnsPolicy && dnsPolicy !== 'ClusterFirst') || hostNetwork === true) return undefined;
  const search = [`${around.namespace}.svc.${clusterDomain}`, `svc.${clusterDomain}`, clusterDomain];
  return { server: dnsServiceIp, search, answer: (name) => answerTo(name.toLowerCase().replace(/\.$/, ''), around) };
}

/**
 * Below the cluster's domain there are Services, pods, and nothing else; what is not below it is asked elsewhere.
 * @see https://github.com/coredns/coredns/blob/v1.15.0/plugin/kubernetes/parse.go (`parseRequest`)
 * @see https://github.com/coredns/coredns/blob/v1.15.0/plugin/kubernetes/kubernetes.go (`findServices`)
 */
function answerTo(name: string, { resources, closed }: Surroundings): Answer | undefined {
  if (!name.endsWith(`.${clusterDomain}`)) return noSuchTop.test(name) ? 'no-name' : undefined;
  const [kind, namespace, service, more] = name
    .slice(0, -clusterDomain.length - 1)
    .split('.')
    .reverse();
  if (kind !== 'svc' && kind !== 'pod') return 'no-name';
  if (kind === 'pod' || namespace === undefined) return undefined;
  const nobody = closed ? 'no-name' : undefined;
  const known = lookup(resources);
  if (service === undefined) return resources.some((one) => isIn(one, namespace)) ? [] : nobody;
  if (service === 'kubernetes' && namespace === 'default') return more === undefined ? [apiServiceIp] : undefined;
  const found = known.named('', 'Service', namespace, service).at(-1) as Service | undefined;
  if (!found) return nobody;
  const address = addressOf(found);
  return more === undefined && address !== undefined ? [address] : undefined;
}

/** What ends like this is no name of the world outside: there is no such top-level domain. @see https://www.iana.org/domains/root/db */
const noSuchTop = /(?:^|\.)(?:default|svc|cluster|kube-[a-z]+|istio-[a-z]+)$/;

const isIn = ({ group, kind, name, namespace }: Surroundings['resources'][number], wanted: string): boolean =>
  namespace === wanted || (group === '' && kind === 'Namespace' && name === wanted);
