import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import type { Source } from '../../core/source.ts';
import { distinct, type Edit, type Mutant, mutant } from './mutant.ts';

/** One instruction, what it is called in `harmless.yaml` (`RUN 2`), and where it stands. */
interface Place {
  readonly instruction: Instruction;
  readonly keyword: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Every small change to a Dockerfile that leaves it a Dockerfile. */
export function mutateDockerfile(source: Source): readonly Mutant[] {
  const places = placesOf(source);
  const edits = places.flatMap((place, index) => [
    drop(source, place),
    ...swap(source, place, places[index + 1]),
    ...argumentEdits(source.text, place),
  ]);
  return distinct(
    edits.map((edit) => mutant(source, edit)),
    source,
  );
}

function placesOf({ text }: Source): readonly Place[] {
  const offset = offsets(text);
  const counts = new Map<string, number>();
  return DockerfileParser.parse(text)
    .getInstructions()
    .map((instruction) => {
      const keyword = instruction.getKeyword();
      const count = (counts.get(keyword) ?? 0) + 1;
      counts.set(keyword, count);
      return { instruction, keyword, name: `${keyword} ${count}`, ...offset(instruction.getRange()) };
    });
}

type Range = ReturnType<Instruction['getRange']>;

/** Lines and characters of `dockerfile-ast`, as offsets. */
function offsets(text: string): (range: Range) => { readonly from: number; readonly to: number } {
  const lines = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  const offset = ({ line, character }: Range['start']) => (lines[line] ?? text.length) + character;
  return ({ start, end }) => ({ from: offset(start), to: offset(end) });
}

function drop({ text }: Source, { name, from, to }: Place): Edit {
  return { mutator: 'drop-instruction', at: name, from, to: text[to] === '\n' ? to + 1 : to, text: '' };
}

/** Two neighbours exchanged; what lies between them (comments, blank lines) stays. */
function swap({ text }: Source, place: Place, next: Place | undefined): readonly Edit[] {
  if (!next) return [];
  const [first, between, second] = [
    text.slice(place.from, place.to),
    text.slice(place.to, next.from),
    text.slice(next.from, next.to),
  ];
  const swapped = second + between + first;
  return [{ mutator: 'swap-instructions', at: place.name, from: place.from, to: next.to, text: swapped }];
}

function argumentEdits(text: string, place: Place): readonly Edit[] {
  const written = text.slice(place.from, place.to);
  const changes = changesOf[place.keyword]?.(written) ?? [];
  const flagless = written.replace(/\s--[a-z]+(?:=\S+)?/, '');
  const all = flagless === written ? changes : [...changes, { mutator: 'drop-flag', text: flagless }];
  return all.map((change) => ({ ...change, at: place.name, from: place.from, to: place.to }));
}

interface Change {
  readonly mutator: string;
  readonly text: string;
}

const changesOf: Readonly<Record<string, (written: string) => readonly Change[]>> = {
  FROM: (written) => [
    { mutator: 'change-base', text: written.replace(/^(FROM\s+(?:--\S+\s+)*)\S+/i, '$1busybox:1.37') },
    { mutator: 'latest-base', text: written.replace(/^(FROM\s+(?:--\S+\s+)*)([^\s:@]+)\S*/i, '$1$2:latest') },
  ],
  RUN: () => [{ mutator: 'empty-run', text: 'RUN true' }],
  CMD: commandChanges,
  ENTRYPOINT: commandChanges,
  USER: () => [{ mutator: 'root-user', text: 'USER root' }],
  WORKDIR: () => [{ mutator: 'move-workdir', text: 'WORKDIR /otro' }],
  COPY: copyChanges,
  ADD: copyChanges,
  ENV: valueChange,
  ARG: valueChange,
  EXPOSE: (written) => [{ mutator: 'change-port', text: written.replace(/\d+/, (port) => String(Number(port) + 1)) }],
};

/** The command changed in its last word, in each of its words, and written as JSON that is none. */
function commandChanges(written: string): readonly Change[] {
  const words = [...written.matchAll(/"((?:\\.|[^"\\])*)"/g)];
  const changed = words.map((word, index) => ({
    mutator: index === words.length - 1 ? 'change-command' : `change-argument-${index}`,
    text: `${written.slice(0, word.index)}"otro"${written.slice(word.index + word[0].length)}`,
  }));
  const shellForm = words.length === 0 ? [{ mutator: 'change-command', text: `${written.split(/\s+/)[0]} otro` }] : [];
  const quotes = /\[/.test(written) ? [{ mutator: 'broken-json', text: written.replaceAll('"', "'") }] : [];
  return [...changed, ...shellForm, ...quotes];
}

function copyChanges(written: string): readonly Change[] {
  const paths = /^(\w+\s+(?:--\S+\s+)*)(\S+)(\s+(?:\S+\s+)*)(\S+)$/;
  return [
    { mutator: 'rename-source', text: written.replace(paths, '$1no-existe$3$4') },
    { mutator: 'move-target', text: written.replace(paths, '$1$2$3/otro/') },
  ];
}

function valueChange(written: string): readonly Change[] {
  return [{ mutator: 'change-value', text: written.replace(/=(?:"[^"]*"|\S*)/, '=otro') }];
}
