import { endpointsOf, services } from '../../cluster/index.ts';
import { authorizationsOf, openLinkerd } from '../../linkerd/index.ts';
import { stateNow } from '../desk/clusters.ts';
import { noted } from '../desk/desk.ts';
import { controlPlane } from '../mesh/linkerd.ts';
import { exists, meshSession } from '../mesh/session.ts';
import { columns } from '../tool/columns.ts';
import { type Call, type Outcome, printed, refused } from '../tool/tool.ts';

const offline = 'Error: Get "http://localhost:8080": dial tcp 127.0.0.1:8080: connect: connection refused\n';

/** A table of `cli/table`: columns padded to their width, with two blanks behind each. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => [...(row[column] ?? '')].length)),
  );
  return [head, ...rows]
    .map((row) => `${row.map((cell, column) => `${cell.padEnd(widths[column] ?? 0)}  `).join('')}\n`)
    .join('');
}

/**
 * `linkerd authz`: what authorizes connections to a resource, whoever the clients are.
 * @see https://github.com/linkerd/linkerd2/blob/main/cli/cmd/authz.go
 */
export function authz(call: Call): Outcome {
  const { desk, operands } = call;
  if (operands.length === 0 || operands.length > 2)
    return refused(desk, `Error: accepts between 1 and 2 arg(s), received ${operands.length}\n`);
  const session = meshSession(call);
  if (!session) return refused(desk, offline);
  const [type = '', name] = operands.join('/').split('/');
  const { namespace, named } = session;
  const mesh = openLinkerd(stateNow(desk, named));
  const pods = mesh.state.pods.filter(
    (pod) =>
      pod.namespace === namespace &&
      (name === undefined || (/^po/.test(type) ? pod.name === name : pod.workload.name === name)),
  );
  if (name !== undefined && pods.length === 0)
    return refused(
      desk,
      `Failed to get serverauthorization resources: ${/^deploy/.test(type) ? 'deployments.apps' : type} ${JSON.stringify(name)} not found\n`,
    );
  const rows = authorizationsOf(mesh, namespace, pods).map(({ route, server, policy, older }) => [
    route,
    server,
    policy,
    older,
  ]);
  const head = ['ROUTE ', 'SERVER', 'AUTHORIZATION_POLICY ', 'SERVER_AUTHORIZATION '];
  return printed(noted(desk, 'mesh.authz', { mesh: 'linkerd', namespace }), table(head, rows));
}

/**
 * `linkerd diagnostics endpoints`: the addresses to which the control plane leads a Service.
 * @see https://github.com/linkerd/linkerd2/blob/main/cli/cmd/endpoints.go
 */
export function endpoints(call: Call): Outcome {
  const { desk, operands } = call;
  if (operands.length === 0) return refused(desk, 'Error: requires at least 1 arg(s), only received 0\n');
  const session = meshSession(call);
  if (!session) return refused(desk, offline);
  if (!exists(session, 'Deployment', 'linkerd-destination', controlPlane))
    return refused(desk, 'Error: Destination API error: not found: pods "linkerd-destination"\n');
  const state = stateNow(desk, session.named);
  const rows: string[][] = [];
  for (const authority of operands) {
    const [, name, namespace, port = '80'] =
      /^([a-z0-9-]+)\.([a-z0-9-]+)\.svc\.cluster\.local(?::(\d+))?$/.exec(authority) ?? [];
    if (name === undefined)
      return refused(
        desk,
        `Error: Destination API error: rpc error: code = InvalidArgument desc = Invalid authority: ${authority}\n`,
      );
    const service = services(state).find((one) => one.name === name && one.namespace === namespace);
    const found = service ? endpointsOf(state, service, Number(port)) : [];
    for (const { pod, port: target } of found.filter((one) => one.pod.ready))
      rows.push([namespace ?? '', pod.ip, String(target), pod.name, `${name}.${namespace}`]);
  }
  if (rows.length === 0) return { desk, stdout: '', stderr: 'No endpoints found.\n', exit: 0 };
  return printed(desk, columns([['NAMESPACE', 'IP', 'PORT', 'POD', 'SERVICE'], ...rows], { padding: 3 }));
}

/** `linkerd completion bash`: the terminal completes without it. */
export function completion({ desk, operands }: Call): Outcome {
  const [shell] = operands;
  if (shell === undefined) return refused(desk, 'Error: accepts 1 arg(s), received 0\n');
  return printed(desk, `# ${shell} completion for linkerd\n`);
}
