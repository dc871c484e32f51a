import variantsSchema from '../../../schemas/variants.schema.json' with { type: 'json' };
import type { ExerciseSpec } from '../../checks/kinds.ts';
import { nearest } from '../../core/nearest.ts';
import type { Source } from '../../core/source.ts';
import { rangeOf, type Span } from '../../core/span.ts';
import type { Text } from '../../core/text.ts';
import type { JsonSchema } from '../../parse/spec/schema.ts';
import { specFindings } from '../../parse/spec/spec.ts';
import { keySpanOf, spanAt } from '../../parse/yaml/located.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { catalogue } from '../../render/catalogue.ts';
import { sayFinding } from '../../render/words.ts';
import { type EditProblem, editLines } from './edit.ts';
import type { AcceptedVariant, Edit, ExpectedFinding, PlacedFinding, RejectedVariant, VariantsFile } from './file.ts';
import { findLines, linesOf } from './lines.ts';

export type Group = 'accepted' | 'rejected';
export const groups: readonly Group[] = ['accepted', 'rejected'];

/** A finding that a variant must get. */
export interface Expected {
  readonly id: string;
  /** Line of `variantes.yaml` that says so. */
  readonly writtenOn: number;
  /** Where it may start; anywhere when undefined. */
  readonly at?: { readonly path: string; readonly lines: readonly number[] };
  /** The words it marks, when they are told. */
  readonly marks?: string;
}

/** A variant that is written as edits of the reference. */
export interface EditedVariant {
  readonly group: Group;
  readonly name: string;
  /** Line of `variantes.yaml` where it begins. */
  readonly line: number;
  /** The answer files that differ, where they would stand if the variant were a folder. */
  readonly changed: readonly Source[];
  readonly expected: readonly Expected[];
}

/** What is wrong with a `variantes.yaml`, for its author. */
export interface VariantProblem {
  readonly path: string;
  readonly line: number;
  readonly words: string;
  /** The same in Spanish. */
  readonly es: string;
}

export interface EditedVariants {
  readonly variants: readonly EditedVariant[];
  readonly problems: readonly VariantProblem[];
}

/** What the edits are made to, and what they may not be called. */
export interface Around {
  readonly answers: ExerciseSpec['answers'];
  /** The reference, in the order of the answers. */
  readonly reference: readonly Source[];
  /** `solutions/13-despliegue-canario` */
  readonly solution: string;
  /** `rejected/mitad-y-mitad`: variants that are folders. */
  readonly folders: ReadonlySet<string>;
}

/** Reads `variantes.yaml`. A variant that cannot be made is a problem and no variant; the others are none the worse for it. */
export function editedVariants(source: Source, around: Around): EditedVariants {
  if (source.text.trim() === '') return { variants: [], problems: [] };
  const yaml = parseYaml(source);
  const [invalid] = specFindings(yaml, variantsSchema as unknown as JsonSchema);
  if (invalid) {
    const { line } = rangeOf(source.text, invalid.at).start;
    const said = { words: sayFinding(invalid, 'en'), es: sayFinding(invalid, 'es') };
    return { variants: [], problems: [{ path: source.path, line, ...said }] };
  }
  const file = yaml.documents[0]?.value as VariantsFile;
  const reading = new Reading(source, file, around);
  return { variants: groups.flatMap((group) => reading.group(group)), problems: reading.problems };
}

class Reading {
  readonly problems: VariantProblem[] = [];

  constructor(
    private readonly source: Source,
    private readonly file: VariantsFile,
    private readonly around: Around,
  ) {}

  group(group: Group): EditedVariant[] {
    const all: readonly (readonly [string, AcceptedVariant | RejectedVariant])[] = Object.entries(
      this.file[group] ?? {},
    );
    return all.flatMap(([name, variant]) => {
      const before = this.problems.length;
      const made = this.variant(group, name, variant);
      return this.problems.length === before ? [made] : [];
    });
  }

  private variant(group: Group, name: string, variant: AcceptedVariant | RejectedVariant): EditedVariant {
    const at = keySpanOf(this.file[group], name);
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))
      this.say(at, {
        es: `«${name}» no es un nombre: minúsculas, cifras y guiones`,
        en: `«${name}» is no name: small letters, digits and hyphens`,
      });
    if (this.around.folders.has(`${group}/${name}`))
      this.say(at, { es: `también hay una carpeta ${group}/${name}`, en: `there is a folder ${group}/${name} too` });
    const written = new Map<string, readonly number[]>();
    const changed = this.around.answers.flatMap(({ file }, index) => {
      const path = `${this.around.solution}/${group}/${name}/${file}`;
      const edited = this.edited(group, name, variant.edits, file, this.around.reference[index]?.text ?? '');
      if (!edited) return [];
      written.set(path, edited.written);
      return [{ path, text: edited.text }];
    });
    this.refuseStrangeFiles(group, name, variant.edits);
    const expected = 'expect' in variant ? this.expected(group, name, variant.expect, { changed, written }) : [];
    return { group, name, line: this.lineOf(at), changed, expected };
  }

  private edited(group: Group, name: string, all: readonly Edit[], file: string, text: string) {
    const mine = all.flatMap((edit, index) => (edit.file === file ? [{ ...edit, index }] : []));
    if (mine.length === 0) return undefined;
    const made = editLines(text, mine);
    if (!('problem' in made)) return made;
    const field = made.problem === 'nothing' ? 'replace' : 'find';
    const at = spanAt(this.file, [group, name, 'edits', mine[made.edit]?.index ?? 0, field]);
    this.say(at, sayEditProblem(made, file));
    return undefined;
  }

  private refuseStrangeFiles(group: Group, name: string, edits: readonly Edit[]): void {
    for (const [index, { file }] of edits.entries()) {
      this.refuseStrangeFile(file, spanAt(this.file, [group, name, 'edits', index, 'file']));
    }
  }

  private refuseStrangeFile(file: string, at: Span | undefined): void {
    const known = this.around.answers.map((answer) => answer.file);
    if (known.includes(file)) return;
    const all = known.join(', ');
    this.say(at, { es: `${file} no es un fichero de respuesta: ${all}`, en: `${file} is no answer file: ${all}` });
  }

  private expected(
    group: Group,
    name: string,
    expect: RejectedVariant['expect'],
    {
      changed,
      written,
    }: { readonly changed: readonly Source[]; readonly written: ReadonlyMap<string, readonly number[]> },
  ): readonly Expected[] {
    const isList = Array.isArray(expect);
    const all = (isList ? expect : [expect]) as readonly ExpectedFinding[];
    return all.flatMap((one, index) => {
      const path = [group, name, 'expect', ...(isList ? [index] : [])];
      const found: PlacedFinding = typeof one === 'string' ? { id: one } : one;
      const at = spanAt(this.file, typeof one === 'string' ? path : [...path, 'id']);
      const { id, file, line, marks, anywhere } = found;
      if (!catalogue.has(id)) {
        const near = nearest(id, [...catalogue.keys()]);
        this.say(at, {
          es: `no hay ningún hallazgo ${id}${near === undefined ? '' : `; ¿querías decir ${near}?`}`,
          en: `there is no finding ${id}${near === undefined ? '' : `; did you mean ${near}?`}`,
        });
      }
      const place = { id, writtenOn: this.lineOf(at), ...(marks !== undefined && { marks }) };
      if (anywhere) return [place];
      if (file !== undefined) this.refuseStrangeFile(file, spanAt(this.file, [...path, 'file']));
      const source = this.sourceOf(file, changed);
      if (!source) {
        this.say(at, {
          es: `cambia ${changed.length} ficheros: di en cuál está ${id} con \`file\``,
          en: `edits ${changed.length} files: say in which \`file\` ${id} is`,
        });
        return [];
      }
      const lines =
        line === undefined ? (written.get(source.path) ?? []) : this.linesLike(source, line, [...path, 'line']);
      if (lines.length === 0 && line === undefined)
        this.say(at, {
          es: `los cambios no escriben ninguna línea: di en cuál empieza ${id} con \`line\``,
          en: `the edits write no line: say on which \`line\` ${id} starts`,
        });
      return [{ ...place, at: { path: source.path, lines } }];
    });
  }

  /** Where a finding is: the only file that is edited, or the one that is named, which may be the one of the reference. */
  private sourceOf(file: string | undefined, changed: readonly Source[]): Source | undefined {
    if (file === undefined) return changed.length === 1 ? changed[0] : undefined;
    const index = this.around.answers.findIndex((answer) => answer.file === file);
    return changed.find(({ path }) => path.endsWith(`/${file}`)) ?? this.around.reference[index];
  }

  private linesLike({ text }: Source, line: string, path: readonly (string | number)[]): readonly number[] {
    const found = findLines(text.split('\n'), linesOf(line));
    const lines = found.map(({ from }) => from + 1);
    if (lines.length !== 1) {
      const { es, en } = times(lines);
      this.say(spanAt(this.file, path), { es: `${es} en la variante`, en: `${en} in the variant` });
    }
    return lines;
  }

  private say(at: Span | undefined, { es, en }: Text): void {
    this.problems.push({ path: this.source.path, line: this.lineOf(at), words: en, es });
  }

  private lineOf(at: Span | undefined): number {
    return at ? rangeOf(this.source.text, at).start.line : 1;
  }
}

function sayEditProblem(problem: EditProblem, file: string): Text {
  switch (problem.problem) {
    case 'nothing':
      return { es: 'cambia las líneas por ellas mismas', en: 'replaces the lines by themselves' };
    case 'overlaps':
      return {
        es: `cambia líneas de ${file} que ya cambia otra edición de la variante`,
        en: `replaces lines of ${file} that another edit of the variant replaces`,
      };
    default: {
      const { es, en } = times(problem.lines);
      return { es: `${es} en la referencia ${file}`, en: `${en} in the reference ${file}` };
    }
  }
}

/** How often some lines occur that have to do so once. */
function times(lines: readonly number[]): Text {
  const all = lines.join(', ');
  return lines.length === 0
    ? { es: 'no aparece', en: 'occurs nowhere' }
    : { es: `aparece ${lines.length} veces (líneas ${all})`, en: `occurs ${lines.length} times (lines ${all})` };
}
