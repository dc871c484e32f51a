import type { Json } from '../../core/json.ts';
import { fill } from '../../core/messages.ts';
import type { Span } from '../../core/span.ts';
import type { Lang, Text } from '../../core/text.ts';
import { rangesIn, type TextOf } from '../places.ts';
import type { Palette } from './palette.ts';
import { safe } from './safe.ts';

/** What a screen needs to know of the person in front of it and of the files it talks about. */
export interface Screen {
  readonly lang: Lang;
  readonly palette: Palette;
  /** Columns. */
  readonly width: number;
  readonly textOf: TextOf;
  /** A source path as the person would open it from where they stand. */
  readonly shownPath: (path: string) => string;
  /** The person has asked for the results that findings hold back. */
  readonly reveal?: boolean;
}

/** A sentence of ours in the language of the screen. */
export function say(screen: Screen, text: Text, data: Readonly<Record<string, Json>> = {}): string {
  return fill(text, data, screen.lang);
}

/** `file:line:column`, as editors and terminals recognise it; the path alone for a file that has no text. */
export function placeOf(screen: Screen, at: Span): string {
  const path = safe(screen.shownPath(at.path));
  if (screen.textOf(at.path) === undefined) return path;
  const { start } = rangesIn(screen.textOf)(at);
  return `${path}:${start.line}:${start.column}`;
}

export function indent(lines: readonly string[], by: number): readonly string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line));
}
