import type { Passes, Picture, PictureBox, Wire } from '../../../graders/lab/picture/index.ts';
import { flowWords } from '../../shared/flow-words.ts';
import { passMeans, passWords, pictureWords } from '../../shared/picture-words.ts';
import { element, withCode } from '../element.ts';
import { currentLang, say } from '../lang.ts';
import { type Cell, cellTable, type Head } from './cells.ts';
import type { PictureContext } from './context.ts';
import { isOfNetwork, nameOf, namesOf } from './figure.ts';

const kinds: Readonly<Record<Passes, string>> = { yes: 'in', no: 'denied', 'by-address': 'some' };

/** Who reaches whom past the NetworkPolicies, as a table whose cells open their reason; undefined where none has a say. */
export function networkTable(picture: Picture, context: PictureContext): HTMLElement | undefined {
  const wires = picture.wires.filter(isOfNetwork);
  if (wires.length === 0) return undefined;
  const boxes = new Map(picture.boxes.map((box) => [box.id, box]));
  const names = namesOf(picture, currentLang());
  const headOf = (id: string): Head => head(boxes.get(id), id);
  const [from, to] = [unique(wires.map((wire) => wire.from)), unique(wires.map((wire) => wire.to))];
  const way = (row: string, column: string) => `${names.get(row) ?? row} → ${names.get(column) ?? column}`;
  return cellTable({
    id: 'red',
    title: say(pictureWords.networkTable),
    who: say(flowWords.client),
    columns: to.map(headOf),
    rows: from.map((row) => ({
      head: headOf(row),
      cells: to.map((column) =>
        cellOf(
          wires.filter((wire) => wire.from === row && wire.to === column),
          way(row, column),
          context,
        ),
      ),
    })),
  });
}

const unique = (all: readonly string[]): readonly string[] => [...new Set(all)];

const head = (box: PictureBox | undefined, id: string): Head => ({
  name: box ? nameOf(box, currentLang()) : id,
  where: box?.namespace ?? '',
});

/** Some ports may be open and others not. */
function cellOf(wires: readonly Wire[], way: string, context: PictureContext): Cell | undefined {
  const passes = unique(wires.flatMap((wire) => wire.passes ?? [])) as readonly Passes[];
  const [only] = passes;
  if (!only) return undefined;
  const isMixed = passes.length > 1;
  const text = wires.map((wire) => `${wordOf(wire)}${isMixed ? ` ${wire.labels.join(', ')}` : ''}`);
  return {
    text: unique(text).join('; '),
    kind: isMixed ? 'some' : kinds[only],
    way,
    tell: () => wires.map((wire) => toldOf(wire, context)),
  };
}

const wordOf = ({ passes = 'no' }: Wire): string => say(passWords[passes]);

function toldOf({ passes = 'no', labels, because }: Wire, { grader, lineLink, light }: PictureContext): HTMLElement {
  const what = labels.length > 0 ? `${say(passMeans[passes])}: ${labels.join(', ')}` : say(passMeans[passes]);
  const link = because?.at && lineLink(because.at);
  if (because) light(because.at);
  const why = because ? withCode(`${grader.sayHop(because, currentLang())} `) : '';
  return element('p', {}, `${what.charAt(0).toUpperCase()}${what.slice(1)}. `, why, link);
}
