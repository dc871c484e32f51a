import { fill } from '../../../graders/core/messages.ts';
import type { Trace } from '../../../graders/index.ts';
import type { Picture, PictureBox } from '../../../graders/lab/picture/index.ts';
import type { RequestOutcome } from '../../../graders/lab/request/index.ts';
import { draw } from '../../figure/draw.ts';
import { place } from '../../figure/layout.ts';
import { pictureWords, roleWords } from '../../shared/picture-words.ts';
import { element, table, withCode } from '../element.ts';
import { currentLang, say } from '../lang.ts';
import { byPart, sharesView } from '../shares.ts';
import type { PictureContext } from './context.ts';
import { figureOf, happens, stateOf } from './figure.ts';
import { Player } from './player.ts';
import { stepsOf } from './steps.ts';
import { svg } from './svg.ts';

/** More boxes than this make a drawing that nobody reads. */
const mostBoxes = 36;
/** Wider than this, in pixels, it is drawn downwards where the screen is narrow. */
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
    host.replaceChildren(
      element('h3', { id: 'titulo-dibujo' }, say(pictureWords.title)),
      element('p', { class: 'muted', id: 'resumen-dibujo' }, say(pictureWords.summary)),
      boxes.length > mostBoxes
        ? element('p', {}, fill(pictureWords.tooMany, { count: boxes.length }, currentLang()))
        : element('div', { class: 'pictures' }, ...this.drawings()),
      ...(wrong.length > 0 ? [this.problems(wrong)] : []),
      this.walk,
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

  private drawings(): readonly HTMLElement[] {
    const block = figureOf(this.picture, currentLang());
    const names = 'titulo-dibujo resumen-dibujo';
    const wide = place(block, 'derecha');
    const scroll = (kind: string, drawing: typeof wide, id: string) =>
      element(
        'div',
        { class: `figure-scroll ${kind}`, tabindex: '0', role: 'group', 'aria-labelledby': 'titulo-dibujo' },
        svg(draw(drawing, id, names)),
      );
    const shown =
      wide.width > narrow
        ? [
            scroll('figure-scroll--broad', wide, 'dibujo'),
            scroll('figure-scroll--narrow', place(block, 'abajo'), 'dibujo-v'),
          ]
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
    const name = new Map(boxes.map((box) => [box.id, box.name]));
    const row = (...cells: readonly string[]) => element('tr', {}, ...cells.map((cell) => element('td', {}, cell)));
    const { element: what, where, state, from, to, happens: then } = pictureWords;
    return [
      table(
        [what, pictureWords.what, where, state].map(say),
        boxes.map((box) => {
          const role = roleWords[box.role][lang];
          const kind = box.kind === 'Host' || box.kind === role ? role : `${box.kind} (${role})`;
          return row(box.name, kind, box.namespace, stateOf(box, lang));
        }),
      ),
      ...(wires.length > 0
        ? [
            table(
              [from, to, then].map(say),
              wires.map((wire) => row(name.get(wire.from) ?? '', name.get(wire.to) ?? '', happens(wire, lang))),
            ),
          ]
        : []),
    ];
  }
}

/** Who shares out a request, where more than one does. */
function splitOf(outcome: Trace['outcome']): ReadonlyMap<string, number> {
  const { destinations = [] } = (outcome ?? {}) as unknown as Partial<RequestOutcome>;
  return byPart(destinations);
}
