import type { Extension } from '@codemirror/state';
import * as dockerfile from '../languages/dockerfile.ts';
import * as literal from '../languages/literal.ts';
import * as manifests from '../languages/manifests.ts';
import * as settings from '../languages/settings.ts';
import * as shell from '../languages/shell.ts';
import { Editor } from './editor.ts';

const languages = [manifests, dockerfile, shell, settings, literal];

const languageOf = (file: string): Extension => languages.find(({ matches }) => matches(file))?.language(file) ?? [];

/** A script of its own, the same for exercises and lessons: a page loads it when its editor comes into sight. */
const made = { Editor, languageOf };

export type EditorScript = typeof made;

globalThis.timonelEditor = made;

declare global {
  var timonelEditor: EditorScript | undefined;
}
