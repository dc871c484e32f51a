/** One block of a guide that is executed. */
export type Step =
  | { readonly kind: 'run'; readonly line: number; readonly commands: string }
  | { readonly kind: 'write'; readonly line: number; readonly path: string; readonly text: string }
  /** Lines that what was run last prints a part of, in this order. */
  | { readonly kind: 'prints'; readonly line: number; readonly lines: readonly string[] };

const fence = /^```(\S*)(?: (\S+))?\n([\s\S]*?)^```$/gm;

/**
 * The steps of a guide: `sh` is executed, a block with a path is written there, and `salida` is what comes out.
 * @throws for a block that is none of them: nothing in a guide goes untried
 */
export function stepsOf(guide: string): readonly Step[] {
  return [...guide.matchAll(fence)].map((found): Step => {
    const [, language = '', path, text = ''] = found;
    const line = guide.slice(0, found.index).split('\n').length;
    if (path !== undefined) return { kind: 'write', line, path, text };
    if (language === 'sh') return { kind: 'run', line, commands: text };
    if (language === 'salida') return { kind: 'prints', line, lines: text.trimEnd().split('\n') };
    throw new Error(`line ${line}: a block of ${language || 'no language'} is not tried`);
  });
}
