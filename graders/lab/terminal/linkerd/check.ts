import { textAt } from '../../../core/fields.ts';
import { type PodView, readyOf } from '../../cluster/index.ts';
import { withCluster } from '../desk/clusters.ts';
import { noted } from '../desk/desk.ts';
import { timestamp } from '../desk/time.ts';
import { linkerdInjector } from '../desk/webhooks.ts';
import { type Certificate, certificateOf } from '../mesh/certificates.ts';
import { controlPlane, linkerdKinds, vizNamespace } from '../mesh/linkerd.ts';
import { exists, type MeshSession, meshSession, podsIn, waitUntil } from '../mesh/session.ts';
import { decoded } from '../tool/base64.ts';
import { seconds } from '../tool/parse.ts';
import { type Call, type Outcome, refused } from '../tool/tool.ts';

/** One line of a check: what it says, why it does not hold, and under which heading of the page there is help. */
interface Row {
  readonly says: string;
  readonly fails?: { readonly why: string; readonly hint: string; readonly warns?: true };
}

interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

const ok = (...says: readonly string[]): readonly Row[] => says.map((one) => ({ says: one }));
const row = (says: string, holds: boolean, why: string, hint: string): Row =>
  holds ? { says } : { says, fails: { why, hint } };

/**
 * `linkerd check`: of the installation, before it (`--pre`) or of the proxies (`--proxy`). It stops at the first line that
 * fails, and waits for pods to be ready, up to `--wait`.
 * @see https://linkerd.io/2-edge/reference/cli/check/
 * @see https://github.com/linkerd/linkerd2/blob/main/pkg/healthcheck/healthcheck.go
 * @see https://github.com/linkerd/linkerd2/blob/main/test/integration/install/testdata (layout)
 */
export function check(call: Call): Outcome {
  return report(call, 'linkerd', (session) => {
    const proxy = call.flags.on('proxy');
    if (call.flags.on('pre')) return { core: [...kubernetes, before(session), version] };
    const namespace = call.flags.text('namespace');
    const core = [...kubernetes, existence(session), config(session), identity(session), webhooksTls, version];
    if (proxy) core.push(dataPlane(session, namespace), ...planeVersion.slice(0, 1));
    else core.push(...planeVersion);
    const extensions = exists(session, 'Namespace', vizNamespace) ? [vizSection(session)] : [];
    return { core, extensions };
  });
}

/** `linkerd viz check`. */
export function vizCheck(call: Call): Outcome {
  return report(call, 'viz', (session) => ({ core: [], extensions: [vizSection(session)] }));
}

interface Sections {
  readonly core: readonly Section[];
  readonly extensions?: readonly Section[];
}

function report(call: Call, what: 'linkerd' | 'viz', sectionsOf: (session: MeshSession) => Sections): Outcome {
  const session = meshSession(call);
  if (!session) return unreachable(call);
  const most = seconds(call.flags.text('wait') ?? '5m') ?? 300;
  const wanted = [controlPlane, vizNamespace].filter((name) => exists(session, 'Namespace', name));
  const isPre = call.flags.on('pre');
  // With `--proxy` it waits for the pods of the data plane too.
  const looked = call.flags.on('proxy') ? call.flags.text('namespace') : undefined;
  const isProxied = (view: PodView) => looked !== undefined && view.pod.namespace === looked && hasProxy(view);
  const { clock } = isPre
    ? { clock: call.desk.clock }
    : waitUntil(
        session.live,
        call.desk.clock,
        most,
        (pods) =>
          wanted.every((namespace) => {
            const mine = pods.filter(({ pod, terminating }) => pod.namespace === namespace && !terminating);
            return mine.length > 0 && mine.every(({ pod }) => pod.ready);
          }) && pods.every((view) => view.terminating || view.pod.ready || !isProxied(view)),
      );
  const desk = withCluster({ ...call.desk, clock }, session.named, session.live);
  const later = meshSession({ ...call, desk }) ?? session;
  const { core, extensions = [] } = sectionsOf(later);
  const output = call.flags.text('output') ?? 'table';
  if (!/^(?:table|short|json)$/.test(output))
    return refused(
      call.desk,
      `Validation error when executing check command: Invalid output type '${output}'. Supported output types are: table, json, short\n`,
    );
  const looks = until(core);
  const more = looks.failed ? { sections: [], failed: true } : until(extensions);
  const { failed } = more;
  const text = told(looks.sections, more.sections, output, failed);
  const scope = what === 'viz' ? 'viz' : isPre ? 'pre' : call.flags.on('proxy') ? 'proxy' : 'installation';
  const namespace = call.flags.text('namespace') ?? '';
  return {
    desk: noted(desk, 'mesh.checked', {
      mesh: 'linkerd',
      scope,
      namespace,
      installed: what === 'linkerd' && !isPre,
      ok: !failed,
    }),
    stdout: text,
    stderr: '',
    exit: failed ? 1 : 0,
    seconds: 2,
  };
}

/** The checks up to the first that fails. */
function until(sections: readonly Section[]): { readonly sections: readonly Section[]; readonly failed: boolean } {
  const done: Section[] = [];
  for (const { title, rows } of sections) {
    const at = rows.findIndex(({ fails }) => fails && !fails.warns);
    done.push({ title, rows: at === -1 ? rows : rows.slice(0, at + 1) });
    if (at !== -1) return { sections: done, failed: true };
  }
  return { sections: done, failed: false };
}

/** @see https://github.com/linkerd/linkerd2/blob/main/pkg/healthcheck/healthcheck_output.go */
function told(core: readonly Section[], extensions: readonly Section[], output: string, failed: boolean): string {
  if (output === 'json') {
    const categories = [...core, ...extensions].map(({ title, rows }) => ({
      categoryName: title,
      checks: rows.map(({ says, fails }) => ({
        description: says,
        ...(fails && { hint: hintOf(fails), error: fails.why }),
        result: fails ? (fails.warns ? 'warning' : 'error') : 'success',
      })),
    }));
    return `${JSON.stringify({ success: !failed, categories }, undefined, 2)}\n`;
  }
  const isShort = output === 'short';
  const shown = (title: string, sections: readonly Section[]): string => {
    const texts = sections
      .map((one) => (isShort ? { ...one, rows: one.rows.filter(({ fails }) => fails) } : one))
      .filter(({ rows }) => rows.length > 0)
      .map((one) => `${sectionText(one)}\n`);
    return texts.length === 0 ? '' : `${title === '' ? '' : heading(title, '=')}${texts.join('')}`;
  };
  const status = `Status check results are ${failed ? '×' : '√'}\n`;
  return `${shown('Linkerd core checks', core)}${shown(core.length > 0 ? 'Linkerd extensions checks' : '', extensions)}${status}`;
}

const hintOf = ({ hint }: NonNullable<Row['fails']>): string => `https://linkerd.io/2/checks/#${hint}`;

const heading = (title: string, line: string): string => `${title}\n${line.repeat(title.length)}\n\n`;

function sectionText({ title, rows }: Section): string {
  const lines = rows.map(({ says, fails }) =>
    fails
      ? `${fails.warns ? '‼' : '×'} ${says}\n    ${fails.why}\n    see ${hintOf(fails)} for hints\n`
      : `√ ${says}\n`,
  );
  return `${title}\n${'-'.repeat(title.length)}\n${lines.join('')}`;
}

function unreachable({ desk }: Call): Outcome {
  const text = `${heading('Linkerd core checks', '=')}${sectionText({
    title: 'kubernetes-api',
    rows: [
      ...ok('can initialize the client'),
      row(
        'can query the Kubernetes API',
        false,
        'Get "http://localhost:8080/version?timeout=30s": dial tcp 127.0.0.1:8080: connect: connection refused',
        'k8s-api',
      ),
    ],
  })}\nStatus check results are ×\n`;
  return { desk: noted(desk, 'mesh.checked', { mesh: 'linkerd', ok: false }), stdout: text, stderr: '', exit: 1 };
}

const kubernetes: readonly Section[] = [
  { title: 'kubernetes-api', rows: ok('can initialize the client', 'can query the Kubernetes API') },
  { title: 'kubernetes-version', rows: ok('is running the minimum Kubernetes API version') },
];

const version: Section = {
  title: 'linkerd-version',
  rows: ok('can determine the latest version', 'cli is up-to-date'),
};

function before(session: MeshSession): Section {
  return {
    title: 'pre-kubernetes-setup',
    rows: [
      row(
        'control plane namespace does not already exist',
        !exists(session, 'Namespace', controlPlane),
        `The "${controlPlane}" namespace already exists`,
        'pre-ns',
      ),
      ...ok(
        'can create non-namespaced resources',
        'can create ServiceAccounts',
        'can create Services',
        'can create Deployments',
        'can create CronJobs',
        'can create ConfigMaps',
        'can create Secrets',
        'can read Secrets',
        'can read extension-apiserver-authentication configmap',
        'no clock skew detected',
      ),
    ],
  };
}

function existence(session: MeshSession): Section {
  const pods = podsIn(session, controlPlane);
  const waiting = pods.filter(({ pod }) => !pod.ready);
  const unplaced = pods.find(({ pod }) => pod.node === undefined);
  const [first] = waiting;
  const readiness = first && readyOf(first.pod);
  return {
    title: 'linkerd-existence',
    rows: [
      row(
        "'linkerd-config' config map exists",
        exists(session, 'ConfigMap', 'linkerd-config', controlPlane),
        'configmaps "linkerd-config" not found',
        'l5d-existence-linkerd-config',
      ),
      row(
        'heartbeat ServiceAccount exist',
        exists(session, 'ServiceAccount', 'linkerd-heartbeat', controlPlane),
        'missing ServiceAccounts: linkerd-heartbeat',
        'l5d-existence-sa',
      ),
      ...ok('control plane replica sets are ready'),
      row(
        'no unschedulable pods',
        unplaced === undefined,
        `${unplaced?.pod.name ?? ''}: no node fits`,
        'l5d-existence-unschedulable-pods',
      ),
      row(
        'control plane pods are ready',
        pods.length > 0 && waiting.length === 0,
        first
          ? `pod/${first.pod.name} container ${readiness ?? ''} is not ready`
          : 'No running pods for "linkerd-destination"',
        'l5d-api-control-ready',
      ),
      ...ok(
        'cluster networks contains all node podCIDRs',
        'cluster networks contains all pods',
        'cluster networks contains all services',
      ),
    ],
  };
}

function config(session: MeshSession): Section {
  const absent = linkerdKinds.filter(
    (one) => !exists(session, 'CustomResourceDefinition', `${one.plural}.${one.group}`),
  );
  return {
    title: 'linkerd-config',
    rows: [
      ...ok(
        'control plane Namespace exists',
        'control plane ClusterRoles exist',
        'control plane ClusterRoleBindings exist',
        'control plane ServiceAccounts exist',
      ),
      row(
        'control plane CustomResourceDefinitions exist',
        absent.length === 0,
        `missing CustomResourceDefinitions: ${absent.map((one) => `${one.plural}.${one.group}`).join(', ')}`,
        'l5d-existence-crd',
      ),
      row(
        'control plane MutatingWebhookConfigurations exist',
        exists(session, 'MutatingWebhookConfiguration', linkerdInjector),
        `missing MutatingWebhookConfigurations: ${linkerdInjector}`,
        'l5d-existence-mwc',
      ),
      row(
        'control plane ValidatingWebhookConfigurations exist',
        exists(session, 'ValidatingWebhookConfiguration', 'linkerd-policy-validator-webhook-config'),
        'missing ValidatingWebhookConfigurations: linkerd-policy-validator-webhook-config',
        'l5d-existence-vwc',
      ),
      ...ok('proxy-init container runs as root user if docker container runtime is used'),
    ],
  };
}

/** What is known of the certificates: those that somebody gave to Helm; the ones `linkerd install` makes are always good for a year. */
function identity(session: MeshSession): Section {
  const { live, desk } = session;
  const of = (kind: string, name: string) =>
    live.resources.find((one) => one.kind === kind && one.name === name && one.namespace === controlPlane);
  const anchor = certificateOf(
    textAt(of('ConfigMap', 'linkerd-identity-trust-roots')?.data, 'data', 'ca-bundle.crt') ?? '',
  );
  const secret = textAt(of('Secret', 'linkerd-identity-issuer')?.data, 'data', 'crt.pem') ?? '';
  const issuer = certificateOf(decoded(secret));
  const lasting = (says: string, one: Certificate | undefined, what: string, hint: string): Row => {
    if (!one || one.until - desk.clock >= 60 * 86_400) return { says };
    const why = `${what} will expire on ${timestamp(one.until)}`;
    return { says, fails: { why, hint, warns: true } };
  };
  const valid = (says: string, one: Certificate | undefined, what: string, hint: string): Row =>
    row(
      says,
      !one || one.until > desk.clock,
      `${what} not valid anymore. Expired on ${timestamp(one?.until ?? 0)}`,
      hint,
    );
  return {
    title: 'linkerd-identity',
    rows: [
      ...ok('certificate config is valid', 'trust anchors are using supported crypto algorithm'),
      valid(
        'trust anchors are within their validity period',
        anchor,
        'Invalid anchors:',
        'l5d-identity-trustAnchors-are-time-valid',
      ),
      lasting(
        'trust anchors are valid for at least 60 days',
        anchor,
        'Anchors expiring soon:',
        'l5d-identity-trustAnchors-not-expiring-soon',
      ),
      ...ok('issuer cert is using supported crypto algorithm'),
      valid(
        'issuer cert is within its validity period',
        issuer,
        'issuer certificate is',
        'l5d-identity-issuer-cert-is-time-valid',
      ),
      lasting(
        'issuer cert is valid for at least 60 days',
        issuer,
        'issuer certificate',
        'l5d-identity-issuer-cert-not-expiring-soon',
      ),
      ...ok('issuer cert is issued by the trust anchor'),
    ],
  };
}

const webhooksTls: Section = {
  title: 'linkerd-webhooks-and-apisvc-tls',
  rows: ok(
    'proxy-injector webhook has valid cert',
    'proxy-injector cert is valid for at least 60 days',
    'sp-validator webhook has valid cert',
    'sp-validator cert is valid for at least 60 days',
    'policy-validator webhook has valid cert',
    'policy-validator cert is valid for at least 60 days',
  ),
};

const planeVersion: readonly Section[] = [
  {
    title: 'control-plane-version',
    rows: ok(
      'can retrieve the control plane version',
      'control plane is up-to-date',
      'control plane and cli versions match',
    ),
  },
  {
    title: 'linkerd-control-plane-proxy',
    rows: ok(
      'control plane proxies are healthy',
      'control plane proxies are up-to-date',
      'control plane proxies and cli versions match',
    ),
  },
];

const hasProxy = ({ pod }: ReturnType<typeof podsIn>[number]): boolean =>
  [...pod.containers, ...pod.initContainers].some(({ name }) => name === 'linkerd-proxy');

function dataPlane(session: MeshSession, namespace: string | undefined): Section {
  const all = namespace === undefined ? [] : podsIn(session, namespace);
  const proxies = all.filter(hasProxy);
  const sick = proxies.find(({ pod }) => !pod.ready);
  const isKnown = namespace === undefined || exists(session, 'Namespace', namespace);
  const empty = namespace !== undefined && proxies.length === 0;
  return {
    title: 'linkerd-data-plane',
    rows: [
      row(
        'data plane namespace exists',
        isKnown,
        `The "${namespace ?? ''}" namespace does not exist`,
        'l5d-data-plane-exists',
      ),
      row(
        'data plane proxies are ready',
        !empty && !sick,
        sick
          ? `The "${sick.pod.name}" pod is not running`
          : `No "linkerd-proxy" containers found in the "${namespace ?? ''}" namespace`,
        'l5d-data-plane-ready',
      ),
      ...ok(
        'data plane is up-to-date',
        'data plane and cli versions match',
        'data plane pod labels are configured correctly',
        'data plane service labels are configured correctly',
        'data plane service annotations are configured correctly',
        'opaque ports are properly annotated',
      ),
    ],
  };
}

function vizSection(session: MeshSession): Section {
  const there = exists(session, 'Namespace', vizNamespace);
  const pods = podsIn(session, vizNamespace);
  const bare = pods.find((one) => !hasProxy(one));
  const sick = pods.find(({ pod }) => !pod.ready);
  return {
    title: 'linkerd-viz',
    rows: [
      row('linkerd-viz Namespace exists', there, 'could not find the linkerd-viz extension', 'l5d-viz-ns-exists'),
      ...ok(
        'linkerd-viz ClusterRoles exist',
        'linkerd-viz ClusterRoleBindings exist',
        'tap API server has valid cert',
        'tap API server cert is valid for at least 60 days',
        'tap API service is running',
      ),
      row(
        'linkerd-viz pods are injected',
        bare === undefined,
        `could not find proxy container for ${bare?.pod.name ?? ''} pod`,
        'l5d-viz-pods-injection',
      ),
      row(
        'viz extension pods are running',
        sick === undefined,
        `pod/${sick?.pod.name ?? ''} is not ready`,
        'l5d-viz-pods-running',
      ),
      ...ok(
        'viz extension proxies are healthy',
        'viz extension proxies are up-to-date',
        'viz extension proxies and cli versions match',
        'prometheus is installed and configured correctly',
        'can initialize the client',
        'viz extension self-check',
      ),
    ],
  };
}
