import { type Descriptor, type Finding, finding } from '../core/finding.ts';
import type { DataFor, Messages } from '../core/messages.ts';
import type { Span } from '../core/span.ts';
import type { Fault, Meant } from './fault.ts';
import type { Node, Nodes } from './shape.ts';

/** The findings of one object while it is walked, each once: an anchor used twice does not repeat its mistake. */
export class Survey {
  private readonly found = new Map<string, Finding>();
  private readonly spoken = new Map<unknown, Set<string>>();
  private readonly noted: Fault[] = [];

  constructor(private readonly nodes: Nodes) {}

  node(place: number): Node {
    return this.nodes[place] ?? { type: 'any' };
  }

  add<M extends Messages, K extends keyof M & string>(
    about: Descriptor<M>,
    message: K,
    at: Span,
    data: DataFor<M[K]>,
  ): void {
    this.found.set(
      `${about.id} ${message} ${at.from} ${at.to} ${JSON.stringify(data)}`,
      finding(about, message, at, data),
    );
  }

  /** A field that is not missing but misplaced or misspelt: it has been spoken about. */
  claim(block: unknown, field: string): void {
    const fields = this.spoken.get(block) ?? new Set();
    this.spoken.set(block, fields.add(field));
  }

  isClaimed(block: unknown, field: string): boolean {
    return this.spoken.get(block)?.has(field) ?? false;
  }

  /** Remembers which field is broken, and what it was surely meant to be. */
  fault(holder: unknown, key: string | number, meant?: Meant): void {
    if (typeof holder === 'object' && holder !== null) this.noted.push({ holder, key, ...(meant ? { meant } : {}) });
  }

  faults(): readonly Fault[] {
    return this.noted;
  }

  findings(): readonly Finding[] {
    return [...this.found.values()];
  }
}
