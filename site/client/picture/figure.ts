import { fill } from '../../../graders/core/messages.ts';
import type { BoxClass, FigureBlock } from '../../../graders/course/lessons/blocks.ts';
import type { Lang } from '../../../graders/index.ts';
import type { Picture, PictureBox, Role, Wire } from '../../../graders/lab/picture/index.ts';
import { pictureWords } from '../../shared/picture-words.ts';

const classes: Readonly<Record<Role, BoxClass>> = {
  gateway: 'puerta',
  route: 'plano',
  service: 'servicio',
  workload: 'carga',
  pod: 'pod',
  policy: 'politica',
  scaler: 'proceso',
  outside: 'cliente',
};

/** A picture in the terms of every drawing of the site. */
export function figureOf({ boxes, wires }: Picture, lang: Lang): FigureBlock {
  const namespaces = [...new Set(boxes.map(({ namespace }) => namespace))];
  const isGrouped = namespaces.length > 1;
  return {
    titulo: pictureWords.title[lang],
    resumen: pictureWords.summary[lang],
    cajas: boxes.map((box) => ({
      id: box.id,
      texto: textOf(box, lang),
      clase: classes[box.role],
      ...(isGrouped && { grupo: box.namespace }),
    })),
    ...(isGrouped && { grupos: namespaces.map((one) => ({ id: one, texto: one })) }),
    flechas: wires.map((wire) => {
      const texto = labelOf(wire);
      return { de: wire.from, a: wire.to, clase: classOf(wire), ...(texto !== '' && { texto }) };
    }),
  };
}

const classOf = ({ kind, broken }: Wire) => (broken ? 'roto' : kind === 'control' ? 'control' : 'datos');

/** A drawing has room for a few words; the table has them all. */
const mostLabels = 3;

function labelOf({ labels }: Wire): string {
  const told = labels.slice(0, mostLabels).join(', ');
  return labels.length > mostLabels ? `${told} …` : told;
}

function textOf({ kind, name, pods, forAll, role }: PictureBox, lang: Lang): string {
  const counted = pods && role !== 'pod' ? `${pods.ready}/${pods.wanted}` : '';
  const more = [counted, pods?.proxied ? `+ proxy` : '', forAll ? `(${pictureWords.forAll[lang]})` : ''];
  return [kind === 'Host' ? '' : kind, name, ...more].filter((text) => text !== '').join(' ');
}

/** How an element is, in words. */
export function stateOf({ pods, forAll, wrong }: PictureBox, lang: Lang): string {
  return [
    wrong.length > 0 ? pictureWords.wrong[lang] : pictureWords.fine[lang],
    pods && fill(pictureWords.ready, { ready: pods.ready, wanted: pods.wanted }, lang),
    pods?.proxied && pictureWords.proxied[lang],
    forAll && pictureWords.forAll[lang],
  ]
    .filter((text) => typeof text === 'string')
    .join(', ');
}

/** What a wire does, in words. */
export function happens({ kind, broken, labels }: Wire, lang: Lang): string {
  const what = broken ? pictureWords.broken : kind === 'control' ? pictureWords.control : pictureWords.traffic;
  return labels.length > 0 ? `${what[lang]}: ${labels.join(', ')}` : what[lang];
}
