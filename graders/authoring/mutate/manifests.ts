import { isMap, isScalar, isSeq, type Node, type Pair, parseAllDocuments, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Source } from '../../core/source.ts';
import { parseYaml } from '../../parse/yaml/yaml.ts';
import { distinct, type Edit, type Mutant, mutant } from './mutant.ts';
import type { Path, Place } from './place.ts';
import { changeOf, isLabel } from './scalars.ts';
import { weightEdits } from './weights.ts';

/** Every small change to a file of manifests that leaves it YAML and makes it mean something else. */
export function mutateManifests(source: Source): readonly Mutant[] {
  const before = meaning(source);
  const edits = documentsOf(source).flatMap((document) => editsOf(source.text, document));
  const mutants = [...edits, ...dropDocuments(source)].map((edit) => mutant(source, edit));
  return distinct(mutants, source).filter((one) => {
    const after = meaning(one.source);
    return after !== undefined && after !== before;
  });
}

function meaning(source: Source): string | undefined {
  const { documents, findings } = parseYaml(source);
  return findings.length > 0 ? undefined : JSON.stringify(documents.map(({ value }) => value));
}

function documentsOf({ text }: Source): readonly Place[] {
  const documents = parseAllDocuments(text);
  return ('empty' in documents ? [] : documents).flatMap(({ contents }) =>
    isMap(contents) ? [{ node: contents, path: [], name: nameOf(contents) }] : [],
  );
}

function nameOf(document: YAMLMap): string {
  return `${document.get('kind') ?? '?'}/${document.getIn(['metadata', 'name']) ?? '?'}`;
}

function editsOf(text: string, place: Place): readonly Edit[] {
  const { node } = place;
  if (isMap(node)) return mapEdits(text, place, node);
  if (isSeq(node)) return listEdits(text, place, node);
  const change = isScalar(node) ? changeOf(place.path, node.value) : undefined;
  return change ? [replace(text, place, change.mutator, change.text)] : [];
}

function mapEdits(text: string, place: Place, map: YAMLMap): readonly Edit[] {
  const pairs = map.items as Pair<Node, Node | null>[];
  return pairs.flatMap((pair, index) => {
    const key = isScalar(pair.key) ? String(pair.key.value) : '?';
    const path = [...place.path, key];
    const mutator = isLabel(path) ? 'drop-label' : 'drop-key';
    const inner = pair.value ? editsOf(text, { ...place, node: pair.value, path }) : [];
    const places = pairs.map(({ key: from, value }) => ({ from: start(from), to: end(value ?? from) }));
    return [drop(text, place, { mutator, path, empty: '{}' }, places, index), ...inner];
  });
}

function listEdits(text: string, place: Place, list: YAMLSeq): readonly Edit[] {
  const items = list.items as Node[];
  const places = items.map((item) => ({ from: start(item), to: end(item) }));
  return [
    ...items.flatMap((item, index) => {
      const path = [...place.path, index];
      return [
        drop(text, place, { mutator: 'remove-item', path, empty: '[]' }, places, index),
        ...editsOf(text, { ...place, node: item, path }),
      ];
    }),
    ...weightEdits(text, place, items),
  ];
}

/** Takes out one entry of a map or a list with its separator, in block and in flow style alike. */
function drop(
  text: string,
  container: Place,
  { mutator, path, empty }: { readonly mutator: string; readonly path: Path; readonly empty: string },
  entries: readonly { readonly from: number; readonly to: number }[],
  index: number,
): Edit {
  const [entry, previous, next] = [entries[index], entries[index - 1], entries[index + 1]];
  const at = `${container.name}.${path.join('.')}`;
  if (entry && next) return { mutator, at, from: entry.from, to: next.from, text: '' };
  if (entry && previous) return { mutator, at, from: previous.to, to: entry.to, text: '' };
  return { ...replace(text, container, mutator, empty), at };
}

/** Puts other text in the place of a value. */
export function replace(text: string, { node, path, name }: Place, mutator: string, value: string): Edit {
  const [from, to] = [start(node), end(node)];
  const endsLine = text.slice(from, to).endsWith('\n');
  return { mutator, at: `${name}.${path.join('.')}`, from, to, text: endsLine ? `${value}\n` : value };
}

const start = (node: Node): number => node.range?.[0] ?? 0;
const end = (node: Node): number => node.range?.[1] ?? 0;

/** Each document of several, left out. */
function dropDocuments(source: Source): readonly Edit[] {
  const documents = documentsOf(source);
  if (documents.length < 2) return [];
  return documents.map(({ node, name }) => ({
    mutator: 'drop-document',
    at: name,
    from: start(node),
    to: end(node),
    text: '\n',
  }));
}
