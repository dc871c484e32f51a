import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  type Connection,
  createConnection,
  type Diagnostic,
  DiagnosticSeverity,
  type Hover,
  MarkupKind,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity } from '../../core/finding.ts';
import { fill } from '../../core/messages.ts';
import type { Lang } from '../../core/text.ts';
import { readText } from '../../course/files.ts';
import { catalogue } from '../../render/catalogue.ts';
import { rangesIn, textsOf } from '../../render/places.ts';
import { sayFinding, sayHop } from '../../render/words.ts';
import type { Context, ExitCode } from '../io.ts';
import { offersAt } from './completion.ts';
import { Engine, type Examined } from './engine.ts';
import { fixesFor } from './fixes.ts';
import { namesIn, type Readings } from './names.ts';
import { placeAt } from './place.ts';

/** Several keystrokes that come together are looked at once. Milliseconds. */
const pause = 20;
/** Steps of a trace beside a diagnostic. */
const mostSteps = 12;

/** Serves an editor over stdin and stdout until it says goodbye. */
export function runLanguageServer(context: Context): Promise<ExitCode> {
  const output = context.out as unknown as NodeJS.WritableStream;
  const connection = createConnection(new StreamMessageReader(context.input), new StreamMessageWriter(output));
  return new Promise((resolve) => {
    new LanguageServer(connection, context).listen();
    connection.onExit(() => resolve(0));
  });
}

/** What was last said of an open file. */
interface Said {
  readonly version: number;
  readonly examined: Examined;
}

class LanguageServer {
  private readonly documents = new TextDocuments(TextDocument);
  private readonly engine = new Engine();
  private readonly said = new Map<string, Said>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly readings = new Map<string, Readings>();
  private lang: Lang;

  constructor(
    private readonly connection: Connection,
    private readonly context: Context,
  ) {
    this.lang = context.lang;
  }

  listen(): void {
    const { connection, documents } = this;
    connection.onInitialize(({ initializationOptions }) => {
      const wanted = (initializationOptions as { lang?: unknown } | undefined)?.lang;
      if (wanted === 'es' || wanted === 'en') this.lang = wanted;
      return {
        capabilities: {
          textDocumentSync: TextDocumentSyncKind.Incremental,
          hoverProvider: true,
          codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
          completionProvider: { triggerCharacters: [':', ' ', '-', '/'] },
        },
        serverInfo: { name: 'timonel', version: this.context.version },
      };
    });
    documents.onDidChangeContent(({ document }) => this.schedule(document.uri));
    documents.onDidClose(({ document }) => this.forget(document.uri));
    documents.onDidSave(({ document }) => this.lookAgain(document.uri));
    connection.onHover(({ textDocument, position }) => this.hover(textDocument.uri, position));
    connection.onCodeAction(({ textDocument, range }) => this.fixes(textDocument.uri, range));
    connection.onCompletion(({ textDocument, position }) => this.completion(textDocument.uri, position));
    documents.listen(connection);
    connection.listen();
  }

  private schedule(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.set(
      uri,
      setTimeout(() => this.tell(uri), pause),
    );
  }

  private forget(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    this.said.delete(uri);
    this.readings.delete(uri);
    void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** A file may have been the world of others that are open. */
  private lookAgain(saved: string): void {
    for (const { uri } of this.documents.all()) if (uri !== saved) this.schedule(uri);
  }

  private tell(uri: string): void {
    this.timers.delete(uri);
    const document = this.documents.get(uri);
    if (!document) return;
    const examined = this.look(document);
    this.said.set(uri, { version: document.version, examined });
    const diagnostics = examined.findings.map((finding) => this.diagnostic(finding, document, examined));
    void this.connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  }

  /** What the engine says now. A defect of ours leaves a file without diagnostics, and the editor with a server. */
  private look(document: TextDocument): Examined {
    const file = fileOf(document);
    const open = new Map(this.documents.all().map((one) => [fileOf(one), one.getText()]));
    try {
      return this.engine.examine(file, open);
    } catch (problem) {
      this.connection.console.error(problem instanceof Error ? (problem.stack ?? problem.message) : String(problem));
      return { findings: [], sources: [], fileOf: () => file, world: [] };
    }
  }

  private fresh(document: TextDocument): Examined {
    const said = this.said.get(document.uri);
    if (said?.version === document.version) return said.examined;
    const examined = this.look(document);
    this.said.set(document.uri, { version: document.version, examined });
    return examined;
  }

  private diagnostic(finding: Finding, document: TextDocument, examined: Examined): Diagnostic {
    const doc = catalogue.get(finding.id)?.doc;
    const because = finding.because?.hops.slice(-mostSteps) ?? [];
    const range = rangeOf(document, finding.at);
    const related = because.map((hop) => ({
      location: hop.at ? this.locationOf(hop.at, examined) : { uri: document.uri, range },
      message: plainText(sayHop(hop, this.lang)),
    }));
    return {
      range,
      severity: severities[finding.severity],
      code: finding.id,
      source: 'timonel',
      message: plainText(sayFinding(finding, this.lang)),
      ...(doc !== undefined && { codeDescription: { href: pathToFileURL(join(this.context.home, doc)).href } }),
      ...(related.length > 0 && { relatedInformation: related }),
    };
  }

  private locationOf(at: Finding['at'], examined: Examined): { uri: string; range: Range } {
    const { start, end } = rangesIn(textsOf(examined.sources))(at);
    const file = examined.fileOf(at.path);
    const uri = this.documents.all().find((one) => fileOf(one) === file)?.uri ?? pathToFileURL(file).href;
    return {
      uri,
      range: {
        start: { line: start.line - 1, character: start.column - 1 },
        end: { line: end.line - 1, character: end.column - 1 },
      },
    };
  }

  /** The pages of what is found at a place. */
  private hover(uri: string, position: Range['start']): Hover | undefined {
    const document = this.documents.get(uri);
    if (!document) return undefined;
    const offset = document.offsetAt(position);
    const found = this.fresh(document).findings.filter(({ at }) => at.from <= offset && offset <= at.to);
    const [first] = found;
    if (!first) return undefined;
    const pages = [...new Map(found.map((one) => [one.id, one])).values()].map((one) => this.page(one));
    return {
      contents: { kind: MarkupKind.Markdown, value: pages.join('\n\n---\n\n') },
      range: rangeOf(document, first.at),
    };
  }

  private page(finding: Finding): string {
    const entry = catalogue.get(finding.id);
    const page = entry ? (readText(join(this.context.home, entry.doc), entry.doc).text ?? '') : '';
    const title = entry?.about.title[this.lang] ?? finding.id;
    return [`**${title}** · \`${finding.id}\``, sayFinding(finding, this.lang), page.replace(/^# .*\n+/, '')].join(
      '\n\n',
    );
  }

  private fixes(uri: string, range: Range): CodeAction[] {
    const document = this.documents.get(uri);
    if (!document) return [];
    const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const examined = this.fresh(document);
    const here = examined.findings.filter(({ at }) => at.from <= to && from <= at.to);
    return here.flatMap((finding) =>
      fixesFor(finding, document.getText()).map((fix, index) => ({
        title: fix.title[this.lang],
        kind: CodeActionKind.QuickFix,
        diagnostics: [this.diagnostic(finding, document, examined)],
        isPreferred: index === 0,
        edit: {
          changes: {
            [uri]: fix.edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.text })),
          },
        },
      })),
    );
  }

  private completion(uri: string, position: Range['start']): CompletionItem[] {
    const document = this.documents.get(uri);
    if (!document) return [];
    const offset = document.offsetAt(position);
    const place = placeAt(document.getText(), offset);
    if (!place) return [];
    const kept = this.readings.get(uri) ?? new Map();
    this.readings.set(uri, kept);
    const range = rangeOf(document, { from: place.from, to: offset });
    return offersAt(place, namesIn(this.fresh(document).world, kept)).map(({ text, detail }) => ({
      label: text,
      kind: CompletionItemKind.Reference,
      detail: fill(detail, {}, this.lang),
      textEdit: { range, newText: text },
    }));
  }
}

function rangeOf(document: TextDocument, at: { readonly from: number; readonly to: number }): Range {
  return { start: document.positionAt(at.from), end: document.positionAt(at.to) };
}

/** Where a document is; one that was never saved is looked at by its language alone. */
function fileOf({ uri, languageId }: TextDocument): string {
  if (uri.startsWith('file:')) {
    try {
      return fileURLToPath(uri);
    } catch {
      // An address of another machine, as Windows writes some.
    }
  }
  return join('/', `${encodeURIComponent(uri)}`, languageId === 'dockerfile' ? 'Dockerfile' : 'sin-guardar.yaml');
}

/** Editors show diagnostics as plain text. */
const plainText = (sentence: string): string => sentence.replace(/`([^`]+)`/g, '«$1»');

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};
