import type { Branch } from '../../../../graders/index.ts';
import { momentWords, timeWords, whatIfWords } from '../../../shared/time-words.ts';
import { element, withCode } from '../../element.ts';
import { say } from '../../lang.ts';
import type { PictureContext } from '../context.ts';
import { Player } from '../player.ts';
import { lightColumn, pressed, scrolled } from './columns.ts';
import type { Line, TimeKind, TimePicture } from './kind.ts';
import { alone, type Column, sideBySide } from './side-by-side.ts';
import { WhatIf } from './what-if.ts';

/** A line that somebody opened. */
interface Opened<Picture> {
  readonly picture: Picture;
  /** Where it begins, and with what. */
  readonly name: string;
  readonly shared: number;
}

/** What goes on over time: its drawing, the moment that is looked at, another line that is opened there, and the same in a table. */
class TimeFigure<Picture extends TimePicture> {
  readonly view: HTMLElement;
  private readonly drawing: HTMLElement;
  private readonly twins = element('div', {});
  private readonly player: Player;
  private readonly whatIf: WhatIf | undefined;
  private columns: readonly Column[];
  private opened: Opened<Picture> | undefined;
  /** Whether somebody moves; a line that opens leaves them standing where it does. */
  private isWalking = true;
  /** The last question, so that an earlier answer does not come after it. */
  private asked = 0;

  constructor(
    private readonly kind: TimeKind<Picture>,
    private readonly picture: Picture,
    of: string,
    private context: PictureContext,
  ) {
    this.columns = alone(kind.times(picture));
    this.drawing = scrolled(say(kind.title));
    this.player = new Player({
      ...{ count: this.columns.length, pace: kind.pace, words: momentWords },
      tell: (column) => this.told(column),
      show: (column) => this.show(column),
    });
    const choices = context.branch ? kind.choices(picture, context) : [];
    this.whatIf =
      choices.length > 0
        ? new WhatIf({
            choices,
            open: (branch, said) => void this.open(branch, said),
            close: () => this.close(),
          })
        : undefined;
    this.view = element(
      'section',
      { class: 'time' },
      element('h3', {}, say(kind.title)),
      of !== '' && element('p', { class: 'time-of' }, withCode(of)),
      element('p', { class: 'muted' }, withCode(kind.about(picture))),
      this.drawing,
      this.player.view,
      this.whatIf?.view,
      ...kind.below(picture),
      this.twins,
    );
    pressed(this.drawing, (column) => this.player.choose(column));
    this.draw();
    this.player.go(Math.max(0, kind.first?.(picture) ?? 0));
    context.light(undefined);
  }

  private async open(branch: Branch, name: string): Promise<void> {
    const question = ++this.asked;
    this.whatIf?.tell(document.createTextNode(say(whatIfWords.asking)));
    const answer = await this.context.branch?.(branch).catch((problem: unknown) => {
      console.error(problem);
      return undefined;
    });
    if (question !== this.asked) return;
    if (!answer?.picture) {
      this.whatIf?.tell(...(answer?.said ?? [document.createTextNode(say(whatIfWords.broke))]));
      return;
    }
    this.context = { ...this.context, grader: answer.grader };
    const picture = answer.picture as Picture;
    const { shared = 0 } = picture;
    this.opened = { picture, name, shared };
    this.columns = sideBySide(
      { line: this.kind.times(this.picture), branch: this.kind.times(picture) },
      shared,
      this.kind.stays,
    );
    this.whatIf?.tell();
    this.shown(Math.min(shared, this.columns.length - 1));
  }

  private close(): void {
    this.asked++;
    const last = Math.max(0, (this.opened?.shared ?? 1) - 1);
    this.opened = undefined;
    this.columns = alone(this.kind.times(this.picture));
    this.whatIf?.tell();
    this.shown(last);
  }

  private shown(column: number): void {
    this.draw();
    this.whatIf?.opened(this.opened !== undefined);
    this.player.resize(this.columns.length);
    this.isWalking = false;
    this.player.choose(column);
    this.isWalking = true;
  }

  private draw(): void {
    const { kind, picture, opened } = this;
    const all = opened ? [picture, opened.picture] : [picture];
    const line: Line<Picture> = { picture, places: this.places('line'), shared: 0, all };
    const drawn = kind.draw(line);
    const lines = opened
      ? [
          lane(say(whatIfWords.before), drawn),
          lane(
            opened.name,
            kind.draw({ picture: opened.picture, places: this.places('branch'), shared: opened.shared, all }),
          ),
        ]
      : [drawn];
    this.drawing.replaceChildren(...lines);
    this.drawing.classList.toggle('lanes', opened !== undefined);
    this.twins.replaceChildren(...this.twin());
  }

  private places(of: 'line' | 'branch'): Line<Picture>['places'] {
    return this.columns.map((column) => ({ at: column.at, index: column[of] }));
  }

  private twin(): readonly HTMLElement[] {
    const { kind, picture, opened, context } = this;
    const table = kind.twin?.(picture, context);
    if (!table) return [];
    const other = opened && kind.twin?.(opened.picture, context);
    const tables = other ? [named(say(whatIfWords.before)), table, named(opened?.name ?? ''), other] : [table];
    return [element('details', { class: 'figure-twin' }, element('summary', {}, say(timeWords.twin)), ...tables)];
  }

  private told(column: number): readonly Node[] {
    const here = this.columns[column];
    const { opened } = this;
    if (!here) return [];
    if (!opened || column < opened.shared) return this.toldOf(this.picture, here.line, here.at);
    return [
      spoken(say(whatIfWords.before), this.toldOf(this.picture, here.line, here.at)),
      spoken(opened.name, this.toldOf(opened.picture, here.branch, here.at)),
    ];
  }

  private toldOf(picture: Picture, index: number | undefined, at: number): readonly Node[] {
    if (index === undefined) return [document.createTextNode(say(whatIfWords.ended))];
    return this.kind.tell(picture, index, at, this.context);
  }

  private show(column: number): void {
    const { kind, picture, whatIf, drawing, context, opened } = this;
    const here = this.columns[column];
    lightColumn(drawing, column);
    const line = here?.line ?? kind.times(picture).length - 1;
    const isBranch = opened !== undefined && here?.branch !== undefined && column >= opened.shared;
    if (kind.lines) context.light(isBranch ? kind.lines(opened.picture, here.branch) : kind.lines(picture, line));
    if (this.isWalking) whatIf?.stand(line, kind.from(picture, line));
  }
}

const lane = (name: string, drawn: Element): HTMLElement =>
  element('div', { class: 'lane' }, element('p', { class: 'lane-name' }, withCode(name)), drawn);

const named = (name: string): HTMLElement => element('p', { class: 'time-of' }, withCode(name));

const spoken = (name: string, told: readonly Node[]): HTMLElement =>
  element('span', { class: 'lane-said' }, element('strong', {}, withCode(name), '. '), ...told);

/** @param of of the check that looks at it; empty where none does */
export function timeView<Picture extends TimePicture>(
  kind: TimeKind<Picture>,
  picture: Picture,
  of: string,
  context: PictureContext,
): HTMLElement {
  return new TimeFigure(kind, picture, of, context).view;
}
