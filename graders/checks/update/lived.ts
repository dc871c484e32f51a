import type { IDeployment } from 'kubernetes-models/apps/v1';
import { own } from '../../core/own.ts';
import { type Hop, hop } from '../../core/trace.ts';
import { hops as clusterHops } from '../../lab/cluster/hops.ts';
import {
  boundsHop,
  countDeployment,
  isComplete,
  type LiveCluster,
  type LiveEvent,
  nextChange,
  objectOf,
  type PodView,
  podsAt,
  put,
  removePod,
  until,
} from '../../lab/cluster/index.ts';
import { fieldSpan, type Resource, refOf } from '../../model/manifests/manifests.ts';
import { integer } from '../../model/workloads/values.ts';
import type { RolloutMoment, RolloutPicture } from '../drawn/picture.ts';
import { type Age, between, type Counts, countOf, type Pods, sameCount } from './counts.ts';

/** What somebody does to a workload at some moment of its update. */
export type Turn = { readonly apply: Resource } | { readonly kill: 'old' | 'new' };

/** An update, and what was done in the middle of it. */
export interface LivedUpdate {
  readonly image: string;
  readonly next: Resource;
  readonly turn?: { readonly at: number; readonly does: Turn };
}

/** Seconds after which a cluster that was just filled has come to rest. */
const atRest = 3600;

/** A cluster some time after everything was applied to it: namespaces first, as a world is settled in no order. */
export function rested(empty: LiveCluster, resources: readonly Resource[]): LiveCluster {
  const isNamespace = ({ group, kind }: Resource) => group === '' && kind === 'Namespace';
  const ordered = [...resources.filter(isNamespace), ...resources.filter((one) => !isNamespace(one))];
  return until(put(empty, ordered, 0).cluster, atRest);
}

/** Why the API server lets an object not in. */
export interface Refused {
  readonly refused: readonly Hop[];
}

/**
 * Applies a workload again in a cluster that lives, and looks at its pods whenever their number changes, until they are what
 * was asked for or the deadline of the Deployment has passed without a step forward.
 * @param cluster at rest, with the workload in it
 */
export function livedUpdate(cluster: LiveCluster, { image, next, turn }: LivedUpdate): RolloutPicture | Refused {
  const line = new Line(cluster, next);
  const refusal = line.apply(next);
  if (refusal) return { refused: refusal };
  if (!turn) return line.picture(image, line.follow());
  line.followUntil(turn.at);
  const shared = line.moments.length;
  const late = line.turn(turn.does);
  if (late) return { refused: late };
  return { ...line.picture(image, line.follow()), shared };
}

/** Looks at most so often: pods that are tried again and again change nothing that is counted. */
const mostLooks = 2000;

class Line {
  readonly moments: RolloutMoment[] = [];
  private readonly begun: number;
  /** Which of the templates each pod is of, by the hash that its controller labels it with. */
  private readonly ages = new Map<string, Age>();
  private age: Age = 'new';
  private stepped = 0;
  /** What the last look saw, and what had been told by then. */
  private counted: Pods = new Map();
  private told: ReadonlySet<LiveEvent> = new Set();

  constructor(
    private cluster: LiveCluster,
    private next: Resource,
  ) {
    this.begun = cluster.clock;
    for (const pod of this.pods()) this.ages.set(hashOf(pod), 'old');
    this.look();
    this.tell(boundsHop(next, { resource: refOf(next), at: fieldSpan(next, 'spec', 'strategy') }));
  }

  private get at(): number {
    return this.cluster.clock - this.begun;
  }

  apply(next: Resource): readonly Hop[] | undefined {
    const { cluster, puts } = put(this.cluster, [next], this.cluster.clock);
    const refused = puts.flatMap(({ why }) => why);
    if (refused.length > 0) return refused;
    this.cluster = cluster;
    this.next = next;
    this.stepped = this.at;
    this.look();
    return undefined;
  }

  turn(does: Turn): readonly Hop[] | undefined {
    this.age = 'later';
    if ('apply' in does) return this.apply(does.apply);
    const found = this.pods().find((pod) => this.ageOf(pod) === does.kill);
    if (found) {
      const { namespace, name } = found.pod;
      this.cluster = removePod(this.cluster, namespace, name, this.cluster.clock);
      this.stepped = this.at;
      this.look();
    }
    return undefined;
  }

  /** @param end seconds since the beginning at which to stop, whatever goes on then */
  followUntil(end: number): void {
    for (let looks = 0; looks < mostLooks; looks++) {
      const next = nextChange(this.cluster, this.cluster.clock);
      if (next === undefined || next - this.begun > end) break;
      this.cluster = until(this.cluster, next);
      this.look();
    }
    this.cluster = until(this.cluster, this.begun + end);
    if (this.isDone()) this.tell(this.complete());
    else if (this.at >= this.stepped + this.deadline) this.tell(this.stuck());
  }

  follow(): RolloutPicture['end'] {
    for (let looks = 0; looks < mostLooks && !this.isDone(); looks++) {
      const next = nextChange(this.cluster, this.cluster.clock);
      if (next === undefined || next - this.begun > this.stepped + this.deadline) break;
      this.cluster = until(this.cluster, next);
      this.look();
    }
    if (this.isDone()) {
      this.tell(this.complete());
      return 'complete';
    }
    this.cluster = until(this.cluster, this.begun + this.stepped + this.deadline);
    this.tell(this.stuck());
    return 'stuck';
  }

  picture(image: string, end: RolloutPicture['end']): RolloutPicture {
    return { kind: 'rollout', image, end, wanted: wantedBy(this.next), moments: this.moments };
  }

  private get deadline(): number {
    const { spec } = this.next.data as Partial<IDeployment>;
    return Math.max(0, integer(spec?.progressDeadlineSeconds) ?? 600);
  }

  private pods(): readonly PodView[] {
    const { namespace = 'default', kind, name } = this.next;
    return podsAt(this.cluster, this.cluster.clock).filter(
      ({ pod, terminating }) =>
        !terminating && pod.namespace === namespace && pod.workload.kind === kind && pod.workload.name === name,
    );
  }

  private ageOf(pod: PodView): Age {
    const hash = hashOf(pod);
    const known = this.ages.get(hash) ?? this.age;
    this.ages.set(hash, known);
    return known;
  }

  private isDone(): boolean {
    const { group, kind, namespace = 'default', name } = this.next;
    const object = objectOf(this.cluster, { group, kind, namespace, name });
    if (object && kind === 'Deployment') return isComplete(countDeployment(this.cluster, object));
    const pods = this.pods();
    const isOver = nextChange(this.cluster, this.cluster.clock) === undefined;
    return isOver && pods.length === wantedBy(this.next) && pods.every(({ pod }) => pod.ready);
  }

  /** Notes the pods as they are now, and what they were on the way there at this same instant. */
  private look(): void {
    const now: Pods = new Map(
      this.pods().map((view) => [view.pod.name, { age: this.ageOf(view), ready: view.pod.ready }]),
    );
    const asked = this.cluster.events.filter((event) => !this.told.has(event)).map(({ message }) => message);
    if (this.moments.length > 0) {
      for (const counts of between(this.counted, now, asked, this.ages)) this.note(counts);
    }
    this.note(countOf([...now.values()]));
    this.counted = now;
    this.told = new Set(this.cluster.events);
  }

  /** One more moment, unless the pods are as they were. */
  private note({ laterPods, laterReady, ...others }: Counts): void {
    const moment = { at: round(this.at), ...others, ...(laterPods > 0 && { laterPods, laterReady }) };
    const before = this.moments.at(-1);
    if (before && sameCount(before, moment)) return;
    this.stepped = this.at;
    this.moments.push({ ...moment, hops: [] });
  }

  /** What is decided now, at the moment it is about. */
  private tell(told: readonly Hop[]): void {
    const last = this.moments.pop();
    if (!last) return;
    const at = round(this.at);
    if (last.at === at) this.moments.push({ ...last, hops: [...last.hops, ...told] });
    else this.moments.push(last, { ...last, at, hops: told });
  }

  /** Nothing new has come where the old template was taken back. */
  private complete(): readonly Hop[] {
    const { newPods = 0, laterPods = 0 } = this.moments.at(-1) ?? {};
    if (this.moments.length === 1) return [hop(clusterHops, 'rollout', 'rolloutUnchanged', {}, this.where)];
    const data = { at: round(this.at), newPods: newPods + laterPods };
    return data.newPods > 0 ? [hop(clusterHops, 'rollout', 'rolloutComplete', data, this.where)] : [];
  }

  private stuck(): readonly Hop[] {
    const { oldPods = 0, newPods = 0, laterPods = 0 } = this.moments.at(-1) ?? {};
    const data = { at: round(this.at), oldPods, newPods: newPods + laterPods };
    const problem = this.pods().find(({ pod }) => !pod.ready && pod.problem)?.pod.problem;
    return [hop(clusterHops, 'rollout', 'rolloutStuck', data, this.where), ...(problem ? [problem] : [])];
  }

  private get where() {
    return { resource: refOf(this.next), at: fieldSpan(this.next, 'spec', 'template') };
  }
}

const hashOf = ({ pod }: PodView): string =>
  own(pod.labels, 'pod-template-hash') ?? own(pod.labels, 'controller-revision-hash') ?? '';

const wantedBy = ({ data }: Resource): number =>
  integer((data as { spec?: { replicas?: unknown } }).spec?.replicas) ?? 1;

/** Seconds, to a tenth. */
const round = (seconds: number): number => Math.round(seconds * 10) / 10;
