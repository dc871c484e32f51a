/** Where in a YAML file somebody is typing. */
export interface Place {
  /** Names of the fields around it, from the outermost to the one whose value is typed; list items have none. */
  readonly path: readonly string[];
  /** A value is typed, and not the name of a field. */
  readonly isValue: boolean;
  /** What has been typed of it, and where it begins. */
  readonly typed: string;
  readonly from: number;
  /** The texts of the fields beside it and around it that are one word, by their name: the nearest wins. */
  readonly near: ReadonlyMap<string, string>;
  /** `metadata.namespace` of the document, where it is written. */
  readonly namespace: string | undefined;
}

/** A line opens a field: blanks and dashes, name, value. */
const fieldLine = /^( *(?:- +)*)(["']?)([\w./-]+)\2\s*:(?:[ \t]+(.*))?$/;

/** A look at the lines alone, because a file that is being typed can seldom be parsed. */
export function placeAt(text: string, offset: number): Place | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(start, offset);
  if (/(?:^|\s)#/.test(line)) return undefined;
  const documentStart = Math.max(0, text.lastIndexOf('\n---', start - 1) + 1);
  const above = text.slice(documentStart, start).split('\n').slice(0, -1);
  const own = typedIn(line);
  if (!own) return undefined;
  const { path, near } = around(above, own.indent, own.dash);
  const end = text.indexOf('\n---', offset);
  const namespace = namespaceIn(text.slice(documentStart, end === -1 ? undefined : end));
  const fullPath = own.key === undefined ? path : [...path, own.key];
  return { path: fullPath, isValue: own.isValue, typed: own.typed, from: offset - own.typed.length, near, namespace };
}

interface Typed {
  readonly indent: number;
  /** Column of the dash before it. */
  readonly dash: number | undefined;
  readonly key?: string;
  readonly isValue: boolean;
  readonly typed: string;
}

function typedIn(line: string): Typed | undefined {
  const [, prefix = '', , key, value] = fieldLine.exec(line) ?? [];
  if (key !== undefined) {
    if (value === undefined && !/:$/.test(line)) return undefined;
    // `hosts: [a, b` is typed from its last comma on.
    const typed = /(?:^|[[{,:]\s*|\s)["']?([^\s,[\]{}"']*)$/.exec(value ?? '')?.[1] ?? '';
    const inFlow = /([\w-]+):\s*["']?[^\s,[\]{}"']*$/.exec(value ?? '')?.[1];
    const named = value?.startsWith('{') || value?.startsWith('[') ? (inFlow ?? key) : key;
    return { indent: prefix.length, dash: dashIn(prefix), key: named, isValue: true, typed };
  }
  const [, blank = '', typed = ''] = /^( *(?:- +)*)["']?([^\s"']*)$/.exec(line) ?? [];
  if (blank === '' && typed === '' && line !== '') return undefined;
  const dash = dashIn(blank);
  return { indent: blank.length, dash, isValue: dash !== undefined, typed };
}

function dashIn(prefix: string): number | undefined {
  const at = prefix.indexOf('-');
  return at < 0 ? undefined : at;
}

/** Reads the lines above upwards: fields at the same column are beside, those further left are around. */
function around(above: readonly string[], indent: number, dash: number | undefined): Pick<Place, 'path' | 'near'> {
  const path: string[] = [];
  const near = new Map<string, string>();
  let beside: number | undefined = dash === undefined ? indent : undefined;
  // A list may stand at the very column of the field that holds it.
  let edge = { column: dash ?? indent, ofList: dash !== undefined };
  for (const line of [...above].reverse()) {
    const [, prefix = '', , key, value = ''] = fieldLine.exec(line) ?? [];
    if (key === undefined) continue;
    const column = prefix.length;
    const dashed = prefix.indexOf('-');
    const opens = value === '' || value.startsWith('#') || value.startsWith('&');
    const isAround = column < edge.column || (edge.ofList && column === edge.column && dashed < 0 && opens);
    if (column !== beside && !isAround) continue;
    const word = /^["']?([^\s"'#[{]+)["']?\s*(?:#.*)?$/.exec(value)?.[1];
    if (word !== undefined && !near.has(key)) near.set(key, word);
    if (isAround && opens) path.unshift(key);
    // Above the dash of an item stand the items before it.
    beside = dashed >= 0 ? undefined : column;
    edge =
      dashed >= 0
        ? { column: dashed, ofList: true }
        : { column, ofList: edge.ofList && column === edge.column && !isAround };
  }
  return { path, near };
}

function namespaceIn(document: string): string | undefined {
  const [, metadata = ''] = /^metadata:\s*\n((?:[ \t]+.*\n?|\s*\n)*)/m.exec(document) ?? [];
  return (
    /^ +namespace:\s*["']?([\w-]+)/m.exec(metadata)?.[1] ??
    /^metadata:\s*\{.*?namespace:\s*["']?([\w-]+)/m.exec(document)?.[1]
  );
}
