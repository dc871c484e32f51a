import { Composer, LineCounter, Parser, type Document as YamlDocument } from 'yaml';
import type { Finding } from '../../core/finding.ts';
import { Recent } from '../../core/recent.ts';
import type { Source } from '../../core/source.ts';
import { firstControlCharacter, withFlowsOnOneLine } from './characters.ts';
import { tooDeepIn } from './depth.ts';
import { DocumentReader, Unreadable, type YamlValue } from './reader.ts';
import { firstSyntaxFinding } from './syntax.ts';
import { likeKubectl } from './tags.ts';

export type { YamlValue };

/** A YAML file. With findings there are no documents: half a file is not graded. */
export interface YamlFile {
  readonly source: Source;
  readonly documents: readonly YamlValue[];
  readonly findings: readonly Finding[];
}

/** Files are asked about by several checks, and again after each save; what was worked out about their objects then holds. */
const recent = new Recent<YamlFile>(64, 100_000);

/**
 * Reads a YAML file of any number of documents, as `kubectl` would: merge keys, `yes`/`no` booleans, `0644` octal.
 * A file that cannot be read gives exactly one finding, the first. Empty documents are dropped.
 */
export function parseYaml(source: Source): YamlFile {
  return recent.of(`${source.path}\0${source.text}`, () => parsed(source));
}

function parsed(source: Source): YamlFile {
  try {
    return { source, documents: read(source), findings: [] };
  } catch (problem) {
    if (problem instanceof Unreadable) return { source, documents: [], findings: [visible(problem.finding, source)] };
    throw problem;
  }
}

/** An underline of at least one character, inside the text. */
function visible(problem: Finding, { text }: Source): Finding {
  const { path, from, to } = problem.at;
  if (from < to && to <= text.length) return problem;
  const start = Math.max(0, Math.min(from, text.length - 1));
  return { ...problem, at: { path, from: start, to: Math.min(text.length, Math.max(to, start + 1)) } };
}

function read(source: Source): YamlValue[] {
  const control = firstControlCharacter(source);
  if (control) throw new Unreadable(control);
  const lines = new LineCounter();
  return compose(source, lines).flatMap((document) => new DocumentReader(source, document, lines).document());
}

function compose(source: Source, lines: LineCounter): readonly YamlDocument.Parsed[] {
  const text = source.text.replace(/\r(?!\n)/g, '\n');
  const documents = parse({ ...source, text }, lines);
  const broken = firstSyntaxFinding({ ...source, text }, documents);
  if (!broken) return documents;
  const flat = withFlowsOnOneLine(text);
  const again = flat === text ? documents : parse({ ...source, text: flat });
  if (again.some(({ errors }) => errors.length > 0)) throw new Unreadable(broken);
  return again;
}

/** In two steps: the first keeps its own stack, so what nests too deeply never reaches the second, which is recursive. */
function parse(source: Source, lineCounter?: LineCounter): readonly YamlDocument.Parsed[] {
  const tokens = [...new Parser(lineCounter?.addNewLine).parse(source.text)];
  const deep = tooDeepIn(tokens, source);
  if (deep) throw new Unreadable(deep);
  const composer = new Composer({
    version: '1.2',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    customTags: likeKubectl,
    ...(lineCounter ? { lineCounter } : {}),
  });
  return [...composer.compose(tokens)] as YamlDocument.Parsed[];
}
