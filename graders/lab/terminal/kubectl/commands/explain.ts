import { own } from '../../../../core/own.ts';
import type { Node, Nodes } from '../../../../schema/shape.ts';
import { shapeOf } from '../../../../schema/tables.ts';
import type { Command } from '../../tool/tool.ts';
import { kindFor } from '../ask/args.ts';
import { kindOffers } from '../flags.ts';
import { apiVersionOf } from '../kinds.ts';
import { online } from '../session.ts';
import { Stop, wrong } from '../stop.ts';

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_explain/ */
export const explain: Command = {
  name: 'explain',
  says: { es: 'Los campos de un tipo', en: 'The fields of a kind' },
  takes: 'TYPE [--recursive=FALSE|TRUE] [--api-version=api-version-group]',
  offers: kindOffers,
  fidelity: 'partial',
  flags: [
    { name: 'recursive', says: { es: 'Con los de dentro', en: 'With those inside' } },
    { name: 'api-version', value: 'text' },
    { name: 'output', value: 'text', fidelity: 'partial' },
  ],
  differs: {
    es: 'Da los campos y sus tipos, sin las descripciones.',
    en: 'It gives the fields and their types, without the descriptions.',
  },
  run: online(({ live, call }) => {
    const [written, ...more] = call.operands;
    if (written === undefined)
      throw new Stop(
        'error: You must specify the type of resource to explain. Use "kubectl api-resources" for a complete list of supported resources.',
      );
    if (more.length > 0) throw new Stop('error: We accept only this format: explain RESOURCE');
    const [type = '', ...path] = written.split('.');
    const kind = kindFor(live, type);
    const apiVersion = call.flags.text('api-version') ?? apiVersionOf(kind);
    const shape = shapeOf(apiVersion, kind.kind);
    const head = `${kind.group === '' ? '' : `GROUP:      ${kind.group}\n`}KIND:       ${kind.kind}\nVERSION:    ${kind.version}\n\n`;
    if (!shape) return { out: `${head}DESCRIPTION:\n    <empty>\n` };
    let node: Node = shape.root;
    for (const field of path.filter((one) => one !== '')) {
      const object: Node = plain(node, shape.nodes);
      const next = object.type === 'object' ? own(object.fields, field) : undefined;
      if (next === undefined) throw wrong(`field ${JSON.stringify(field)} does not exist`);
      node = shape.nodes[next] as Node;
    }
    const name = path.at(-1);
    const title = name === undefined ? '' : `FIELD: ${name} <${typeText(node, shape.nodes)}>\n\n`;
    const inner = plain(node, shape.nodes);
    const fields = inner.type === 'object' ? fieldLines(inner, shape.nodes, 1, call.flags.on('recursive')) : [];
    return {
      out: `${head}${title}DESCRIPTION:\n    <empty>\n${fields.length > 0 ? `\nFIELDS:\n${fields.map((line) => `${line}\n`).join('')}` : ''}\n`,
    };
  }),
};

/** What is inside a list or a map. */
function plain(node: Node, nodes: Nodes): Node {
  let inner = node;
  for (let turn = 0; turn < 5; turn++) {
    if (inner.type === 'list') inner = nodes[inner.items] as Node;
    else if (inner.type === 'map') inner = nodes[inner.values] as Node;
    else break;
  }
  return inner;
}

function typeText(node: Node, nodes: Nodes): string {
  switch (node.type) {
    case 'list':
      return `[]${typeText(nodes[node.items] as Node, nodes)}`;
    case 'map':
      return `map[string]${typeText(nodes[node.values] as Node, nodes)}`;
    case 'object':
    case 'block':
    case 'any':
      return 'Object';
    case 'quantity':
      return 'Quantity';
    case 'int-or-string':
      return 'IntOrString';
    default:
      return node.type;
  }
}

/** Fields nest no deeper than this, and there are no more lines than this: some kinds hold themselves. */
const most = { depth: 8, lines: 3000 };

function fieldLines(
  node: Extract<Node, { type: 'object' }>,
  nodes: Nodes,
  depth: number,
  recursive: boolean,
): string[] {
  const lines: string[] = [];
  for (const name of Object.keys(node.fields).sort()) {
    const value = nodes[own(node.fields, name) ?? 0] as Node;
    const required = node.required?.includes(name) ? ' -required-' : '';
    lines.push(`${'  '.repeat(depth)}${name}\t<${typeText(value, nodes)}>${required}`);
    const inner = plain(value, nodes);
    if (recursive && inner.type === 'object' && depth < most.depth && lines.length < most.lines)
      lines.push(...fieldLines(inner, nodes, depth + 1, true));
    else if (!recursive) lines.push(`${'  '.repeat(depth)}  <no description>`, '');
  }
  return lines;
}
