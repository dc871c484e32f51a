import type { Diagnostic } from '@codemirror/lint';
import type { Editor, EditorOptions } from './editor.ts';

export interface LateOptions extends Omit<EditorOptions, 'language'> {
  /** Brings the editor's own script. */
  readonly load: () => Promise<void>;
  /** It could not be loaded: the plain text fields stay. */
  readonly onMissing: () => void;
}

/**
 * The files of an answer, in the plain text fields of the page until somebody is about to use the editor. An answer that is given in
 * a form does without it.
 */
export class LateEditor {
  private editor: Editor | undefined;
  private opening: Promise<Editor | undefined> | undefined;
  private shown: string;
  private readonly texts: Map<string, string>;
  private readonly areas: ReadonlyMap<string, HTMLTextAreaElement>;
  private readonly marks = new Map<string, readonly Diagnostic[]>();

  constructor(private readonly options: LateOptions) {
    const { host, files, onEdit } = options;
    this.texts = new Map(files.map(({ path, text }) => [path, text]));
    this.shown = files[0]?.path ?? '';
    const areas = [...host.querySelectorAll<HTMLTextAreaElement>('textarea[data-file]')];
    this.areas = new Map(areas.map((area) => [area.dataset.file ?? '', area]));
    for (const [path, area] of this.areas) {
      area.value = this.text(path);
      area.addEventListener('input', () => {
        this.texts.set(path, area.value);
        onEdit();
      });
    }
    this.uncover();
  }

  /** Puts the editor over the text fields. */
  async open(): Promise<Editor | undefined> {
    if (!this.editor) {
      this.opening ??= this.make();
      this.editor = await this.opening;
    }
    return this.editor;
  }

  has(path: string): boolean {
    return this.texts.has(path);
  }

  text(path: string): string {
    return this.editor?.text(path) ?? this.texts.get(path) ?? '';
  }

  /** Changes a file as an edit that can be taken back once the editor is there. */
  replace(path: string, text: string): void {
    this.texts.set(path, text);
    const area = this.areas.get(path);
    if (this.editor) this.editor.replace(path, text);
    else if (area) area.value = text;
  }

  mark(path: string, marks: readonly Diagnostic[]): void {
    if (this.editor) this.editor.mark(path, marks);
    else this.marks.set(path, marks);
  }

  show(path: string): void {
    if (this.editor) {
      this.editor.show(path);
      return;
    }
    if (path === this.shown) return;
    this.shown = path;
    this.uncover();
    this.options.onShow(path);
    // What is only to be read has no text field.
    if (!this.areas.has(path)) void this.open();
  }

  refresh(): void {
    this.editor?.refresh();
  }

  /** Shows a place in a file and puts the cursor on it. */
  goTo(path: string, from: number, to: number): void {
    this.show(path);
    void this.open().then((editor) => editor?.goTo(path, from, to));
  }

  /** Shows the lines that decided something, without taking the focus. */
  light(path: string, from: number, to: number): void {
    this.show(path);
    void this.open().then((editor) => editor?.light(path, from, to));
  }

  dim(): void {
    this.editor?.dim();
  }

  private uncover(): void {
    for (const [path, area] of this.areas) area.hidden = path !== this.shown;
  }

  private async make(): Promise<Editor | undefined> {
    const { load, onMissing, host, files, ...options } = this.options;
    try {
      await load();
    } catch {
      this.opening = undefined;
      onMissing();
      return undefined;
    }
    const { timonelEditor: script } = globalThis;
    if (!script) throw new Error('empty editor');
    const active = document.activeElement;
    const area = active instanceof HTMLTextAreaElement && host.contains(active) ? active : undefined;
    const [from, to] = [area?.selectionStart ?? 0, area?.selectionEnd ?? 0];
    const now = files.map((file) => ({ ...file, text: this.text(file.path) }));
    const editor = new script.Editor({ ...options, host, files: now, language: script.languageOf });
    for (const [path, marks] of this.marks) editor.mark(path, marks);
    editor.show(this.shown);
    if (area) editor.goTo(this.shown, from, to);
    return editor;
  }
}
