import { graphlib, layout } from '@dagrejs/dagre';
import type { FigureArrow, FigureBlock, FigureBox } from '../../graders/course/lessons/blocks.ts';

/** A point, in pixels of the drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle by its middle. */
export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

export interface PlacedBox extends Rect {
  readonly box: FigureBox;
  /** The text of the box, a line each. */
  readonly lines: readonly string[];
}

export interface PlacedArrow {
  readonly kind: NonNullable<FigureArrow['clase']>;
  readonly points: readonly Point[];
  readonly label: (Rect & { readonly lines: readonly string[] }) | undefined;
}

export interface PlacedGroup extends Rect {
  readonly text: string;
}

/** A figure with a place for everything. */
export interface Drawing {
  /** Corner from which it is drawn: the name of a group may stand above the rest. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly arrows: readonly PlacedArrow[];
  readonly groups: readonly PlacedGroup[];
}

export const lineHeight = 18;
const margin = 10;
const charWidth = { box: 7.1, label: 6.2 };

/** What is let through or not, where many connections run side by side, goes as far round boxes as an arrow with a label does. */
const apart = ({ clase }: FigureArrow) =>
  clase === 'admitido' || clase === 'roto' ? { width: 16, height: 8, labelpos: 'c' } : {};

/**
 * Places a figure. The same data always gives the same drawing.
 * @param direction which way its arrows go: to the right, or down for a narrow screen
 */
export function place(figure: FigureBlock, direction: 'derecha' | 'abajo'): Drawing {
  const graph = new graphlib.Graph({ multigraph: true, compound: true });
  graph.setGraph({
    rankdir: direction === 'abajo' ? 'TB' : 'LR',
    // Groups one above the other need room for their names.
    nodesep: (figure.grupos?.length ?? 0) > 1 ? 52 : direction === 'abajo' ? 26 : 22,
    edgesep: 14,
    ranksep: direction === 'abajo' ? 36 : 44,
    marginx: margin,
    marginy: margin,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  const lines = new Map(figure.cajas.map((box) => [box.id, wrap(box.texto, direction === 'abajo' ? 16 : 18)]));
  for (const { id } of figure.grupos ?? []) graph.setNode(groupNode(id), {});
  for (const box of figure.cajas) {
    graph.setNode(box.id, sizeOf(lines.get(box.id) ?? [], charWidth.box, 30, 22));
    if (box.grupo !== undefined) graph.setParent(box.id, groupNode(box.grupo));
  }
  const arrows = (figure.flechas ?? []).map((arrow, index) => {
    const label = arrow.texto === undefined ? [] : wrap(arrow.texto, 18);
    const size = label.length === 0 ? apart(arrow) : { ...sizeOf(label, charWidth.label, 10, 4), labelpos: 'c' };
    graph.setEdge(arrow.de, arrow.a, size, String(index));
    return { arrow, label, index };
  });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    ...sizeWith(width, height, figure, graph),
    boxes: figure.cajas.map((box) => ({ box, lines: lines.get(box.id) ?? [], ...rectOf(graph.node(box.id)) })),
    arrows: arrows.map(({ arrow, label, index }) => {
      const edge = graph.edge(arrow.de, arrow.a, String(index));
      const at = label.length > 0 ? { ...rectOf(edge), lines: label } : undefined;
      return { kind: arrow.clase ?? 'datos', points: edge.points ?? [], label: at };
    }),
    groups: (figure.grupos ?? []).map(({ id, texto }) => ({
      text: texto,
      ...withRoom(rectOf(graph.node(groupNode(id)))),
    })),
  };
}

/** The drawing as a whole: groups are drawn with room for their name, which may stand out of what the layout takes for it. */
function sizeWith(width: number, height: number, figure: FigureBlock, graph: graphlib.Graph) {
  const groups = (figure.grupos ?? []).map(({ id, texto }) => ({
    ...withRoom(rectOf(graph.node(groupNode(id)))),
    name: texto.length * charWidth.label + 2 * margin,
  }));
  const left = Math.min(0, ...groups.map((one) => one.x - one.width / 2 - margin));
  const top = Math.min(0, ...groups.map((one) => one.y - one.height / 2 - margin));
  const right = Math.max(
    width,
    ...groups.map((one) => Math.max(one.x + one.width / 2 + margin, one.x - one.width / 2 + one.name)),
  );
  const bottom = Math.max(height, ...groups.map((one) => one.y + one.height / 2 + margin));
  return { left, top, width: Math.ceil(right - left), height: Math.ceil(bottom - top) };
}

const nameRoom = 18;

/** Pixels between a group and one that touches it. */
const between = 6;

function withRoom({ x, y, width, height }: Rect): Rect {
  return { x, y: y - (nameRoom + between) / 2, width, height: height + nameRoom - between };
}

const groupNode = (id: string): string => `grupo:${id}`;

function sizeOf(lines: readonly string[], char: number, padX: number, padY: number) {
  const longest = Math.max(...lines.map((line) => line.length), 2);
  return { width: Math.round(longest * char + padX), height: lines.length * lineHeight + padY };
}

function rectOf(node: Partial<Rect> | undefined): Rect {
  return { x: node?.x ?? 0, y: node?.y ?? 0, width: node?.width ?? 0, height: node?.height ?? 0 };
}

/** Breaks a text into lines of about so many characters, never within a word. */
export function wrap(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
