import type { Extension } from '@codemirror/state';

/** The language of a file for the editor, where this page carries it; nothing for the rest. */
export type Languages = (file: string) => Extension;
