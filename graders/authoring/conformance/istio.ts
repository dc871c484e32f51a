import { settle } from '../../lab/cluster/index.ts';
import { apiRouteKinds, apiWorldOf, gatewayConditions, openMesh, routeStatus, send } from '../../lab/istio/index.ts';
import { readRequestLine, sayAttribute, sayMain } from '../../lab/istio/testing/request-line.ts';
import type { Case } from './cases.ts';

/** What Timonel as Istio does otherwise than a case asks; nothing where it passes. */
export function differencesOfIstio(one: Case): readonly string[] {
  const { resources, requests, statuses } = one;
  // Certificates are all in sight.
  const state = { ...settle(resources).state, asCreated: true as const };
  const mesh = openMesh(settle(resources).state);
  const asked = requests.flatMap((line) => {
    const { request, attributes } = readRequestLine(line);
    const { outcome } = send(mesh, request);
    const said = Object.keys(attributes).map((name) => `${name}=${sayAttribute(name, outcome)}`);
    const got = [sayMain(outcome), ...said].join('; ');
    const expected = line.replace(/^.* -> /, '');
    return got === expected ? [] : [`${line}: ${got}`];
  });
  const world = apiWorldOf(state);
  const told = Object.entries(statuses).flatMap(([about, expected]) => {
    const facts = factsOf(about, one, world);
    return expected
      .split('; ')
      .filter((fact) => !facts.includes(fact))
      .map((fact) => `${about}: ${fact}, not ${facts.join('; ')}`);
  });
  return [...asked, ...told];
}

type World = ReturnType<typeof apiWorldOf>;

/** `Accepted` where a condition is as it should be, `Accepted=Reason` where not, and the counts of a listener. */
function factsOf(about: string, { resources }: Case, world: World): readonly string[] {
  const [kind, where = '', name] = about.split(' ');
  const resource = resources.find((one) => one.kind === kind && `${one.namespace}/${one.name}` === where);
  if (!resource) throw new Error(`nothing is called ${about}`);
  const tell = ({ type, status, reason }: { type: string; status: boolean; reason: string }) =>
    status ? type : `${type}=${reason}`;
  if (kind !== undefined && apiRouteKinds.includes(kind))
    return routeStatus(resource, world).flatMap(({ conditions }) => conditions.map(tell));
  const { listeners } = gatewayConditions(resource, world);
  const listener = listeners.find((one) => one.name === name);
  if (!listener) return [];
  const kinds = listener.kinds.join(',');
  return [...listener.conditions.map(tell), `attached=${listener.attachedRoutes}`, `kinds=${kinds}`];
}
