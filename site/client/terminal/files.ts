import { own } from '../../../graders/core/own.ts';
import type { Source } from '../../../graders/index.ts';
import { terminalWords as words } from '../../shared/terminal-words.ts';
import { button, element } from '../element.ts';
import { say } from '../lang.ts';
import { isTexts, keys, load, save } from '../store.ts';

const most = 20;
const kept = 'ficheros';
/** What a file may be called: a path below the project. */
const isName = (name: string): boolean =>
  /^[\w.-]+(?:\/[\w.-]+)*$/.test(name) && name.length <= 80 && !name.split('/').includes('..');

/** The learner's files beside a desk without an exercise, each in a text of its own. */
export class Files {
  private readonly texts = new Map<string, string>();
  private readonly list: HTMLElement;
  private readonly name: HTMLInputElement;

  constructor(host: HTMLElement) {
    this.list = element('div', { class: 'term-files' });
    this.name = element('input', {
      type: 'text',
      id: 'fichero-nuevo',
      placeholder: 'web.yaml',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
    });
    const form = element(
      'form',
      { class: 'term-new' },
      element('label', { for: 'fichero-nuevo' }, say(words.newFile)),
      this.name,
      element('button', { type: 'submit' }, say(words.addFile)),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.addNamed();
    });
    host.append(this.list, form);
    for (const [path, text] of Object.entries(load(keys.terminal(kept), isTexts) ?? {})) this.add(path, text);
  }

  now(): readonly Source[] {
    return [...this.texts].map(([path, text]) => ({ path, text }));
  }

  /** Other files instead of these. */
  replace(files: readonly Source[]): void {
    this.texts.clear();
    this.list.replaceChildren();
    for (const { path, text } of files.slice(0, most)) this.add(path, text);
    this.keep();
  }

  private addNamed(): void {
    const name = this.name.value.trim();
    const isGood = isName(name) && !this.texts.has(name) && this.texts.size < most;
    this.name.setCustomValidity(isGood ? '' : say(words.badName));
    if (!this.name.reportValidity()) return;
    this.name.value = '';
    this.add(name, own(starters, name) ?? '').focus();
    this.keep();
  }

  private add(path: string, text: string): HTMLTextAreaElement {
    this.texts.set(path, text);
    const area = element('textarea', {
      'aria-label': path,
      rows: '8',
      spellcheck: 'false',
      autocapitalize: 'off',
      autocomplete: 'off',
    });
    area.value = text;
    area.addEventListener('input', () => {
      this.texts.set(path, area.value);
      this.keep();
    });
    const remove = button(
      say(words.removeFile),
      () => {
        this.texts.delete(path);
        file.remove();
        this.keep();
        this.name.focus();
      },
      'quiet',
    );
    remove.setAttribute('aria-label', `${say(words.removeFile)}: ${path}`);
    const file = element(
      'div',
      { class: 'term-file' },
      element('p', { class: 'file-name' }, element('code', {}, path), remove),
      area,
    );
    this.list.append(file);
    return area;
  }

  private keep(): void {
    save(keys.terminal(kept), Object.fromEntries(this.texts));
  }
}

/** What a new file begins with, by its name. */
const starters: Readonly<Record<string, string>> = {
  Dockerfile: 'FROM nginx:1.29\nCOPY index.html /usr/share/nginx/html/\n',
  'web.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
          image: nginx:1.29
          ports:
            - containerPort: 80
`,
};
