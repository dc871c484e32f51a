import { escapeHtml, type Html, trusted } from '../html.ts';
import type { Shape } from './shape.ts';

/** A drawing as SVG markup, with every text escaped. */
export const markup = (drawing: Shape): Html => trusted(text(drawing));

function text({ tag, attributes, children }: Shape): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`);
  const inside = children.map((child) => (typeof child === 'string' ? escapeHtml(child) : text(child))).join('');
  return `<${tag}${written.join('')}>${inside}</${tag}>`;
}
