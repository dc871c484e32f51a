/** Arguments that are not options; some options take the next word with them. */
export function operands(args: readonly string[], valued: readonly string[] = []): readonly string[] {
  const kept: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '--') return [...kept, ...args.slice(index + 1)];
    if (valued.includes(arg)) index++;
    else if (!arg.startsWith('-') || arg === '-') kept.push(arg);
  }
  return kept;
}

/** The value of `-u 1000`, `--uid=1000` or of a bundle that ends in the letter: `-Su 1000`. */
export function valueAfter(args: readonly string[], names: readonly string[]): string | undefined {
  for (const [index, arg] of args.entries()) {
    const [name = '', value] = arg.split('=', 2);
    if (names.includes(name)) return value ?? args[index + 1];
    const letter = /^-[a-zA-Z]*([a-zA-Z])$/.exec(arg)?.[1];
    if (letter !== undefined && names.includes(`-${letter}`)) return args[index + 1];
  }
  return undefined;
}
