import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { readAuthorizationPolicy } from '../../../model/mesh/authorization-policy.ts';
import { readDestinationRule } from '../../../model/mesh/destination-rule.ts';
import { fields } from '../../../model/mesh/fields.ts';
import { readGateway } from '../../../model/mesh/gateway.ts';
import { gatewayGroup } from '../../../model/mesh/gateway-api.ts';
import { readPeerAuthentication } from '../../../model/mesh/peer-authentication.ts';
import { readRequestAuthentication } from '../../../model/mesh/request-authentication.ts';
import { readVirtualService } from '../../../model/mesh/virtual-service.ts';
import { keySpanOf, spanOf } from '../../../parse/yaml/located.ts';
import { checkAuthorizationPolicy, checkScope } from './authorization-policy.ts';
import { checkGateway } from './gateway.ts';
import { checkHttpRoute } from './http-route.ts';
import type { Note, Problem } from './problem.ts';
import { checkTargetRefs } from './target-refs.ts';
import { checkVirtualService } from './virtual-service.ts';

type Check = (resource: Resource, note: Note) => void;

const networking: Readonly<Record<string, Check>> = {
  VirtualService: (resource, note) => checkVirtualService(readVirtualService(resource), note),
  Gateway: (resource, note) => checkGateway(readGateway(resource), note),
  DestinationRule: (resource, note) => {
    if (readDestinationRule(resource).host === '') note('noHost', spanOf(fields(resource.data).spec) ?? resource.at);
  },
};

const security: Readonly<Record<string, Check>> = {
  AuthorizationPolicy: (resource, note) => {
    const policy = readAuthorizationPolicy(resource);
    checkAuthorizationPolicy(policy, note);
    checkTargetRefs(policy.targets, note);
  },
  PeerAuthentication: (resource, note) => {
    const { selector, ports } = readPeerAuthentication(resource);
    const { spec } = fields(resource.data);
    if (!selector && ports.size > 0) note('portsWithoutSelector', keySpanOf(spec, 'portLevelMtls'));
    checkScope(fields(spec), note);
  },
  RequestAuthentication: (resource, note) => {
    const { rules, targets } = readRequestAuthentication(resource);
    for (const { node, issuer } of rules) {
      if (issuer === '' && typeof node.jwksUri !== 'string') note('noIssuer', spanOf(node));
    }
    checkScope(fields(fields(resource.data).spec), note);
    checkTargetRefs(targets, note);
  },
};

const checks: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  'networking.istio.io': networking,
  'security.istio.io': security,
  [gatewayGroup]: { HTTPRoute: checkHttpRoute },
};

/**
 * Why the validation webhook of `istiod`, or the API server, refuses an object, beyond what its schema says. A refused
 * object does not exist for the mesh.
 * @returns nothing for an object that is accepted, or that is neither of Istio nor of the Gateway API
 */
export function apiProblems(resource: Resource): readonly Problem[] {
  const group = own(checks, resource.group);
  const check = group && own(group, resource.kind);
  const problems: Problem[] = [];
  check?.(resource, (key, at, facts = {}) => void problems.push({ key, at: at ?? resource.at, facts }));
  return problems;
}
