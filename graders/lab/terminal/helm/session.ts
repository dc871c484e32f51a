import { type MeshSession, meshSession } from '../mesh/session.ts';
import { type Call, type Flag, type Outcome, refused } from '../tool/tool.ts';

/** The flags of every command of `helm`. @see pkg/cli/environment.go (`AddFlags`) */
export const everywhere: readonly Flag[] = [
  { name: 'namespace', short: 'n', value: 'text', offers: (desk) => namespacesOf(desk.clusters) },
  { name: 'kube-context', value: 'text', offers: ({ kube }) => kube.contexts.map(({ name }) => name) },
  { name: 'kubeconfig', value: 'text', fidelity: 'none' },
  { name: 'debug', fidelity: 'partial' },
  { name: 'color', value: 'text', fidelity: 'partial' },
  { name: 'burst-limit', value: 'number', fidelity: 'partial' },
  { name: 'qps', value: 'text', fidelity: 'partial' },
  { name: 'kube-as-user', value: 'text', fidelity: 'none' },
  { name: 'kube-token', value: 'text', fidelity: 'none' },
  { name: 'kube-apiserver', value: 'text', fidelity: 'none' },
  { name: 'registry-config', value: 'text', fidelity: 'none' },
  { name: 'repository-config', value: 'text', fidelity: 'none' },
  { name: 'repository-cache', value: 'text', fidelity: 'none' },
];

const namespacesOf = (
  clusters: readonly {
    readonly live: { readonly resources: readonly { readonly kind: string; readonly name: string }[] };
  }[],
): readonly string[] =>
  clusters.flatMap(({ live }) => live.resources.flatMap(({ kind, name }) => (kind === 'Namespace' ? [name] : [])));

const unreachable =
  'kubernetes cluster unreachable: Get "http://localhost:8080/version": dial tcp 127.0.0.1:8080: connect: connection refused';

/** Does something in the cluster of a call; where no server answers, it is refused. @param before `INSTALLATION FAILED: ` */
export function inCluster(call: Call, does: (session: MeshSession) => Outcome, before = ''): Outcome {
  const session = meshSession(call);
  return session ? does(session) : fails(call, `${before}${unreachable}`);
}

/** What cobra says of an error. @param notes lines of the log before it */
export const fails = ({ desk }: Call, error: string, notes = ''): Outcome => refused(desk, `${notes}Error: ${error}\n`);

/** A line of Helm's log, as `slog` writes it. */
export function logged(level: 'ERROR' | 'WARN', message: string, error?: string): string {
  return `level=${level} msg=${quoted(message)}${error === undefined ? '' : ` error=${quoted(error)}`}\n`;
}

const quoted = (text: string): string => (/[\s"=\\]/.test(text) || text === '' ? JSON.stringify(text) : text);

/** How many operands a command wants. @see pkg/cmd/require/args.go */
export function wants(call: Call, exactly: number, usage: string): Outcome | undefined {
  if (call.operands.length === exactly) return undefined;
  const called = call.path.join(' ');
  return fails(
    call,
    `"${called}" requires ${exactly} ${exactly === 1 ? 'argument' : 'arguments'}\n\nUsage:  ${called} ${usage} [flags]`,
  );
}

export function wantsAtLeast(call: Call, least: number, usage: string): Outcome | undefined {
  if (call.operands.length >= least) return undefined;
  const called = call.path.join(' ');
  return fails(
    call,
    `"${called}" requires at least ${least} ${least === 1 ? 'argument' : 'arguments'}\n\nUsage:  ${called} ${usage} [flags]`,
  );
}
