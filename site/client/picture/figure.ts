import { fill } from '../../../graders/core/messages.ts';
import type { BoxClass, FigureBlock } from '../../../graders/course/lessons/blocks.ts';
import type { Lang } from '../../../graders/index.ts';
import type { Picture, PictureBox, Role, Wire } from '../../../graders/lab/picture/index.ts';
import { governWords, passMeans, passWords, pictureWords, roleWords } from '../../shared/picture-words.ts';

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

/** More wires of NetworkPolicies than this are a tangle: only those that pass are drawn, or none. */
const mostNetwork = 20;

/** The wires that have room in the drawing; the tables have all of them. */
export function drawnWires({ wires }: Picture): readonly Wire[] {
  const [network, others] = [wires.filter(isOfNetwork), wires.filter((wire) => !isOfNetwork(wire))];
  if (network.length <= mostNetwork) return wires;
  const passing = network.filter(({ broken }) => !broken);
  return passing.length <= mostNetwork ? [...others, ...passing] : others;
}

export const isOfNetwork = ({ kind }: Wire): boolean => kind === 'network';

/** A picture in the terms of every drawing of the site. */
export function figureOf(picture: Picture, lang: Lang): FigureBlock {
  const { boxes } = picture;
  const namespaces = [...new Set(boxes.map(({ namespace }) => namespace))].filter((one) => one !== '');
  const isGrouped = namespaces.length > 1;
  return {
    titulo: pictureWords.title[lang],
    resumen: pictureWords.summary[lang],
    cajas: boxes.map((box) => ({
      id: box.id,
      texto: textOf(box, lang),
      clase: classes[box.role],
      ...(isGrouped && box.namespace !== '' && { grupo: box.namespace }),
    })),
    ...(isGrouped && { grupos: namespaces.map((one) => ({ id: one, texto: one })) }),
    flechas: drawnWires(picture).map((wire, _, all) => {
      const texto = isClear(wire, all) ? '' : labelOf(wire, lang);
      return { de: wire.from, a: wire.to, clase: classOf(wire), ...(texto !== '' && { texto }) };
    }),
  };
}

/** The line says it already, green or with its cross, where all ports fare alike; which they are is in the table. */
const isClear = (wire: Wire, all: readonly Wire[]): boolean =>
  (wire.passes === 'yes' || wire.passes === 'no') &&
  !all.some((other) => other !== wire && other.passes && other.from === wire.from && other.to === wire.to);

function classOf({ kind, broken, passes }: Wire) {
  if (broken) return 'roto';
  if (kind === 'network') return passes === 'yes' ? 'admitido' : 'control';
  return kind === 'control' ? 'control' : 'datos';
}

/** A drawing has room for a few words; the table has them all. */
const mostLabels = 3;

function labelOf({ labels, passes }: Wire, lang: Lang): string {
  const told = labels.slice(0, mostLabels).join(', ');
  const all = labels.length > mostLabels ? `${told} …` : told;
  return passes ? `${passWords[passes][lang]} ${all}` : all;
}

/** What an element is called; what is outside has no name. */
export const nameOf = ({ kind, name }: PictureBox, lang: Lang): string =>
  kind === 'Outside' ? roleWords.outside[lang] : name;

function textOf(box: PictureBox, lang: Lang): string {
  const { kind, pods, governs, role } = box;
  const counted = pods && role !== 'pod' ? `${pods.ready}/${pods.wanted}` : '';
  const more = [counted, pods?.proxied ? `+ proxy` : '', governs ? `(${governWords[governs][lang]})` : ''];
  const isHost = kind === 'Host' || kind === 'Outside';
  return [isHost ? '' : kind, nameOf(box, lang), ...more].filter((text) => text !== '').join(' ');
}

/** The names of elements, with their namespace where there is more than one. */
export function namesOf({ boxes }: Picture, lang: Lang): ReadonlyMap<string, string> {
  const many = new Set(boxes.map(({ namespace }) => namespace).filter((one) => one !== '')).size > 1;
  return new Map(
    boxes.map((box) => {
      const name = nameOf(box, lang);
      return [box.id, many && box.namespace !== '' ? `${box.namespace}/${name}` : name];
    }),
  );
}

/** How an element is, in words. */
export function stateOf({ pods, governs, wrong }: PictureBox, lang: Lang): string {
  return [
    wrong.length > 0 ? pictureWords.wrong[lang] : pictureWords.fine[lang],
    pods && fill(pictureWords.ready, { ready: pods.ready, wanted: pods.wanted }, lang),
    pods?.proxied && pictureWords.proxied[lang],
    governs && governWords[governs][lang],
  ]
    .filter((text) => typeof text === 'string')
    .join(', ');
}

/** What a wire does, in words. */
export function happens({ kind, broken, passes, labels }: Wire, lang: Lang): string {
  const what = passes
    ? passMeans[passes]
    : broken
      ? pictureWords.broken
      : kind === 'control'
        ? pictureWords.control
        : pictureWords.traffic;
  return labels.length > 0 ? `${what[lang]}: ${labels.join(', ')}` : what[lang];
}
