import { rangeOf } from '../../../core/span.ts';
import type { Text } from '../../../core/text.ts';
import type { LiveCluster } from '../../cluster/index.ts';
import { until } from '../../cluster/index.ts';
import { find, resolvePath } from '../../machine/index.ts';
import { clusterOf, contextOf, withCluster } from '../desk/clusters.ts';
import { type Desk, type Fact, type JobDoes, type NamedCluster, noted } from '../desk/desk.ts';
import type { Inside } from '../tool/inside.ts';
import { beyond, type Call, type Outcome } from '../tool/tool.ts';
import { serverOf } from './commands/server.ts';
import { type Because, Beyond, Stop } from './stop.ts';

/** A call of `kubectl` with the cluster it talks to, as it is now. */
export interface Session {
  readonly call: Call;
  readonly named: NamedCluster;
  readonly live: LiveCluster;
  /** The namespace of the call: `-n`, that of the context, or `default`. */
  readonly namespace: string;
  /** It was named with `-n`. */
  readonly explicit: boolean;
}

/** What a command of `kubectl` did. */
export interface Done {
  readonly out?: string;
  readonly err?: string;
  readonly exit?: number;
  /** The cluster after it; its clock is the desk's where the command waited. */
  readonly live?: LiveCluster;
  readonly facts?: readonly Pick<Fact, 'did' | 'data'>[];
  readonly stays?: JobDoes;
  readonly opens?: { readonly inside: Inside; readonly live?: LiveCluster; readonly said?: string };
  readonly notes?: readonly Text[];
  readonly beyond?: Text;
  readonly seconds?: number;
  /** How many commands it counts for in the budget of a script. */
  readonly effort?: number;
  /** A desk on which more than the cluster has changed. */
  readonly desk?: Desk;
}

/** A command that talks to a cluster. */
export const online =
  (run: (session: Session) => Done): ((call: Call) => Outcome) =>
  (call) =>
    guarded(call, () => {
      const session = sessionOf(call);
      const done = run(session);
      const live = done.live ?? session.live;
      const moved = live.clock > call.desk.clock ? { ...call.desk, clock: live.clock } : call.desk;
      const base = done.desk ?? moved;
      const desk = live === session.live && !done.desk ? base : withCluster(base, session.named, live);
      const opens = done.opens && {
        inside: done.opens.inside,
        said: done.opens.said ?? '',
        desk: withCluster(moved, session.named, done.opens.live ?? live),
      };
      const { opens: _, ...rest } = done;
      return { ...rest, ...(opens && { opens }), desk, effort: effortFor(live) + (done.effort ?? 0) };
    });

/** A large cluster costs more to look at, so that a loop over it ends as soon as one over a small one. */
const effortFor = ({ objects, pods }: LiveCluster): number => 1 + Math.floor((objects.size + pods.size) / 100);

/** A command that needs no cluster. */
export const offline =
  (run: (call: Call) => Told): ((call: Call) => Outcome) =>
  (call) =>
    guarded(call, () => run(call));

/** The same where the desk is known. */
type Told = Omit<Done, 'opens'> & Pick<Outcome, 'opens'>;

function guarded(call: Call, run: () => Told): Outcome {
  try {
    const {
      out = '',
      err = '',
      exit = 0,
      desk = call.desk,
      facts = [],
      stays,
      opens,
      notes,
      beyond,
      seconds,
      effort,
    } = run();
    const told = facts.reduce((next, { did, data }) => noted(next, did, data), desk);
    return {
      desk: told,
      stdout: out,
      stderr: err,
      exit,
      ...(stays && { stays }),
      ...(opens && { opens }),
      ...(notes && { notes }),
      ...(beyond && { beyond }),
      ...(seconds !== undefined && { seconds }),
      ...(effort !== undefined && { effort }),
    };
  } catch (stop) {
    if (stop instanceof Beyond) return beyond(call, stop.says);
    if (!(stop instanceof Stop)) throw stop;
    const notes = notesOf(stop.because, call);
    return {
      desk: call.desk,
      stdout: '',
      stderr: `${stop.message}\n`,
      exit: stop.exit,
      ...(notes.length > 0 && { notes }),
    };
  }
}

/** What the lab adds to a refusal: the reason in both languages, with the line that gives it. */
export function notesOf(because: readonly Because[], { desk, cwd }: Call): readonly Text[] {
  return because.map(({ text, at }) => {
    const found = at && at.path !== '' ? find(desk.files, resolvePath(cwd, at.path)) : undefined;
    const content = found?.state === 'present' ? found.entry.content : undefined;
    if (!at || content === undefined) return text;
    const { line } = rangeOf(content, at).start;
    return { es: `${at.path}:${line}: ${text.es}`, en: `${at.path}:${line}: ${text.en}` };
  });
}

/** The cluster of a call. @see https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/ */
export function sessionOf(call: Call): Session {
  const { desk, flags } = call;
  const wanted = flags.text('context');
  const context = contextOf(desk, wanted);
  if (!context) {
    if (wanted !== undefined) throw new Stop(`error: context ${JSON.stringify(wanted)} does not exist`);
    throw new Stop('The connection to the server localhost:8080 was refused - did you specify the right host or port?');
  }
  const named = clusterOf(desk, context.name);
  if (!named)
    throw new Stop('The connection to the server 127.0.0.1:6443 was refused - did you specify the right host or port?');
  if (named.stopped)
    throw new Stop(
      `The connection to the server ${serverOf(named).replace('https://', '')} was refused - did you specify the right host or port?`,
    );
  const written = flags.text('namespace');
  return {
    call,
    named,
    live: until(named.live, desk.clock),
    namespace: written || context.namespace || 'default',
    explicit: Boolean(written),
  };
}
