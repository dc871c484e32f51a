/** What the versions of a growing list share: the items of the newest, and where those of each group stand in it. */
interface Shared<T> {
  readonly items: T[];
  readonly places: Map<string, number[]>;
}

/**
 * A list that only grows, in which adding an item gives a new list and leaves the old one as it was. Adding to the newest
 * version takes the same time however long the list is; to an older one, as long as copying it.
 */
export class Growing<T> implements Iterable<T> {
  private constructor(
    private readonly groupOf: (item: T) => string,
    private readonly shared: Shared<T>,
    readonly length: number,
  ) {}

  /** @param groupOf what items are counted by */
  static empty<T>(groupOf: (item: T) => string): Growing<T> {
    return new Growing(groupOf, { items: [], places: new Map() }, 0);
  }

  with(item: T): Growing<T> {
    const isNewest = this.shared.items.length === this.length;
    const shared = isNewest ? this.shared : this.copy();
    this.append(shared, item);
    return new Growing(this.groupOf, shared, this.length + 1);
  }

  /** How many items are of a group. */
  count(group: string): number {
    const places = this.shared.places.get(group) ?? [];
    let known = places.length;
    while (known > 0 && (places[known - 1] ?? 0) >= this.length) known--;
    return known;
  }

  toArray(): readonly T[] {
    return this.shared.items.slice(0, this.length);
  }

  [Symbol.iterator](): Iterator<T> {
    return this.toArray()[Symbol.iterator]();
  }

  private copy(): Shared<T> {
    const shared: Shared<T> = { items: [], places: new Map() };
    for (const item of this) this.append(shared, item);
    return shared;
  }

  private append({ items, places }: Shared<T>, item: T): void {
    const group = this.groupOf(item);
    const known = places.get(group);
    if (known) known.push(items.length);
    else places.set(group, [items.length]);
    items.push(item);
  }
}
