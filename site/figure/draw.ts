import type { BoxClass } from '../../graders/course/lessons/blocks.ts';
import { type Drawing, lineHeight, type PlacedArrow, type PlacedBox, type PlacedGroup, type Point } from './layout.ts';
import { type Shape, shape } from './shape.ts';

/**
 * A drawing as SVG: one visual grammar for all figures. A kind of thing is known by its outline first and its tint second;
 * colours are those of the theme, by class.
 * @param id unique in the page
 * @param names ids of the elements that name it
 */
export function draw({ left, top, width, height, boxes, arrows, groups }: Drawing, id: string, names: string): Shape {
  const viewBox = `${round(left)} ${round(top)} ${width} ${height}`;
  return shape(
    'svg',
    { class: 'drawing', viewBox, width, height, role: 'img', 'aria-labelledby': names },
    shape(
      'defs',
      {},
      [...new Set(arrows.map(({ kind }) => kind))].map((kind) => arrowHead(kind, id)),
    ),
    groups.map(groupShape),
    arrows.map((arrow) => line(arrow, id)),
    boxes.map(boxShape),
    arrows.map(labelOf),
  );
}

function arrowHead(kind: PlacedArrow['kind'], id: string): Shape {
  return shape(
    'marker',
    {
      ...{ id: `${id}-${kind}`, class: `head head--${kind}`, viewBox: '0 0 10 10', refX: 9, refY: 5 },
      ...{ markerWidth: 8, markerHeight: 8, orient: 'auto-start-reverse' },
    },
    shape('path', { d: 'M0 0 10 5 0 10z' }),
  );
}

function groupShape({ x, y, width, height, text }: PlacedGroup): Shape {
  const [left, top] = [round(x - width / 2), round(y - height / 2)];
  return shape(
    'g',
    { class: 'group' },
    shape('rect', { x: left, y: top, width: round(width), height: round(height), rx: 10 }),
    shape('text', { x: left + 10, y: top + 17 }, text),
  );
}

function line({ kind, points }: PlacedArrow, id: string): Shape {
  return shape('path', { class: `arrow arrow--${kind}`, d: pathOf(points), 'marker-end': `url(#${id}-${kind})` });
}

function labelOf({ label, kind, points }: PlacedArrow): readonly Shape[] {
  const middle = points[Math.floor(points.length / 2)];
  const broken = kind === 'roto' && middle ? [cross(label ? (points[1] ?? middle) : middle)] : [];
  if (!label) return broken;
  const { x, y, width, height, lines } = label;
  const plate = shape('rect', { x: round(x - width / 2), y: round(y - height / 2), width, height, rx: 4 });
  return [shape('g', { class: `label label--${kind}` }, plate, words(lines, x, y)), ...broken];
}

const cross = ({ x, y }: Point): Shape =>
  shape('path', { class: 'cross', d: `M${round(x - 5)} ${round(y - 5)}l10 10m0-10l-10 10` });

function boxShape(placed: PlacedBox): Shape {
  const { box, x, y, lines } = placed;
  const kind = box.clase ?? 'proceso';
  return shape(
    'g',
    { class: `box box--${kind}`, 'data-box': box.id },
    outline(kind, placed),
    words(lines, x, kind === 'almacen' ? y + 4 : y),
  );
}

function words(lines: readonly string[], x: number, y: number): Shape {
  const first = y - ((lines.length - 1) * lineHeight) / 2 + 5;
  return shape(
    'text',
    { 'text-anchor': 'middle' },
    lines.map((one, index) => shape('tspan', { x: round(x), y: round(first + index * lineHeight) }, one)),
  );
}

/** The outline that a kind of thing is known by. */
function outline(kind: BoxClass, { x, y, width, height }: PlacedBox): readonly Shape[] {
  const [left, top, right, bottom] = [x - width / 2, y - height / 2, x + width / 2, y + height / 2].map(round) as [
    number,
    number,
    number,
    number,
  ];
  const rect = (radius: number, dx = 0, dy = 0) =>
    shape('rect', { x: left + dx, y: top + dy, width: round(width), height: round(height), rx: radius });
  const detail = (d: string) => shape('path', { class: 'detail', d });
  switch (kind) {
    case 'cliente':
    case 'servicio':
      return [rect(Math.min(height / 2, 26))];
    case 'carga':
      return [rect(6, 5, 5), rect(6)];
    case 'puerta':
      return [polygon([left + 10, top, right - 10, top, right, y, right - 10, bottom, left + 10, bottom, left, y])];
    case 'politica':
      return [
        polygon([
          ...[left + 8, top, right - 8, top, right, top + 8, right, bottom - 8],
          ...[right - 8, bottom, left + 8, bottom, left, bottom - 8, left, top + 8],
        ]),
      ];
    case 'almacen': {
      const lid = `a${round(width / 2)} 6 0 0`;
      return [
        shape('path', {
          d: `M${left} ${top + 6}${lid} 1 ${round(width)} 0v${round(height - 12)}${lid} 1 ${-round(width)} 0z`,
        }),
        detail(`M${left} ${top + 6}${lid} 0 ${round(width)} 0`),
      ];
    }
    case 'imagen':
      return [rect(3), detail(`M${left} ${bottom - 4}h${round(width)}M${left} ${bottom - 8}h${round(width)}`)];
    case 'dato':
      return [
        shape('path', { d: `M${left} ${top}H${right - 10}L${right} ${top + 10}V${bottom}H${left}z` }),
        detail(`M${right - 10} ${top}V${top + 10}H${right}`),
      ];
    case 'plano':
      return [rect(3), detail(`M${left} ${top + 4}H${right}`)];
    case 'nodo':
      return [rect(2)];
    default:
      return [rect(8)];
  }
}

const polygon = (points: readonly number[]): Shape => shape('polygon', { points: points.map(round).join(' ') });

/** A line through points, rounded at each. */
function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const last = rest.at(-1) ?? first;
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last;
    const end = index === rest.length - 2 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${round(point.x)} ${round(point.y)} ${round(end.x)} ${round(end.y)}`;
  });
  const way = bends.length > 0 ? bends.join('') : `L${round(last.x)} ${round(last.y)}`;
  return `M${round(first.x)} ${round(first.y)}${way}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
