import { settle } from '../../lab/cluster/index.ts';
import { readRequestLine, sayAttribute, sayMain } from '../../lab/istio/testing/request-line.ts';
import { openLinkerd, routeStatus, send } from '../../lab/linkerd/index.ts';
import { request as ask } from '../../lab/request/index.ts';
import type { Case } from './cases.ts';

/** What Timonel as Linkerd does otherwise than a case asks; nothing where it passes. */
export function differencesOfLinkerd(one: Case): readonly string[] {
  const { resources, requests, statuses } = one;
  const { state } = settle(resources);
  const mesh = openLinkerd(state);
  const asked = requests.flatMap((line) => {
    const { request, attributes } = readRequestLine(line);
    const { outcome } = ask(state, request);
    const [passage] = send(mesh, request).outcome.passages;
    const said = Object.keys(attributes).map((name) => {
      if (name === 'got') return `got=${sayHeaders(passage?.headers ?? request.headers)}`;
      return `${name}=${sayAttribute(name, outcome)}`;
    });
    const got = [sayMain(outcome), ...said].join('; ');
    const expected = line.replace(/^.* -> /, '');
    return got === expected ? [] : [`${line}: ${got}`];
  });
  const told = Object.entries(statuses).flatMap(([about, expected]) => {
    const facts = factsOf(about, one);
    const missing = expected.split('; ').filter((fact) => !facts.includes(fact));
    return missing.map((fact) => `${about}: ${fact}, not ${facts.join('; ')}`);
  });
  return [...asked, ...told];
}

/** The headers that a server gets. */
export function sayHeaders(headers: Readonly<Record<string, string>> = {}): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}:${value}`)
    .join('+');
}

/** `Accepted` where a condition is as it should be, `Accepted=Reason` where not. */
function factsOf(about: string, { resources }: Case): readonly string[] {
  const [kind, where] = about.split(' ');
  const route = resources.find((one) => one.kind === kind && `${one.namespace}/${one.name}` === where);
  if (!route) throw new Error(`nothing is called ${about}`);
  return routeStatus(route, resources).flatMap(({ conditions }) =>
    conditions.map(({ type, status, reason }) => (status ? type : `${type}=${reason}`)),
  );
}
