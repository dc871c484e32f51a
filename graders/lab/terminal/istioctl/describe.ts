import { at, type Fields, fieldsOf, itemsOf, numberAt, textAt } from '../../../core/fields.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { hasLabels, type Labels, type PodState, podsAt } from '../../cluster/index.ts';
import { carriesProxy, fullHostOf, isEnforcedBy, type Mesh, meshOf, serverMode } from '../../istio/index.ts';
import { stateNow } from '../desk/clusters.ts';
import { type MeshSession, meshSession } from '../mesh/session.ts';
import { absent } from '../tool/declare.ts';
import { type Call, type Command, type Outcome, printed, refused } from '../tool/tool.ts';
import { noServer } from './install.ts';

const line = '--------------------\n';

/** `NAME`, `NAME.NAMESPACE`. */
function named({ namespace }: MeshSession, written: string): { readonly name: string; readonly namespace: string } {
  const dot = written.indexOf('.');
  return dot === -1 ? { name: written, namespace } : { name: written.slice(0, dot), namespace: written.slice(dot + 1) };
}

/** What a name is called in the namespace of the call. */
const called = (
  { namespace: own }: MeshSession,
  { name, namespace }: { readonly name: string; readonly namespace?: string | undefined },
): string => (namespace === own || namespace === undefined ? name : `${name}.${namespace}`);

const podsNow = ({ live, desk }: MeshSession): readonly PodState[] =>
  podsAt(live, desk.clock).flatMap(({ pod, terminating }) => (terminating ? [] : [pod]));

const servicesIn = ({ live }: MeshSession, namespace: string): readonly Resource[] =>
  live.resources
    .filter((one) => one.kind === 'Service' && one.group === '' && one.namespace === namespace)
    .sort((a, b) => (a.name < b.name ? -1 : 1));

const selectorOf = ({ data }: Resource): Labels => fieldsOf(at(data, 'spec', 'selector')) as Labels;

/** `istioctl experimental describe pod`. @see istioctl/pkg/describe/describe.go */
function pod(call: Call): Outcome {
  const session = meshSession(call);
  if (!session) return refused(call.desk, noServer);
  const [written, ...more] = call.operands;
  if (written === undefined || more.length > 0) return refused(call.desk, 'Error: expecting pod name\n');
  const { name, namespace } = named(session, written.replace(/^pods?\//, ''));
  const found = podsNow(session).find((one) => one.name === name && one.namespace === namespace);
  if (!found) return refused(call.desk, `Error: pods ${JSON.stringify(name)} not found\n`);
  const mesh = meshOf(stateNow(call.desk, session.named));
  const services = servicesIn(session, namespace).filter((one) => {
    const selector = selectorOf(one);
    return Object.keys(selector).length > 0 && hasLabels(selector, found.labels);
  });
  let text = podText(session, found, call.flags.on('ignoreUnmeshed'));
  if (services.length === 0 && !call.flags.on('ignoreUnmeshed'))
    text += `Warning: No Kubernetes Services select pod ${called(session, found)} (see https://istio.io/docs/setup/kubernetes/additional-setup/requirements/ )\n`;
  text += line;
  if (!carriesProxy(found))
    return {
      ...refused(
        call.desk,
        `Error: failed to execute command on sidecar: error execing into ${namespace}/${name} istio-proxy container: container istio-proxy is not valid for pod ${name}\n`,
      ),
      stdout: text,
    };
  text += servicesText(session, mesh, found, services, [found.labels]);
  text += line + authenticationText(mesh, found);
  return printed(call.desk, text + ingressText(session, nodesOf(call, session), services));
}

function podText(session: MeshSession, one: PodState, ignores: boolean): string {
  const ports = (one.spec?.containers ?? []).flatMap(({ name, ports: own = [] }) =>
    (own ?? []).map(
      ({ containerPort: port, protocol = 'TCP' }) => `${port}${protocol === 'TCP' ? '' : `/${protocol}`} (${name})`,
    ),
  );
  const lines = [
    `Pod: ${called(session, one)}`,
    `   Pod Revision: ${one.annotations['istio.io/rev'] ?? ''}`,
    ports.length > 0 ? `   Pod Ports: ${ports.join(', ')}` : '   Pod does not expose ports',
  ];
  if (one.phase !== 'Running') return `${[...lines, `   Pod is not Running (${one.phase})`].join('\n')}\n`;
  for (const { name, ready } of one.containers)
    if (!ready) lines.push(`WARNING: Pod ${called(session, one)} Container ${name} NOT READY`);
  if (!ignores && !carriesProxy(one))
    lines.push(`WARNING: ${called(session, one)} is not part of mesh; no Istio sidecar`);
  return `${lines.join('\n')}\n`;
}

/** `istioctl experimental describe service`. */
function service(call: Call): Outcome {
  const session = meshSession(call);
  if (!session) return refused(call.desk, noServer);
  const [written, ...more] = call.operands;
  if (written === undefined || more.length > 0) return refused(call.desk, 'Error: expecting service name\n');
  const { name, namespace } = named(session, written);
  const found = servicesIn(session, namespace).find((one) => one.name === name);
  if (!found) return refused(call.desk, `Error: services ${JSON.stringify(name)} not found\n`);
  const selector = selectorOf(found);
  const all = podsNow(session).filter(
    (one) => one.namespace === namespace && Object.keys(selector).length > 0 && hasLabels(selector, one.labels),
  );
  const [first, ...others] = all.filter((one) => one.phase === 'Running' && carriesProxy(one));
  if (!first) {
    const who = JSON.stringify(called(session, found));
    if (all.length === 0) return printed(call.desk, `Service ${who} has no pods.\n`);
    const bare = all.map((one) => `Pod ${called(session, one)}: no container "istio-proxy" in pod\n`).join('');
    return printed(
      call.desk,
      `${bare}Service ${who} has no Istio pods.  (${all.length} pods in service).\nUse \`istioctl kube-inject\` or redeploy with Istio automatic sidecar injection.\n`,
    );
  }
  const mesh = meshOf(stateNow(call.desk, session.named));
  const labels = [first, ...others].map((one) => one.labels);
  return printed(
    call.desk,
    servicesText(session, mesh, first, [found], labels) + ingressText(session, nodesOf(call, session), [found]),
  );
}

function servicesText(
  session: MeshSession,
  mesh: Mesh,
  one: PodState,
  services: readonly Resource[],
  labels: readonly Labels[],
): string {
  return services.map((each) => serviceText(session, mesh, one, each, labels)).join(line);
}

function serviceText(
  session: MeshSession,
  mesh: Mesh,
  one: PodState,
  found: Resource,
  labels: readonly Labels[],
): string {
  const { namespace = 'default', name } = found;
  const ports = itemsOf(at(found.data, 'spec', 'ports')).filter(({ protocol = 'TCP' }) => protocol === 'TCP');
  let text = `Service: ${called(session, found)}\n`;
  for (const port of ports)
    text += `   Port: ${textAt(port, 'name') ?? ''} ${String(port.port)}/${protocolText(port)} targets pod port ${String(targetOf(one, port))}\n`;
  const host = fullHostOf(name, namespace);
  const rule = mesh.destinationRules.get(host)?.[0]?.config;
  const virtual = mesh.virtualServices.find(
    ({ config, hosts }) =>
      config.gateways.includes('mesh') && hosts.includes(host) && config.resource.group === 'networking.istio.io',
  );
  const level = ports.length > 1 ? 3 : 0;
  for (const port of ports) {
    if (ports.length > 1) text += `${String(port.port)}:\n`;
    if (rule) text += ruleText(session, rule.resource, labels, level);
    if (virtual) text += virtualText(session, virtual.config.resource, host, rule?.resource, labels, level);
    const policies = policiesOf(mesh, one, protocolText(port));
    if (policies.length > 0)
      text += `${ports.length > 1 ? `${String(port.port)} ` : ''}RBAC policies: ${policies.join(', ')}\n`;
  }
  return text;
}

function protocolText(port: Fields): string {
  const name = textAt(port, 'name');
  const app = textAt(port, 'appProtocol');
  if (name === undefined && app === undefined) return 'auto-detect';
  const protocol = (app ?? name?.split('-')[0] ?? '').toLowerCase();
  const known = new Map([
    ['http', 'HTTP'],
    ['http2', 'HTTP2'],
    ['grpc', 'GRPC'],
    ['https', 'HTTPS'],
    ['tls', 'TLS'],
    ['tcp', 'TCP'],
    ['mongo', 'Mongo'],
    ['mysql', 'MySQL'],
    ['redis', 'Redis'],
  ]);
  return known.get(protocol) ?? 'UnsupportedProtocol';
}

function targetOf(one: PodState, port: Fields): unknown {
  const target = port.targetPort ?? port.port;
  if (typeof target === 'number') return target;
  const all = (one.spec?.containers ?? []).flatMap(({ ports = [] }) => ports ?? []);
  return all.find(({ name }) => name === target)?.containerPort ?? target;
}

const blank = (count: number): string => ' '.repeat(count);

interface Split {
  readonly matching: readonly string[];
  readonly others: readonly string[];
}

function subsetsOf(rule: Resource | undefined, labels: readonly Labels[]): Split {
  const all = itemsOf(at(rule?.data, 'spec', 'subsets')).map((one) => ({
    name: textAt(one, 'name') ?? '',
    fits: labels.some((own) => hasLabels(fieldsOf(one.labels) as Labels, own)),
  }));
  return {
    matching: all.flatMap(({ name, fits }) => (fits ? [name] : [])),
    others: all.flatMap(({ name, fits }) => (fits ? [] : [name])),
  };
}

function ruleText(session: MeshSession, rule: Resource, labels: readonly Labels[], level: number): string {
  const { matching, others } = subsetsOf(rule, labels);
  let text = `${blank(level)}DestinationRule: ${called(session, rule)} for ${JSON.stringify(textAt(rule.data, 'spec', 'host') ?? '')}\n`;
  if (matching.length + others.length > 0) {
    if (matching.length === 0)
      text += `${blank(level + 3)}WARNING POD DOES NOT MATCH ANY SUBSETS.  (Non matching subsets ${others.join(',')})\n`;
    text += `${blank(level + 3)}Matching subsets: ${matching.join(',')}\n`;
    if (others.length > 0) text += `${blank(level + 6)}(Non-matching subsets ${others.join(',')})\n`;
  }
  const policy = at(rule.data, 'spec', 'trafficPolicy');
  if (policy === undefined || policy === null) return `${text}${blank(level + 3)}No Traffic Policy\n`;
  const tls = textAt(policy, 'tls', 'mode');
  if (at(policy, 'tls') !== undefined) text += `${blank(level + 3)}Traffic Policy TLS Mode: ${tls ?? 'DISABLE'}\n`;
  const extra = [
    ['loadBalancer', 'load balancer'],
    ['connectionPool', 'connection pool'],
    ['outlierDetection', 'outlier detection'],
  ].flatMap(([key = '', says = '']) => (at(policy, key) === undefined ? [] : [says]));
  return extra.length === 0 ? text : `${text}${blank(level + 3)}Policies: ${extra.join('/')}\n`;
}

function virtualText(
  session: MeshSession,
  virtual: Resource,
  host: string,
  rule: Resource | undefined,
  labels: readonly Labels[],
  level: number,
): string {
  const routes = itemsOf(at(virtual.data, 'spec', 'http'));
  const split = subsetsOf(rule, labels);
  const told = routes.map((route) => routeFacts(virtual, route, host, rule, split));
  const matched = told.filter(({ fits }) => fits);
  const misses = told.flatMap(({ fits, facts }) => (fits ? [] : facts));
  let text = `${blank(level)}VirtualService: ${called(session, virtual)}\n`;
  const facts = matched.flatMap((one) => one.facts);
  for (const fact of facts) text += `${blank(level + 3)}${fact}\n`;
  if (matched.length === 0) {
    if (routes.length > 0)
      text += `${blank(level + 3)}WARNING: No destinations match pod subsets (checked ${routes.length} HTTP routes)\n`;
    return text + misses.map((fact) => `${blank(level + 6)}${fact}\n`).join('');
  }
  if (matched.length < routes.length) {
    text += `${blank(level + 3)}${routes.length - matched.length} additional destination(s) that will not reach this pod\n`;
    return facts.length > 0 ? text : text + misses.map((fact) => `${blank(level + 6)}${fact}\n`).join('');
  }
  return facts.length > 0 ? text : `${text}${blank(level + 3)}${routes.length} HTTP route(s)\n`;
}

/** @see istioctl/pkg/describe/describe.go (`httpRouteMatchSvc`) */
function routeFacts(
  virtual: Resource,
  route: Fields,
  host: string,
  rule: Resource | undefined,
  { matching, others }: Split,
): { readonly fits: boolean; readonly facts: readonly string[] } {
  const facts: string[] = [];
  const notes: string[] = [];
  let fits = false;
  for (const one of itemsOf(route.route)) {
    const name = textAt(one, 'destination', 'host') ?? '';
    const subset = textAt(one, 'destination', 'subset');
    const weight = numberAt(one, 'weight') ?? 0;
    if (fullHostOf(name, virtual.namespace ?? 'default') !== host) {
      facts.push(
        subset === undefined
          ? `Route to host "${name}" with weight ${weight}%`
          : `Route to ${name} with invalid config`,
      );
      continue;
    }
    if (subset !== undefined && others.includes(subset)) {
      notes.push(`Route to non-matching subset ${subset} for (${matchesText(route)})`);
      continue;
    }
    if (subset !== undefined && !matching.includes(subset)) {
      notes.push(
        rule
          ? `Warning: Route to UNKNOWN subset ${subset}; check DestinationRule ${rule.name}`
          : `Warning: Route to subset ${subset} but NO DESTINATION RULE defining subsets!`,
      );
      continue;
    }
    fits = true;
    if (weight > 0)
      facts.push(`Route to host "${name}"${subset === undefined ? '' : ` subset "${subset}"`} with weight ${weight}%`);
  }
  if (!fits) return { fits, facts: [...facts, ...notes] };
  const matches = itemsOf(route.match).map(matchText);
  return { fits, facts: matches.length > 0 ? [...facts, matches.join(', ')] : facts };
}

const matchesText = (route: Fields): string => {
  const all = itemsOf(route.match).map(matchText);
  return all.length === 0 ? 'everything' : all.join(', ');
};

function matchText(match: Fields): string {
  const uri = match.uri === undefined ? '' : stringText(fieldsOf(match.uri));
  const headers = Object.entries(fieldsOf(match.headers)).map(
    ([key, value]) => `${key}=${stringText(fieldsOf(value))}`,
  );
  return `Match: ${uri}${headers.length > 0 ? ` when headers are ${headers.join('; ')}` : ''}`.trim();
}

const stringText = (match: Fields): string =>
  textAt(match, 'exact') ??
  (textAt(match, 'prefix') === undefined ? `regex:"${textAt(match, 'regex') ?? ''}"` : `${textAt(match, 'prefix')}*`);

/** As Envoy names them, a name for each rule. */
function policiesOf(mesh: Mesh, { namespace, labels }: PodState, protocol: string): readonly string[] {
  if (!/HTTP|GRPC|auto/.test(protocol)) return [];
  return mesh.authorizationPolicies
    .filter((policy) => isEnforcedBy(policy, { namespace, labels }))
    .flatMap(({ resource }) =>
      itemsOf(at(resource.data, 'spec', 'rules')).map(
        (_, index) => `ns[${resource.namespace}]-policy[${resource.name}]-rule[${index}]`,
      ),
    );
}

function authenticationText(mesh: Mesh, { namespace, labels }: PodState): string {
  const { mode } = serverMode(mesh.peerAuthentications, { namespace, labels }, 0);
  const applied = mesh.peerAuthentications.filter(
    ({ namespace: of, selector }) =>
      (of === namespace || of === 'istio-system') && (selector === undefined || hasLabels(selector as Labels, labels)),
  );
  const names = applied.map(({ resource }) => `${resource.name}.${resource.namespace}`).join(', ');
  return `Effective PeerAuthentication:\n   Workload mTLS mode: ${mode}\n${names === '' ? '' : `Applied PeerAuthentication:\n   ${names}\n`}`;
}

type Nodes = ReadonlyMap<string, string>;

const nodesOf = ({ desk }: Call, { named: cluster }: MeshSession): Nodes =>
  new Map(stateNow(desk, cluster).nodes.map(({ name, ip }) => [name, ip]));

/** Gateways are only looked for where the pods of the usual one run. */
function ingressText(session: MeshSession, nodes: Nodes, services: readonly Resource[]): string {
  const pods = podsNow(session).filter(({ labels, phase }) => labels.istio === 'ingressgateway' && phase === 'Running');
  const [first] = pods;
  if (!first) return 'Skipping Gateway information (no ingress gateway pods)\n';
  const entry = servicesIn(session, first.namespace).find((one) => hasLabels(selectorOf(one), first.labels));
  if (!entry) return 'Skipping Gateway information (no ingress gateway service)\n';
  const hosts = services.map(({ name, namespace = 'default' }) => fullHostOf(name, namespace));
  const found = session.live.resources.filter(
    (one) =>
      one.kind === 'VirtualService' &&
      gatewaysOf(session, one).some((gateway) =>
        hasLabels(fieldsOf(at(gateway.data, 'spec', 'selector')) as Labels, first.labels),
      ) &&
      itemsOf(at(one.data, 'spec', 'http')).some((route) =>
        itemsOf(route.route).some((each) =>
          hosts.includes(fullHostOf(textAt(each, 'destination', 'host') ?? '', one.namespace ?? 'default')),
        ),
      ),
  );
  const exposed = itemsOf(at(entry.data, 'spec', 'ports'))
    .filter(({ name }) => name === 'http2' || name === 'http')
    .map(
      ({ port }) =>
        `Exposed on Ingress Gateway http://${nodes.get(first.node ?? '') ?? 'unknown'}${port === 80 ? '' : `:${String(port)}`}\n`,
    );
  return found
    .map((one) => {
      const host =
        hosts.find((each) =>
          itemsOf(at(one.data, 'spec', 'http')).some(
            (route) => routeFacts(one, route, each, undefined, { matching: [], others: [] }).fits,
          ),
        ) ??
        hosts[0] ??
        '';
      return `${line}${exposed.join('')}${virtualText(session, one, host, undefined, [], 0)}`;
    })
    .join('');
}

function gatewaysOf({ live }: MeshSession, virtual: Resource): readonly Resource[] {
  const names = at(virtual.data, 'spec', 'gateways');
  const all = (Array.isArray(names) ? names : []).map((written) => {
    const name = String(written);
    return name.includes('/') ? name : `${virtual.namespace}/${name}`;
  });
  return live.resources.filter(
    ({ kind, group, namespace, name }) =>
      kind === 'Gateway' && group === 'networking.istio.io' && all.includes(`${namespace}/${name}`),
  );
}

/** @see istioctl/pkg/precheck/precheck.go */
function precheck(call: Call): Outcome {
  if (!meshSession(call)) return refused(call.desk, noServer);
  const says =
    '✔ No issues found when checking the cluster. Istio is safe to install or upgrade!\n  To get started, check out https://istio.io/latest/docs/setup/getting-started/.\n';
  return { desk: call.desk, stdout: '', stderr: says, exit: 0, seconds: 1 };
}

export const experimental: Command = {
  name: 'experimental',
  aliases: ['x', 'exp'],
  says: { es: 'Órdenes experimentales', en: 'Experimental commands' },
  commands: [
    {
      name: 'describe',
      aliases: ['des'],
      says: { es: 'Lo que decide sobre un pod o un Service', en: 'What decides about a pod or a Service' },
      commands: [
        {
          name: 'pod',
          aliases: ['po'],
          says: { es: 'De un pod', en: 'Of a pod' },
          takes: 'NAME[.NAMESPACE]',
          fidelity: 'partial',
          differs: {
            es: 'De las rutas, las HTTP; la dirección del gateway es la del nodo.',
            en: 'Of routes, those of HTTP; the address of the gateway is that of the node.',
          },
          flags: [{ name: 'ignoreUnmeshed' }],
          run: pod,
        },
        {
          name: 'service',
          aliases: ['svc'],
          says: { es: 'De un Service', en: 'Of a Service' },
          takes: 'NAME[.NAMESPACE]',
          fidelity: 'partial',
          flags: [{ name: 'ignoreUnmeshed', fidelity: 'partial' }],
          run: service,
        },
      ],
    },
    {
      name: 'precheck',
      says: { es: 'Si se puede instalar o actualizar', en: 'Whether it can be installed or upgraded' },
      fidelity: 'partial',
      differs: {
        es: 'Los clústeres del laboratorio no tienen nada que lo impida.',
        en: 'Nothing in the clusters of the lab is in the way.',
      },
      flags: [{ name: 'skip-controlplane' }],
      beyond: ['from-version|f=', 'output|o=', 'revision|r='],
      run: precheck,
    },
    ...absent('authz check-inject config injector internal-debug metrics version workload'),
  ],
};
