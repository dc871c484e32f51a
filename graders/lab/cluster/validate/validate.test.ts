import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../../check.ts';
import { fill } from '../../../core/messages.ts';
import { rules } from '../../../generated/rules.ts';
import { readManifests } from '../../../model/manifests/read.ts';
import { parseYaml } from '../../../parse/yaml/yaml.ts';
import { sayFinding } from '../../../render/words.ts';
import { hops } from '../hops.ts';
import { settle } from '../settle.ts';
import { laws } from './laws.ts';

const folder = 'graders/lab/cluster/validate';
const declared = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) => [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/export const \w+Law = law\(/g)]);

/** What `check` calls an error, and what the lab says when the same object is applied. */
function both(text: string): { readonly check: readonly string[]; readonly lab: readonly string[] } {
  const source = { path: 'm.yaml', text };
  const errors = check([source]).flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
  const { state } = settle(readManifests(parseYaml(source), 'answer').resources);
  const refusals = state.rejected.map(({ hop }) => fill(hops.messages.invalid, hop.data, 'es'));
  return {
    check: errors.map((finding) => `${finding.at.from} ${sayFinding(finding, 'es')}`).sort(),
    lab: state.rejected
      .map(({ hop }, index) => `${hop.at?.from} ${refusals[index]?.replace(/^La API rechaza el \w+ `[^`]*`\. /, '')}`)
      .sort(),
  };
}

const container = 'name: a, image: "nginx:1.29"';
const pod = (spec: string) => `{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { ${spec} } }`;
const containers = (more: string) => pod(`containers: [{ ${container}, ${more} }]`);
const deployment = (spec: string, podSpec = '', labels = 'app: a') =>
  `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: a }, spec: { ${spec} selector: { matchLabels: { app: a } }, template: { metadata: { labels: { ${labels} } }, spec: { ${podSpec} containers: [{ ${container} }] } } } }`;

describe('what the API server refuses', () => {
  it.each([
    ['the name of a variable', containers('env: [{ name: "A=B", value: x }]')],
    ['a mount of an undeclared volume', containers('volumeMounts: [{ name: d, mountPath: /d }]')],
    ['two handlers', containers('livenessProbe: { httpGet: { port: 80 }, tcpSocket: { port: 80 } }')],
    ['no room to roll', deployment('strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } },')],
    ['a negative quantity', containers('resources: { requests: { cpu: -1 } }')],
    ['the name of a container', pod('containers: [{ name: A_B, image: nginx }]')],
    ['the value of a label', deployment('', '', 'app: a, x: "a b"')],
    ['a restart policy', deployment('', 'restartPolicy: Never,')],
    [
      'a port twice',
      '{ apiVersion: v1, kind: Service, metadata: { name: a }, spec: { ports: [{ name: a, port: 80 }, { name: b, port: 80 }] } }',
    ],
    ['a container twice', pod(`containers: [{ ${container} }, { ${container} }]`)],
    ['an impossible escalation', containers('securityContext: { privileged: true, allowPrivilegeEscalation: false }')],
    ['a toleration', pod(`tolerations: [{ operator: Exists, key: a, value: b }], containers: [{ ${container} }]`)],
    ['a field that does not exist', containers('prots: []')],
    ['a selector of other pods', deployment('', '', 'app: b')],
  ])('%s: is told by `check` and not admitted by the lab, in the same words', (_, text) => {
    const said = both(text);
    expect(said.lab).not.toEqual([]);
    expect(said.lab).toEqual(said.check);
  });

  it('leaves no pod of a refused workload, and no namespace of a refused name', () => {
    const world = `${deployment('', 'restartPolicy: Never,')}\n---\n{ apiVersion: v1, kind: Namespace, metadata: { name: A_B } }\n---\n${containers('').replace('name: a }', 'name: b, namespace: A_B }')}`;
    const { resources } = readManifests(parseYaml({ path: 'm.yaml', text: world }), 'answer');
    const { state } = settle(resources, { world: 'closed' });
    expect(state.pods).toEqual([]);
    expect(state.rejected.map(({ from }) => from.kind)).toEqual(['Deployment', 'Namespace', 'Pod']);
  });

  it('stands in one law for each matter, and each law has one rule that says it', () => {
    expect(laws).toHaveLength(declared.length);
    const worded = rules.map(({ rule }) => rule.messages);
    for (const { messages } of laws) expect(worded.filter((one) => one === messages)).toHaveLength(1);
  });
});
