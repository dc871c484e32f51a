import { fill } from '../../../graders/core/messages.ts';
import type { Trace } from '../../../graders/index.ts';
import type { Picture, PictureBox, Wire } from '../../../graders/lab/picture/index.ts';
import type { RequestOutcome } from '../../../graders/lab/request/index.ts';
import { draw } from '../../figure/draw.ts';
import { place } from '../../figure/layout.ts';
import { pictureWords, roleWords } from '../../shared/picture-words.ts';
import { element, table, withCode } from '../element.ts';
import { currentLang, say } from '../lang.ts';
import { byPart, sharesView } from '../shares.ts';
import type { PictureContext } from './context.ts';
import { drawnWires, figureOf, happens, isOfNetwork, nameOf, namesOf, stateOf } from './figure.ts';
import { networkTable } from './network.ts';
import { Player } from './player.ts';
import { stepsOf } from './steps.ts';
import { svg } from './svg.ts';

/** More boxes than this make a drawing that nobody reads. */
const mostBoxes = 36;
/** Wider than this, in pixels, it is drawn downwards where the screen is narrow, unless that is wider still. */
const narrow = 400;

/** The cluster of an answer, and the traces that are walked through in it. */
export class ClusterMap {
  private player: Player | undefined;
  private readonly walk = element('div', { id: 'recorrido' });

  constructor(
    private readonly host: HTMLElement,
    private readonly picture: Picture,
    private readonly context: PictureContext,
  ) {
    const { boxes } = picture;
    const wrong = boxes.filter((box) => box.wrong.length > 0);
    const network = networkTable(picture, context);
    host.replaceChildren(
      element('h3', { id: 'titulo-dibujo' }, say(pictureWords.title)),
      element('p', { class: 'muted', id: 'resumen-dibujo' }, say(pictureWords.summary)),
      ...this.network(),
      boxes.length > mostBoxes
        ? element('p', {}, fill(pictureWords.tooMany, { count: boxes.length }, currentLang()))
        : element('div', { class: 'pictures' }, ...this.drawings()),
      ...(wrong.length > 0 ? [this.problems(wrong)] : []),
      this.walk,
      ...(network ? [network] : []),
      element('details', { class: 'figure-twin' }, element('summary', {}, say(pictureWords.twin)), ...this.tables()),
    );
  }

  /** Walks through a trace. */
  play({ hops, outcome }: Trace): void {
    this.leave();
    const steps = stepsOf(hops, this.picture);
    if (steps.length === 0) return;
    const { grader, lineLink, light } = this.context;
    const split = splitOf(outcome);
    const shares = element('div', { hidden: true }, element('h4', {}, say(pictureWords.split)), sharesView(split));
    const player = new Player({
      count: steps.length,
      tell: (index) => {
        const hop = steps[index]?.hop;
        if (!hop) return [];
        const link = hop.at && lineLink(hop.at);
        return [withCode(grader.sayHop(hop, currentLang())), ...(link ? [document.createTextNode(' '), link] : [])];
      },
      show: (index) => {
        this.mark(
          steps.slice(0, index).flatMap(({ box }) => box ?? []),
          steps[index]?.box,
        );
        light(steps[index]?.hop.at);
        shares.hidden = index < steps.length - 1 || split.size < 2;
      },
    });
    this.player = player;
    this.walk.replaceChildren(player.view, shares);
    player.go(0);
    this.host.scrollIntoView({ block: 'nearest' });
  }

  /** Takes a walk out of the drawing, where there is one. */
  leave(): void {
    this.player?.stop();
    this.player = undefined;
    this.walk.replaceChildren();
    this.mark([], undefined);
    this.context.light(undefined);
  }

  /** What the arrows of NetworkPolicies mean, where there are any, and how many of them are drawn. */
  private network(): readonly HTMLElement[] {
    const network = this.picture.wires.filter(isOfNetwork);
    const drawn = drawnWires(this.picture).filter(isOfNetwork);
    const { unasked } = this.picture;
    if (network.length === 0) return [];
    const lang = currentLang();
    const count = network.length;
    const words = [
      drawn.length === 0 ? '' : say(pictureWords.network),
      drawn.length === count ? '' : fill(pictureWords[drawn.length === 0 ? 'tangled' : 'onlyPassing'], { count }, lang),
      unasked === undefined ? '' : fill(pictureWords.unasked, { n: unasked }, lang),
    ];
    return [element('p', { class: 'muted' }, words.filter((one) => one !== '').join(' '))];
  }

  private drawings(): readonly HTMLElement[] {
    const block = figureOf(this.picture, currentLang());
    const names = 'titulo-dibujo resumen-dibujo';
    const wide = place(block, 'derecha');
    const scroll = (kind: string, drawing: typeof wide, id: string) =>
      element(
        'div',
        { class: `figure-scroll ${kind}`, tabindex: '0', role: 'group', 'aria-labelledby': 'titulo-dibujo' },
        sized(svg(draw(drawing, id, names)), drawing.width),
      );
    const down = wide.width > narrow ? place(block, 'abajo') : wide;
    const shown =
      down.width < wide.width
        ? [scroll('figure-scroll--broad', wide, 'dibujo'), scroll('figure-scroll--narrow', down, 'dibujo-v')]
        : [scroll('', wide, 'dibujo')];
    const wrong = new Set(this.picture.boxes.filter((box) => box.wrong.length > 0).map(({ id }) => id));
    for (const box of shown.flatMap((one) => [...one.querySelectorAll<SVGElement>('[data-box]')])) {
      box.classList.toggle('box--wrong', wrong.has(box.dataset.box ?? ''));
    }
    return shown;
  }

  private mark(passed: readonly string[], here: string | undefined): void {
    for (const box of this.host.querySelectorAll<SVGElement>('[data-box]')) {
      box.classList.toggle('box--passed', passed.includes(box.dataset.box ?? ''));
      box.classList.toggle('box--here', box.dataset.box === here);
    }
  }

  private problems(wrong: readonly PictureBox[]): HTMLElement {
    const { grader, lineLink } = this.context;
    const items = wrong.map(({ kind, name, at, wrong: says }) =>
      element(
        'li',
        {},
        element('strong', {}, `${kind} ${name}: `),
        ...says.map((one) => withCode(`${grader.sayRefusal({ says: one }, currentLang())} `)),
        at && lineLink(at),
      ),
    );
    return element(
      'div',
      { class: 'picture-problems' },
      element('h4', {}, say(pictureWords.problems)),
      element('ul', {}, ...items),
    );
  }

  private tables(): readonly HTMLElement[] {
    const { boxes, wires } = this.picture;
    const lang = currentLang();
    const name = namesOf(this.picture, lang);
    const row = (...cells: readonly string[]) => element('tr', {}, ...cells.map((cell) => element('td', {}, cell)));
    const { element: what, where, state, from, to, happens: then } = pictureWords;
    return [
      table(
        [what, pictureWords.what, where, state].map(say),
        boxes.map((box) => {
          const role = roleWords[box.role][lang];
          const isHost = box.kind === 'Host' || box.kind === 'Outside';
          const kind = isHost || box.kind === role ? role : `${box.kind} (${role})`;
          return row(nameOf(box, lang), kind, box.namespace, stateOf(box, lang));
        }),
      ),
      ...(wires.some((wire) => !isOfNetwork(wire))
        ? [
            table(
              [from, to, then].map(say),
              wires
                .filter((wire) => !isOfNetwork(wire))
                .map((wire) => row(name.get(wire.from) ?? '', name.get(wire.to) ?? '', happens(wire, lang))),
            ),
          ]
        : []),
      ...(wires.some(isOfNetwork)
        ? [
            table(
              [from, to, then, pictureWords.because].map(say),
              wires.filter(isOfNetwork).map((wire) => {
                const told = row(name.get(wire.from) ?? '', name.get(wire.to) ?? '', happens(wire, lang));
                told.append(element('td', {}, ...this.reason(wire)));
                return told;
              }),
            ),
          ]
        : []),
    ];
  }

  /** The decision about a connection, with the way to its lines. */
  private reason({ because }: Wire): readonly Node[] {
    if (!because) return [];
    const { grader, lineLink } = this.context;
    const link = because.at && lineLink(because.at);
    return [withCode(`${grader.sayHop(because, currentLang())} `), ...(link ? [link] : [])];
  }
}

/** A narrow screen shows it at no less than a part of the width it is drawn for, in pixels. */
function sized(drawing: SVGElement, width: number): SVGElement {
  drawing.style.setProperty('--natural', `${width}px`);
  return drawing;
}

/** Who shares out a request, where more than one does. */
function splitOf(outcome: Trace['outcome']): ReadonlyMap<string, number> {
  const { destinations = [] } = (outcome ?? {}) as unknown as Partial<RequestOutcome>;
  return byPart(destinations);
}
