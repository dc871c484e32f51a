import { javascriptLanguage, typescriptLanguage } from '@codemirror/lang-javascript';
import { yamlLanguage } from '@codemirror/lang-yaml';
import { StreamLanguage } from '@codemirror/language';
import { dockerFile } from '@codemirror/legacy-modes/mode/dockerfile';
import { properties } from '@codemirror/legacy-modes/mode/properties';
import { python } from '@codemirror/legacy-modes/mode/python';
import { shell } from '@codemirror/legacy-modes/mode/shell';
import { xml } from '@codemirror/legacy-modes/mode/xml';
import type { Parser } from '@lezer/common';
import { classHighlighter, highlightCode } from '@lezer/highlight';
import { escapeHtml, type Html, trusted } from './html.ts';

const shellParser = StreamLanguage.define(shell).parser;
const parsers: Readonly<Record<string, Parser>> = {
  yaml: yamlLanguage.parser,
  yml: yamlLanguage.parser,
  dockerfile: StreamLanguage.define(dockerFile).parser,
  python: StreamLanguage.define(python).parser,
  py: StreamLanguage.define(python).parser,
  xml: StreamLanguage.define(xml).parser,
  cfg: StreamLanguage.define(properties).parser,
  sh: shellParser,
  bash: shellParser,
  shell: shellParser,
  console: shellParser,
  js: javascriptLanguage.parser,
  json: javascriptLanguage.parser,
  ts: typescriptLanguage.parser,
};

/** Colours code when the site is built, with the same token classes as the editor; unknown languages stay plain. */
export function highlight(code: string, language: string): Html {
  const parser = parsers[language.toLowerCase()];
  if (!parser) return trusted(escapeHtml(code));
  let out = '';
  const token = (text: string, classes: string) => {
    out += classes ? `<span class="${classes}">${escapeHtml(text)}</span>` : escapeHtml(text);
  };
  const newline = () => {
    out += '\n';
  };
  highlightCode(code, parser.parse(code), classHighlighter, token, newline);
  return trusted(out);
}

/** The language of a file, by its name. */
export function languageOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return /^Dockerfile/i.test(name) ? 'dockerfile' : name.slice(name.lastIndexOf('.') + 1);
}
