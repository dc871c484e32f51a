import type { Source } from '../../core/source.ts';
import type { Span } from '../../core/span.ts';
import type { FigureBlock, LabBlock, LessonFront, QuestionBlock } from './blocks.ts';

/** A lesson as its author wrote it, with what was found in it. */
export interface Lesson {
  readonly source: Source;
  readonly front: LessonFront;
  /** Markdown below the front matter, and the offset at which it begins. */
  readonly body: string;
  readonly bodyFrom: number;
  /** Headings of levels 2 and 3, in order. */
  readonly sections: readonly Section[];
  readonly links: readonly LessonLink[];
  readonly figures: readonly Placed<FigureBlock>[];
  readonly questions: readonly Placed<QuestionBlock>[];
  readonly labs: readonly Placed<LabBlock>[];
  /** Fences of code, by their language. */
  readonly code: readonly Placed<CodeBlock>[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly level: 2 | 3;
  readonly at: Span;
}

/** A link with its scheme, as `ejercicio:despliegue-canario`, `https://…` or `#seccion`. */
export interface LessonLink {
  readonly href: string;
  readonly at: Span;
}

export interface CodeBlock {
  readonly language: string;
  /** Name of the file it shows; empty where the author gives none. */
  readonly file: string;
  readonly text: string;
}

/** A block with the line of the body its fence opens in, which the renderer knows it by. */
export interface Placed<T> {
  readonly block: T;
  /** From 0. */
  readonly line: number;
  readonly at: Span;
}

/** What keeps a lesson from being published, in words for its author. */
export interface LessonProblem {
  readonly at: Span;
  readonly words: string;
}

export interface LessonRead {
  readonly source: Source;
  /** Absent where the front matter cannot be read. */
  readonly lesson?: Lesson;
  readonly problems: readonly LessonProblem[];
}
