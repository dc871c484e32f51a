import { type EditorState, type Extension, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Lights the lines of a stretch of the text, or none. */
export const light = StateEffect.define<Stretch | undefined>();

const lit = Decoration.line({ class: 'cm-lit' });

/** The lines that decided the step which is being told. They go out as soon as the text changes. */
const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lines, { effects, state, docChanged }) {
    const asked = effects.find((effect) => effect.is(light));
    if (asked) return asked.value ? linesOf(state, asked.value) : Decoration.none;
    return docChanged ? Decoration.none : lines;
  },
  provide: (self) => EditorView.decorations.from(self),
});

function linesOf({ doc }: EditorState, { from, to }: Stretch): DecorationSet {
  const first = doc.lineAt(Math.min(from, doc.length)).number;
  const last = doc.lineAt(Math.min(Math.max(from, to - 1), doc.length)).number;
  const lines: Range<Decoration>[] = [];
  for (let number = first; number <= last; number++) lines.push(lit.range(doc.line(number).from));
  return Decoration.set(lines);
}

export const lights: Extension = field;
