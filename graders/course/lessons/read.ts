import createMarkdownIt, { type Token } from 'markdown-it';
import lessonSchema from '../../../schemas/lesson.schema.json' with { type: 'json' };
import type { Source } from '../../core/source.ts';
import { headOf, type Span } from '../../core/span.ts';
import type { JsonSchema } from '../../parse/spec/schema.ts';
import { specFindings } from '../../parse/spec/spec.ts';
import { writtenAs } from '../../parse/yaml/located.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { lineStarts } from '../../render/places.ts';
import { sayFinding } from '../../render/words.ts';
import type { FigureBlock, LabBlock, LessonFront, QuestionBlock } from './blocks.ts';
import { headingOf } from './heading.ts';
import type { CodeBlock, Lesson, LessonLink, LessonProblem, LessonRead, Placed, Section } from './lesson.ts';

/** Reads a lesson: what is data is checked against its type, and what is wrong is told where it is. */
export function readLesson(source: Source): LessonRead {
  const front = /^---\r?\n([\s\S]*?\n)---[ \t]*(?:\r?\n|$)/.exec(source.text);
  if (!front) {
    return { source, problems: [{ at: headOf(source), words: 'begins with no front matter between two lines `---`' }] };
  }
  const yamlFrom = source.text.indexOf('\n') + 1;
  const read = dataAt<LessonFront>(source, yamlFrom, yamlFrom + (front[1] ?? '').length, 'LessonFront');
  if ('problem' in read) return { source, problems: [read.problem] };
  return new Reading(source, read.value, front[0].length).read();
}

class Reading {
  private readonly body: string;
  /** Offset of each line of the body, in the source. */
  private readonly lines: readonly number[];
  private readonly problems: LessonProblem[] = [];
  private readonly sections: Section[] = [];
  private readonly links: LessonLink[] = [];
  private readonly figures: Placed<FigureBlock>[] = [];
  private readonly questions: Placed<QuestionBlock>[] = [];
  private readonly labs: Placed<LabBlock>[] = [];
  private readonly code: Placed<CodeBlock>[] = [];

  constructor(
    private readonly source: Source,
    private readonly front: LessonFront,
    private readonly bodyFrom: number,
  ) {
    this.body = source.text.slice(bodyFrom);
    this.lines = lineStarts(this.body).map((at) => at + bodyFrom);
  }

  read(): LessonRead {
    const tokens = createMarkdownIt({ html: false }).parse(this.body, {});
    for (const [index, token] of tokens.entries()) {
      if (token.type === 'heading_open') this.heading(token, tokens[index + 1]);
      else if (token.type === 'fence') this.fence(token);
      else if (token.type === 'inline') this.linksIn(token);
    }
    const { source, front, body, bodyFrom, sections, links, figures, questions, labs, code } = this;
    const lesson: Lesson = { source, front, body, bodyFrom, sections, links, figures, questions, labs, code };
    return { source, lesson, problems: this.problems };
  }

  private heading(token: Token, inline: Token | undefined): void {
    const level = Number(token.tag.slice(1));
    const at = this.linesAt(token);
    if (level === 1) this.problems.push({ at, words: 'is a heading of level 1: the title is in the front matter' });
    if (level !== 2 && level !== 3) return;
    const { id, title } = headingOf(inline?.content ?? '');
    this.sections.push({ id, title, level, at });
  }

  private fence(token: Token): void {
    const [language = '', file = ''] = token.info.trim().split(/\s+/);
    const at = this.linesAt(token);
    const line = token.map?.[0] ?? 0;
    if (language === 'figura') this.block(token, 'FigureBlock', this.figures);
    else if (language === 'pregunta') this.block(token, 'QuestionBlock', this.questions);
    else if (language === 'laboratorio') this.block(token, 'LabBlock', this.labs);
    else this.code.push({ block: { language, file, text: token.content }, line, at });
  }

  /** @param type the name of the type `T`, which its schema has */
  private block<T>(token: Token, type: string, into: Placed<T>[]): void {
    const [first = 0, end = 0] = token.map ?? [];
    const [from, to] = [this.lineStart(first + 1), this.lineStart(end - 1)];
    const read = dataAt<T>(this.source, from, Math.max(from, to), type);
    if ('problem' in read) this.problems.push(read.problem);
    else into.push({ block: read.value, line: first, at: this.linesAt(token) });
  }

  private linksIn(token: Token): void {
    const around = this.linesAt(token);
    for (const child of token.children ?? []) {
      if (child.type !== 'link_open') continue;
      const href = String(child.attrGet('href') ?? '');
      const found = this.source.text.indexOf(`](${href}`, around.from);
      const at =
        found >= around.from && found < around.to
          ? { ...around, from: found + 2, to: found + 2 + href.length }
          : around;
      this.links.push({ href, at });
    }
  }

  private linesAt({ map }: Token): Span {
    const [first = 0, end = first + 1] = map ?? [];
    const to = this.lineStart(end);
    return { path: this.source.path, from: this.lineStart(first), to: Math.max(this.lineStart(first), to - 1) };
  }

  private lineStart(line: number): number {
    return this.lines[line] ?? this.source.text.length;
  }
}

type Data<T> = { readonly value: T } | { readonly problem: LessonProblem };

/** Reads data that stands in a part of a file. All around it is blanked, so that places are those of the file. */
function dataAt<T>(source: Source, from: number, to: number, type: string): Data<T> {
  // One blank line, as long as all that stands before: no parser looks at it twice.
  const blank = from === 0 ? '' : `${' '.repeat(from - 1)}\n`;
  const alone = blank + source.text.slice(from, to);
  const yaml = parseYaml({ path: source.path, text: alone });
  const schema = { ...lessonSchema, $ref: `#/definitions/${type}` } as unknown as JsonSchema;
  for (const document of yaml.documents) takeAsWritten(document.value);
  const [found] = specFindings(yaml, schema);
  if (!found) return { value: yaml.documents[0]?.value as T };
  const at = found.at.from < from ? { path: source.path, from, to: Math.max(from, to - 1) } : found.at;
  return { problem: { at, words: sayFinding(found, 'en') } };
}

/** A word that YAML takes for something else is what its author wrote: `texto: No`, `id: y`. */
function takeAsWritten(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (words.has(key) && (typeof inner === 'boolean' || typeof inner === 'number')) {
      Object.assign(value, { [key]: writtenAs(value, key) ?? String(inner) });
    } else takeAsWritten(inner);
  }
}

const words: ReadonlySet<string> = new Set([
  'summary',
  'es',
  'en',
  'id',
  'texto',
  'titulo',
  'resumen',
  'porque',
  'prueba',
  'grupo',
  'de',
  'a',
]);
