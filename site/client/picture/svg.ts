import type { Shape } from '../../figure/shape.ts';

const namespace = 'http://www.w3.org/2000/svg';

/** A drawing as elements of the page. Texts become text, never markup. */
export function svg({ tag, attributes, children }: Shape): SVGElement {
  const node = document.createElementNS(namespace, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children.map((child) => (typeof child === 'string' ? child : svg(child))));
  return node;
}
