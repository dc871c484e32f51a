import { edges, type LinkerdCall, type LinkerdMesh, openLinkerd, stat, tap } from '../../linkerd/index.ts';
import { stateNow } from '../desk/clusters.ts';
import { type Desk, noted } from '../desk/desk.ts';
import { vizNamespace } from '../mesh/linkerd.ts';
import { exists, type MeshSession, meshSession } from '../mesh/session.ts';
import { type Call, type Outcome, refused } from '../tool/tool.ts';

/** What the extension sees: the cluster with its proxies, and the requests its applications and the learner have sent. */
interface Seen {
  readonly session: MeshSession;
  readonly mesh: LinkerdMesh;
  readonly traffic: readonly LinkerdCall[];
}

const unready =
  'Cannot connect to Linkerd Viz: could not find the linkerd-viz extension\nValidate the install with: linkerd viz check\n';

function seen(call: Call): Seen | Outcome {
  const session = meshSession(call);
  if (!session)
    return refused(
      call.desk,
      `Error: Get "http://localhost:8080": dial tcp 127.0.0.1:8080: connect: connection refused\n`,
    );
  if (!exists(session, 'Namespace', vizNamespace) || !exists(session, 'Deployment', 'metrics-api', vizNamespace))
    return refused(call.desk, unready);
  const state = stateNow(call.desk, session.named);
  const mesh = openLinkerd(state, { viz: 'before-pods' });
  const { context, traffic = [] } = session.named;
  const own = call.desk.sent.flatMap(({ from, url, method, headers }): readonly LinkerdCall[] => {
    const prefix = `${context}/`;
    if (!from.startsWith(prefix)) return [];
    const [namespace, name] = from.slice(prefix.length).split('/');
    const pod = state.pods.find((one) => one.namespace === namespace && one.name === name);
    if (!pod) return [];
    const whole = /^\w+:\/\//.test(url) ? url : `http://${url}`;
    return [{ from: `${pod.namespace}/${pod.workload.name}`, url: whole, method, headers }];
  });
  return { session, mesh, traffic: [...traffic, ...own] };
}

const isOutcome = (value: Seen | Outcome): value is Outcome => 'exit' in value;

const types =
  /^(?:cronjobs?|cj|daemonsets?|ds|deployments?|deploys?|jobs?|pods?|po|replicasets?|rs|replicationcontrollers?|rc|statefulsets?|sts)$/;

/**
 * `linkerd viz edges`.
 * @see https://github.com/linkerd/linkerd2/blob/main/viz/cmd/edges.go
 */
export function vizEdges(call: Call): Outcome {
  const [type, ...others] = call.operands;
  if (type === undefined || others.length > 0)
    return refused(
      call.desk,
      `Error: accepts 1 arg(s), received ${call.operands.length}\nUsage:\n  linkerd viz edges [flags] (RESOURCETYPE)\n`,
    );
  const [kind = '', named] = type.split('/');
  if (named !== undefined)
    return refused(
      call.desk,
      `Error: Error creating edges request: Edges cannot be returned for a specific resource name; remove ${named} from query\n`,
    );
  if (!types.test(kind))
    return refused(
      call.desk,
      `Error: Error creating edges request: cannot find Kubernetes canonical name from friendly name [${kind}]\n`,
    );
  const isPods = /^po/.test(kind);
  const output = call.flags.text('output') ?? 'table';
  if (!['table', 'json', 'wide'].includes(output))
    return refused(call.desk, 'Error: Error creating edges request: --output supports table, json and wide\n');
  const at = seen(call);
  if (isOutcome(at)) return at;
  const every = call.flags.on('all-namespaces');
  const { namespace } = at.session;
  const rows = edges(at.mesh, at.traffic)
    .filter((row) => every || row.sourceNamespace === namespace || row.destinationNamespace === namespace)
    .map((row) => {
      const podOf = (place: string, workload: string): string =>
        isPods
          ? (at.mesh.state.pods.find((pod) => pod.namespace === place && pod.workload.name === workload)?.name ??
            workload)
          : workload;
      return {
        ...row,
        source: podOf(row.sourceNamespace, row.source),
        destination: podOf(row.destinationNamespace, row.destination),
      };
    })
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const desk = looked(
    call.desk,
    'edges',
    every ? [] : [namespace],
    rows.map((row) => ({
      namespaces: [row.sourceNamespace, row.destinationNamespace],
      secured: row.secured === '√',
    })),
  );
  if (output === 'json') {
    const entries = rows.map((row) => ({
      src: row.source,
      src_namespace: row.sourceNamespace,
      dst: row.destination,
      dst_namespace: row.destinationNamespace,
      client_id: row.client,
      server_id: row.server,
      no_tls_reason: row.secured === '√' ? '' : row.secured,
    }));
    return { desk, stdout: `${JSON.stringify(entries, undefined, 2)}\n`, stderr: '', exit: 0 };
  }
  if (rows.length === 0) return { desk, stdout: '', stderr: 'No edges found.\n', exit: 0 };
  const isWide = output === 'wide';
  const head = ['SRC', 'DST', 'SRC_NS', 'DST_NS', ...(isWide ? ['CLIENT_ID', 'SERVER_ID'] : []), 'SECURED'];
  const cells = rows.map((row) => [
    row.source,
    row.destination,
    row.sourceNamespace,
    row.destinationNamespace,
    ...(isWide ? [row.client, row.server] : []),
    row.secured,
  ]);
  return { desk, stdout: table([head, ...cells], 'left'), stderr: '', exit: 0 };
}

const keyOf = (row: {
  readonly sourceNamespace: string;
  readonly destinationNamespace: string;
  readonly source: string;
  readonly destination: string;
}): string => row.sourceNamespace + row.destinationNamespace + row.source + row.destination;

/** A table whose columns stand three blanks apart, each padded to its width: `tabwriter.AlignRight` of cells already padded. */
function table(rows: readonly (readonly string[])[], align: 'left' | 'right'): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  return rows
    .map((row) => {
      const cells = row.map((cell, column) => {
        const fill = ' '.repeat((widths[column] ?? 0) - [...cell].length);
        return align === 'left' || column === 0 ? cell + fill : fill + cell;
      });
      return `${cells.join('   ')}\n`;
    })
    .join('');
}

interface Looked {
  readonly namespaces: readonly string[];
  readonly secured: boolean;
}

/** Writes down, for each namespace, whether what was seen of its traffic was secured. @param asked those that were looked at, whatever was seen */
function looked(desk: Desk, by: string, asked: readonly string[], rows: readonly Looked[]): Desk {
  const namespaces = [...new Set([...asked, ...rows.flatMap((row) => row.namespaces)])];
  return namespaces.reduce((next, namespace) => {
    const mine = rows.filter((row) => row.namespaces.includes(namespace));
    const secured = mine.filter((row) => row.secured).length;
    return noted(next, 'mesh.seen', {
      mesh: 'linkerd',
      by,
      namespace,
      secured: secured > 0,
      plain: secured < mine.length,
    });
  }, desk);
}

/** `TYPE`, `TYPE/NAME`, `TYPE NAME`. */
function target(operands: readonly string[]): { readonly type: string; readonly name?: string } | undefined {
  const [type, name, ...more] = operands.join('/').split('/');
  if (type === undefined || type === '' || more.length > 0) return undefined;
  return { type, ...(name !== undefined && name !== '' && { name }) };
}

/**
 * `linkerd viz stat`, of deployments and the other workloads. How often requests come, how long they take and how many
 * connections are open nobody measures here: those columns have what the real table has where there is no data.
 * @see https://github.com/linkerd/linkerd2/blob/main/viz/cmd/stat.go
 */
export function vizStat(call: Call): Outcome {
  const wanted = target(call.operands);
  if (!wanted) return refused(call.desk, 'Error: no resource type specified\n');
  if (!types.test(wanted.type) && !/^(?:ns|namespaces?)$/.test(wanted.type))
    return refused(
      call.desk,
      `Error: error creating metrics request while making stats request: cannot find Kubernetes canonical name from friendly name [${wanted.type}]\n`,
    );
  const at = seen(call);
  if (isOutcome(at)) return at;
  const every = call.flags.on('all-namespaces');
  const spaces = every
    ? [...new Set(at.mesh.state.pods.map(({ namespace }) => namespace))].sort()
    : [at.session.namespace];
  const { text } = call.flags;
  const from = text('from');
  const sender = from === undefined ? undefined : target([from]);
  const place = text('from-namespace') ?? at.session.namespace;
  const traffic = at.traffic.filter(({ from: by }) => {
    const [namespace, workload] = by.split('/');
    return !sender || (namespace === place && (sender.name === undefined || workload === sender.name));
  });
  const rows = spaces
    .flatMap((namespace) => stat(at.mesh, namespace, traffic))
    .filter((row) => wanted.name === undefined || row.workload === wanted.name)
    .filter((row) => !sender || row.requests !== undefined)
    .sort((a, b) => (a.namespace + a.workload < b.namespace + b.workload ? -1 : 1));
  const desk = noted(call.desk, 'mesh.seen', {
    mesh: 'linkerd',
    by: 'stat',
    namespace: every ? '' : at.session.namespace,
    rows: rows.length,
  });
  if (rows.length === 0) return { desk, stdout: '', stderr: 'No traffic found.\n', exit: 0 };
  const head = [
    ...(every ? ['NAMESPACE'] : []),
    'NAME',
    'MESHED',
    'SUCCESS',
    'RPS',
    'LATENCY_P50',
    'LATENCY_P95',
    'LATENCY_P99',
    'TCP_CONN',
  ];
  const cells = rows.map(({ namespace, workload, meshed, success }) => [
    ...(every ? [namespace] : []),
    workload,
    meshed,
    success === undefined ? '-' : `${(success * 100).toFixed(2)}%`,
    ...['-', '-', '-', '-', '-'],
  ]);
  return { desk, stdout: table([head, ...cells], 'right'), stderr: '', exit: 0 };
}

/**
 * `linkerd viz tap`: what is sent while it looks, once each; it does not end by itself.
 * @see https://github.com/linkerd/linkerd2/blob/main/viz/cmd/tap.go
 */
export function vizTap(call: Call): Outcome {
  const wanted = target(call.operands);
  if (!wanted) return refused(call.desk, 'Error: accepts between 1 and 2 arg(s), received 0\n');
  const at = seen(call);
  if (isOutcome(at)) return at;
  const { namespace } = at.session;
  const inside = /^(?:ns|namespaces?)$/.test(wanted.type) ? (wanted.name ?? namespace) : namespace;
  const isMine = (place: string): boolean => {
    const [of, workload] = place.split('/');
    if (of !== inside) return false;
    return wanted.name === undefined || /^n/.test(wanted.type) || workload === wanted.name;
  };
  const { method, path } = { method: call.flags.text('method'), path: call.flags.text('path') };
  const rows = tap(at.mesh, at.traffic).filter(
    (row) =>
      isMine(row.proxy === 'out' ? row.from : row.to) &&
      (method === undefined || row.method === method.toUpperCase()) &&
      (path === undefined || row.path.startsWith(path)),
  );
  const address = (place: string): string => {
    const [of, workload] = place.split('/');
    return at.mesh.state.pods.find((pod) => pod.namespace === of && pod.workload.name === workload)?.ip ?? '10.244.0.1';
  };
  const lines = rows.map((row, index) => {
    const [of = '', workload = ''] = row.to.split('/');
    const flow = `proxy=${row.proxy === 'in' ? 'in ' : 'out'} src=${address(row.from)}:${40000 + index} dst=${address(row.to)}:8080 tls=${row.tls}`;
    return `req id=${index}:1 ${flow} :method=${row.method} :authority=${workload}.${of} :path=${row.path}\n`;
  });
  const desk = looked(
    call.desk,
    'tap',
    [inside],
    rows.map(({ from, to, tls }) => ({
      namespaces: [from, to].map((place) => place.split('/')[0] ?? ''),
      secured: tls === 'true',
    })),
  );
  return { desk, stdout: lines.join(''), stderr: '', exit: 0, stays: { kind: 'watch' } };
}
