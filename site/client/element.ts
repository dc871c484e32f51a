type Child = Node | string | false | undefined | null;
type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** Builds an element. Strings become text, never markup: what a student writes is always safe to show. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, '');
    else if (typeof value === 'string') node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child instanceof Node || typeof child === 'string'));
  return node;
}

/** A sentence whose backticks mark code, as nodes. */
export function withCode(sentence: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const [index, part] of sentence.split('`').entries()) {
    fragment.append(index % 2 === 1 ? element('code', {}, part) : part);
  }
  return fragment;
}

/** A table that can be scrolled with the keyboard. */
export function table(heads: readonly string[], rows: readonly HTMLTableRowElement[]): HTMLElement {
  const head = element('tr', {}, ...heads.map((one) => element('th', { scope: 'col' }, one)));
  return element(
    'div',
    { class: 'table', tabindex: '0' },
    element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows)),
  );
}

/** An element the page is known to have. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found as T;
}

export function button(label: string, onClick: () => void, className?: string): HTMLButtonElement {
  const node = element('button', { type: 'button', class: className }, label);
  node.addEventListener('click', onClick);
  return node;
}
