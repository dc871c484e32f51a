/** What is looked at while something is worked out. */
export class Looks {
  private readonly open: Set<string>[] = [];

  /** Somebody looks at a part. */
  readonly note = (part: string): void => {
    for (const looked of this.open) looked.add(part);
  };

  /** @returns what was worked out, and the parts that were looked at meanwhile in the order of the first look */
  during<Value>(work: () => Value): { readonly value: Value; readonly looked: readonly string[] } {
    const looked = new Set<string>();
    this.open.push(looked);
    try {
      return { value: work(), looked: [...looked] };
    } finally {
      this.open.splice(this.open.indexOf(looked), 1);
    }
  }
}
