import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Extension, Prec, type StateEffect, type TransactionSpec } from '@codemirror/state';
import { EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import type { Source } from '../../../graders/index.ts';
import { light, lights } from './light.ts';
import { appearance } from './theme.ts';

export interface EditorFile extends Source {
  readonly readOnly: boolean;
}

export interface EditorOptions {
  /** Holds the textareas; the editor covers it in a shadow root, where a strict style policy lets it have its styles. */
  readonly host: HTMLElement;
  readonly files: readonly EditorFile[];
  readonly language: (file: string) => Extension;
  readonly onEdit: () => void;
  readonly onSubmit: () => void;
  readonly onShow: (path: string) => void;
}

/** Several files, one view: the file shown keeps its own undo history, selection and marks while another is shown. */
export class Editor {
  private readonly view: EditorView;
  private readonly states = new Map<string, EditorState>();
  private shown: string;

  constructor(private readonly options: EditorOptions) {
    const root = options.host.attachShadow({ mode: 'open' });
    for (const file of options.files) this.states.set(file.path, this.stateOf(file));
    this.shown = options.files[0]?.path ?? '';
    const frame = document.createElement('div');
    frame.className = 'frame';
    root.adoptedStyleSheets = [frameStyle()];
    root.append(frame);
    this.view = new EditorView({ root, parent: frame, state: this.state(this.shown) });
    document.fonts.ready.then(() => this.view.requestMeasure());
  }

  has(path: string): boolean {
    return this.states.has(path);
  }

  text(path: string): string {
    return this.state(path).doc.toString();
  }

  /** Changes a file as an edit that Ctrl+Z takes back. */
  replace(path: string, text: string): void {
    const change = difference(this.text(path), text);
    if (change) this.apply(path, { changes: change });
  }

  mark(path: string, marks: readonly Diagnostic[]): void {
    const { doc } = this.state(path);
    const inside = marks.map((mark) => ({
      ...mark,
      from: Math.min(mark.from, doc.length),
      to: Math.min(mark.to, doc.length),
    }));
    this.apply(path, setDiagnostics(this.state(path), inside));
  }

  show(path: string): void {
    if (path === this.shown) return;
    this.states.set(this.shown, this.view.state);
    this.shown = path;
    this.view.setState(this.state(path));
    this.options.onShow(path);
  }

  /** To be called when the editor comes into sight again: what is out of sight has no size. */
  refresh(): void {
    this.view.requestMeasure();
  }

  /** Shows a place in a file and puts the cursor on it. */
  goTo(path: string, from: number, to: number): void {
    this.show(path);
    const { length } = this.view.state.doc;
    // The cursor stands where the finding begins, however many lines it takes.
    const selection = { anchor: Math.min(to, length), head: Math.min(from, length) };
    this.view.dispatch({ selection, effects: this.centre(selection.head) });
    this.view.focus();
  }

  /** Shows the lines that decided something, without taking the focus. */
  light(path: string, from: number, to: number): void {
    this.dim();
    this.show(path);
    this.view.dispatch({ effects: [light.of({ from, to }), this.centre(Math.min(from, this.view.state.doc.length))] });
  }

  dim(): void {
    for (const path of this.states.keys()) this.apply(path, { effects: light.of(undefined) });
  }

  private centre(at: number): StateEffect<unknown> {
    return EditorView.scrollIntoView(at, { y: 'center' });
  }

  private state(path: string): EditorState {
    const state = path === this.shown && this.view ? this.view.state : this.states.get(path);
    if (!state) throw new Error(`no file ${path}`);
    return state;
  }

  private apply(path: string, change: TransactionSpec): void {
    if (path === this.shown) this.view.dispatch(change);
    else this.states.set(path, this.state(path).update(change).state);
  }

  private stateOf({ path, text, readOnly }: EditorFile): EditorState {
    const { language, onEdit, onSubmit } = this.options;
    const submit = () => {
      onSubmit();
      return true;
    };
    return EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run: submit }])),
        // Tab is not bound: it leaves the editor, as everywhere else on the page.
        keymap.of([...historyKeymap, ...defaultKeymap]),
        history(),
        lineNumbers(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        bracketMatching(),
        indentUnit.of('  '),
        lintGutter(),
        lights,
        appearance,
        language(path),
        EditorState.readOnly.of(readOnly),
        typedOverSelection,
        EditorView.contentAttributes.of({
          'aria-label': path,
          tabindex: '0',
          ...(readOnly && { 'aria-readonly': 'true' }),
        }),
        EditorView.updateListener.of((update) => update.docChanged && onEdit()),
      ],
    });
  }
}

/** The one stretch in which two texts differ: the cursor and the marks outside of it stay where they are. */
function difference(before: string, after: string): { from: number; to: number; insert: string } | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

/**
 * Typing over a selection is done here and not by the browser, which would keep the colour of what it replaces in an
 * inline style that the page's policy refuses.
 */
const typedOverSelection = EditorView.domEventHandlers({
  beforeinput({ inputType, data, isComposing }, view) {
    const { state } = view;
    if (inputType !== 'insertText' || data === null || isComposing || state.readOnly) return false;
    if (state.selection.main.empty) return false;
    view.dispatch(state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  },
});

function frameStyle(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.frame { position: absolute; inset: 0; overflow: hidden; border-radius: inherit; }');
  return sheet;
}
