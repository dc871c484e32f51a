import type { Job } from './job.ts';

/** The answers to one exercise that wait, the first that came first. */
interface Lane<Task> {
  /** The seat that began with it. */
  seat: number | undefined;
  readonly waiting: { readonly task: Task; readonly place: number }[];
}

/**
 * What waits for a worker. An exercise keeps to the seat that began with it, which has opened it and worked out what is the same for
 * all its answers; another seat takes of it only when nothing else is left.
 */
export class Queue<Task extends { readonly job: Pick<Job, 'folder'> }> {
  private readonly lanes = new Map<string, Lane<Task>>();
  private added = 0;

  get length(): number {
    return [...this.lanes.values()].reduce((sum, { waiting }) => sum + waiting.length, 0);
  }

  add(task: Task): void {
    const { folder } = task.job;
    const lane = this.lanes.get(folder) ?? { seat: undefined, waiting: [] };
    lane.waiting.push({ task, place: this.added++ });
    this.lanes.set(folder, lane);
  }

  /** What has waited longest for a seat; else what no seat has begun with; else what is another's. */
  take(seat: number): Task | undefined {
    const lane = this.first((owner) => owner === seat) ?? this.first((owner) => owner === undefined) ?? this.first();
    if (!lane) return undefined;
    lane.seat ??= seat;
    return lane.waiting.shift()?.task;
  }

  /** Of the exercises whose seat is wanted, the one of which an answer has waited longest. */
  private first(isWanted: (owner: number | undefined) => boolean = () => true): Lane<Task> | undefined {
    const placeOf = ({ waiting: [first] }: Lane<Task>): number => first?.place ?? Number.POSITIVE_INFINITY;
    return [...this.lanes.values()]
      .filter((lane) => lane.waiting.length > 0 && isWanted(lane.seat))
      .sort((a, b) => placeOf(a) - placeOf(b))[0];
  }

  clear(): void {
    this.lanes.clear();
  }
}
