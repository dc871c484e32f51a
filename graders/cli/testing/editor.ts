import { type ChildProcess, spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { own } from '../../core/own.ts';
import { launcher } from './launcher.ts';

/** An editor that talks to the language server over its standard input and output, as real ones do. */
export class TestEditor {
  private readonly child: ChildProcess;
  private readonly connection: ProtocolConnection;
  private readonly texts = new Map<string, string>();
  private readonly versions = new Map<string, number>();
  private readonly heard = new Map<string, PublishDiagnosticsParams>();
  private waiting: (() => void)[] = [];
  private said = '';

  constructor(cwd: string, args: readonly string[] = []) {
    this.child = spawn(process.execPath, [launcher, 'lsp', '--stdio', ...args], {
      cwd,
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const { stdin, stdout, stderr } = this.child;
    if (!stdin || !stdout || !stderr) throw new Error('no pipes');
    stderr.on('data', (text) => {
      this.said += text;
    });
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.heard.set(params.uri, params);
      for (const wake of this.waiting.splice(0)) wake();
    });
    this.connection.listen();
  }

  async begin(
    initializationOptions: object = {},
  ): Promise<{ readonly capabilities: Readonly<Record<string, unknown>> }> {
    const result = await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      initializationOptions,
    });
    await this.connection.sendNotification('initialized', {});
    return result as { readonly capabilities: Readonly<Record<string, unknown>> };
  }

  /** Opens a file with a text. @returns what is said of it */
  async open(file: string, text: string, languageId = 'yaml'): Promise<readonly Diagnostic[]> {
    const uri = uriOf(file);
    this.texts.set(uri, text);
    this.versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    return this.diagnostics(file);
  }

  /** Replaces the first piece of a text by another, as one keystroke does. @returns what is said of it then */
  async type(file: string, from: string, to: string): Promise<readonly Diagnostic[]> {
    const uri = uriOf(file);
    const text = this.texts.get(uri) ?? '';
    const at = text.indexOf(from);
    if (at < 0) throw new Error(`there is no ${JSON.stringify(from)} in ${file}`);
    const range = { start: positionIn(text, at), end: positionIn(text, at + from.length) };
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    this.texts.set(uri, text.slice(0, at) + to + text.slice(at + from.length));
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: to }],
    });
    return this.diagnostics(file);
  }

  /** What is said of the text as it is now. */
  async diagnostics(file: string): Promise<readonly Diagnostic[]> {
    const uri = uriOf(file);
    for (;;) {
      const heard = this.heard.get(uri);
      if (heard && heard.version === this.versions.get(uri)) return heard.diagnostics;
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve);
      });
    }
  }

  /** @param mark text; what is asked about is its first letter */
  async hover(file: string, mark: string): Promise<Hover | null> {
    return this.ask('textDocument/hover', file, mark);
  }

  /** The fixes where a text is, each with the text that it leaves. */
  async fixes(file: string, mark: string): Promise<readonly { readonly title: string; readonly text: string }[]> {
    const uri = uriOf(file);
    const text = this.texts.get(uri) ?? '';
    const start = positionIn(text, text.indexOf(mark));
    const actions = (await this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start, end: start },
      context: { diagnostics: [] },
    })) as CodeAction[];
    return actions.map(({ title, edit }) => ({ title, text: applied(text, own(edit?.changes, uri) ?? []) }));
  }

  /** The names offered behind a text. */
  async offers(file: string, mark: string): Promise<readonly string[]> {
    const text = this.texts.get(uriOf(file)) ?? '';
    const position = positionIn(text, text.indexOf(mark) + mark.length);
    const items = (await this.connection.sendRequest('textDocument/completion', {
      textDocument: { uri: uriOf(file) },
      position,
    })) as CompletionItem[];
    return items.map(({ label }) => label);
  }

  /** Says goodbye. @returns the exit code and what was written to the standard error */
  async close(): Promise<{ readonly code: number | null; readonly err: string }> {
    const ended = new Promise<number | null>((resolve) => this.child.once('close', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    return { code, err: this.said };
  }

  private ask<T>(method: string, file: string, mark: string): Promise<T> {
    const uri = uriOf(file);
    const text = this.texts.get(uri) ?? '';
    return this.connection.sendRequest(method, {
      textDocument: { uri },
      position: positionIn(text, text.indexOf(mark)),
    });
  }
}

const uriOf = (file: string): string => pathToFileURL(file).href;

function positionIn(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - before.lastIndexOf('\n') - 1 };
}

type TextEdit = { readonly range: Diagnostic['range']; readonly newText: string };

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (done, { range, newText }) => done.slice(0, offset(range.start)) + newText + done.slice(offset(range.end)),
      text,
    );
}
