/**
 * What was worked out for the texts that were asked about lately. What it may take is bounded by how many they are and how long; nobody
 * can tell but by the clock.
 */
export class Recent<Value> {
  private recent = new Map<string, Value>();
  private before: ReadonlyMap<string, Value> = new Map();
  private room: number;

  /**
   * @param most how many results it keeps at least, while their texts are short enough; it never keeps more than twice as many
   * @param letters how long the texts of that many may be together
   */
  constructor(
    private readonly most: number,
    private readonly letters = Number.POSITIVE_INFINITY,
  ) {
    this.room = letters;
  }

  get(text: string): Value | undefined {
    const known = this.recent.get(text);
    if (known !== undefined) return known;
    const kept = this.before.get(text);
    if (kept !== undefined) this.keep(text, kept);
    return kept;
  }

  /** @param value anything but undefined */
  keep(text: string, value: Value): void {
    if (this.recent.size >= this.most || this.room < text.length) {
      this.before = this.recent;
      this.recent = new Map();
      this.room = this.letters;
    }
    this.room -= text.length;
    if (this.room >= 0) this.recent.set(text, value);
  }

  /** @param compute depends on nothing but the text */
  of(text: string, compute: () => Value): Value {
    const known = this.get(text);
    if (known !== undefined) return known;
    const value = compute();
    this.keep(text, value);
    return value;
  }
}
