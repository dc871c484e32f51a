import { fill } from '../../../graders/core/messages.ts';
import type { Text } from '../../../graders/index.ts';
import { words } from '../../shared/words.ts';
import { element } from '../element.ts';
import { currentLang, say } from '../lang.ts';

export interface OrderOptions {
  /** The part of the page that holds the list and what can be put in it. */
  readonly host: HTMLElement;
  readonly onChange: () => void;
  /** Says where something went, aloud and without moving the focus. */
  readonly announce: (sentence: string) => void;
}

/** An ordered list, built and rearranged with buttons: everything that a pointer can do, a keyboard can. */
export class OrderList {
  private readonly chosen: HTMLOListElement;
  private readonly pool: readonly HTMLLIElement[];
  private readonly repeats: boolean;
  private made = 0;

  constructor(private readonly options: OrderOptions) {
    const { host } = options;
    this.chosen = host.querySelector<HTMLOListElement>('.order-chosen') ?? element('ol');
    this.pool = [...host.querySelectorAll<HTMLLIElement>('.order-pool > li')];
    this.repeats = 'repeats' in host.dataset;
    for (const choice of this.pool) choice.querySelector('.add')?.addEventListener('click', () => this.add(choice));
    this.refresh();
  }

  get value(): readonly string[] {
    return this.items.map(({ dataset }) => dataset.id ?? '');
  }

  set value(ids: readonly string[]) {
    const found = ids.map((id) => this.pool.find(({ dataset }) => dataset.id === id));
    this.chosen.replaceChildren(...found.filter((choice) => choice !== undefined).map((choice) => this.item(choice)));
    this.refresh();
  }

  /** @returns the item at a place, for a note beside it */
  at(index: number): HTMLLIElement | undefined {
    return this.items[index];
  }

  /** @returns false when nothing stands at that place any more */
  focus(index: number): boolean {
    const item = this.items[index];
    item?.scrollIntoView({ block: 'center' });
    item?.querySelector('button')?.focus({ preventScroll: true });
    return item !== undefined;
  }

  private get items(): HTMLLIElement[] {
    return [...this.chosen.children] as HTMLLIElement[];
  }

  private add(choice: HTMLLIElement): void {
    const item = this.item(choice);
    this.chosen.append(item);
    this.changed(words.added, item);
    if (this.repeats) return;
    // What was pressed is gone: on to the next choice, or to the list when there is none left.
    const open = this.pool.filter(({ hidden }) => !hidden);
    const next = open.find((other) => this.pool.indexOf(other) > this.pool.indexOf(choice)) ?? open.at(-1);
    (next ?? item).querySelector('button')?.focus();
  }

  private move(item: HTMLLIElement, step: -1 | 1, pressed: HTMLElement): void {
    const other = step < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!other) {
      this.tell(step < 0 ? words.edgeTop : words.edgeBottom, item);
      return;
    }
    if (step < 0) other.before(item);
    else other.after(item);
    this.changed(words.moved, item);
    pressed.focus();
  }

  private remove(item: HTMLLIElement): void {
    const neighbour = item.nextElementSibling ?? item.previousElementSibling;
    item.remove();
    this.changed(words.removed, item);
    const next = neighbour?.querySelector<HTMLElement>('[data-does="remove"]');
    (next ?? this.pool.find(({ hidden }) => !hidden)?.querySelector<HTMLElement>('button'))?.focus();
  }

  private item(choice: HTMLLIElement): HTMLLIElement {
    const id = `${this.chosen.id}-${this.made++}`;
    const step = element('span', { class: 'step', id });
    step.append(...(choice.querySelector('.step')?.cloneNode(true).childNodes ?? []));
    const item = element('li', { 'data-id': choice.dataset.id }, step);
    const press = (does: keyof typeof signs, act: (button: HTMLElement) => void) => {
      const button = moveButton(does, id);
      button.addEventListener('click', () => act(button));
      return button;
    };
    const moves = element(
      'span',
      { class: 'moves' },
      press('up', (button) => this.move(item, -1, button)),
      press('down', (button) => this.move(item, 1, button)),
      press('remove', () => this.remove(item)),
    );
    item.append(moves);
    return item;
  }

  private changed(sentence: Text, item: HTMLLIElement): void {
    this.refresh();
    this.options.onChange();
    this.tell(sentence, item);
  }

  private tell(sentence: Text, item: HTMLLIElement): void {
    const data = { step: stepText(item), place: this.items.indexOf(item) + 1, count: this.items.length };
    this.options.announce(fill(sentence, data, currentLang()));
  }

  private refresh(): void {
    const { host } = this.options;
    const { items, value } = this;
    for (const [index, item] of items.entries()) {
      item.querySelector('[data-does="up"]')?.setAttribute('aria-disabled', String(index === 0));
      item.querySelector('[data-does="down"]')?.setAttribute('aria-disabled', String(index === items.length - 1));
    }
    if (!this.repeats) for (const choice of this.pool) choice.hidden = value.includes(choice.dataset.id ?? '');
    const hide = (selector: string, hidden: boolean) => {
      const node = host.querySelector<HTMLElement>(selector);
      if (node) node.hidden = hidden;
    };
    hide('.order-empty', items.length > 0);
    hide(
      '.order-all',
      this.pool.some(({ hidden }) => !hidden),
    );
  }
}

const signs = { up: '↑', down: '↓', remove: '✕' } as const;

function moveButton(does: keyof typeof signs, step: string): HTMLButtonElement {
  const { es, en } = words[does];
  const id = `${step}-${does}`;
  return element(
    'button',
    {
      type: 'button',
      id,
      class: 'move',
      'data-does': does,
      'aria-labelledby': `${id} ${step}`,
      title: say(words[does]),
    },
    element('span', { 'aria-hidden': 'true' }, signs[does]),
    element('span', { class: 'visually-hidden', 'data-es': es, 'data-en': en }, say(words[does])),
  );
}

/** The words of an item in the language of the reader. */
function stepText(item: HTMLElement): string {
  const step = item.querySelector('.step');
  return (step?.querySelector(`.in-${currentLang()}`) ?? step)?.textContent ?? '';
}
