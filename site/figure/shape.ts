/** An element of a drawing, before anybody writes it as markup or builds it in a page. */
export interface Shape {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Shape | string)[];
}

type Child = Shape | string | false | readonly Child[];

/** Lists are opened and `false` is left out. */
export function shape(tag: string, attributes: Shape['attributes'] = {}, ...children: readonly Child[]): Shape {
  return { tag, attributes, children: children.flatMap(opened) };
}

const opened = (child: Child): readonly (Shape | string)[] =>
  Array.isArray(child) ? child.flatMap(opened) : child === false ? [] : [child as Shape | string];
