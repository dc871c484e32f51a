import { fill } from '../../../graders/core/messages.ts';
import type { Hop, Trace } from '../../../graders/index.ts';
import type { Flow, FlowPort, FlowRequest, Flows } from '../../../graders/lab/picture/index.ts';
import { answerWords, flowWords, protectionMeans, protectionWords } from '../../shared/flow-words.ts';
import { pictureWords } from '../../shared/picture-words.ts';
import { button, element, withCode } from '../element.ts';
import { currentLang, say } from '../lang.ts';
import { cellTable } from './cells.ts';
import type { PictureContext } from './context.ts';

interface MatrixContext extends PictureContext {
  /** Walks through a trace in the drawing. */
  readonly play: (trace: Trace) => void;
}

/** Where somebody points: a client and a port. */
interface Place {
  readonly flow: Flow;
  readonly client: string;
  readonly port: FlowPort;
}

/** Which of the two tables a cell is of: what it shows, and what it says once it is chosen. */
interface Side {
  readonly id: 'conexion' | 'politicas';
  readonly title: string;
  cell(place: Place): { readonly text: string; readonly kind: string };
  tell(place: Place): readonly (Node | false)[];
}

/** Who may call whom, as tables whose cells open their reason. */
export function matrixView(flows: Flows, context: MatrixContext): HTMLElement {
  const { left } = flows;
  const isPlain = !flows.governed && flows.rows.flat().every(({ protection }) => protection === 'mutual');
  const lang = currentLang();
  return element(
    'details',
    { class: 'flows', open: !isPlain },
    element('summary', {}, element('h3', {}, say(flowWords.title))),
    element('p', { class: 'muted' }, say(flowWords.summary)),
    element('p', { class: 'muted flows-keys' }, say(flowWords.keys)),
    side(flows, connections(context)),
    flows.governed && side(flows, permissions(context)),
    left.clients + left.ports > 0 && element('p', { class: 'muted' }, fill(flowWords.left, left, lang)),
  );
}

function side({ clients, ports, rows }: Flows, { id, title, cell, tell }: Side): HTMLElement {
  return cellTable({
    ...{ id, title, who: say(flowWords.client) },
    columns: ports.map(({ service, port }) => ({ name: `${service.name}:${port}`, where: service.namespace })),
    rows: clients.map((client, row) => {
      const [where = '', name = ''] = client.split('/');
      const cells = ports.map((port, column) => {
        const flow = rows[row]?.[column];
        if (!flow) return undefined;
        const place = { flow, client, port };
        return { ...cell(place), way: `${client} → ${nameOf(port)}`, tell: () => tell(place) };
      });
      return { head: { name, where }, cells };
    }),
  });
}

const nameOf = ({ service, port }: FlowPort): string => `${service.name}.${service.namespace}:${port}`;

/** How connections are protected. */
function connections(context: MatrixContext): Side {
  return {
    id: 'conexion',
    title: say(flowWords.protection),
    cell: ({ flow: { protection } }) => ({ text: say(protectionWords[protection]), kind: protection }),
    tell: ({ flow: { protection, connection } }) => {
      return [element('p', {}, say(protectionMeans[protection])), ...reason(connection, ['tls', 'injection'], context)];
    },
  };
}

/** Which requests are let through. */
function permissions(context: MatrixContext): Side {
  return {
    id: 'politicas',
    title: say(flowWords.authorization),
    cell: ({ flow: { answers }, port: { also } }) => {
      const count = answers.filter(({ is }) => is === 'in').length;
      const kind = count === 0 ? 'denied' : count === answers.length ? 'in' : 'some';
      const some = fill(flowWords.some, { count, of: answers.length }, currentLang());
      const text = kind === 'some' ? some : say(kind === 'in' ? flowWords.all : flowWords.none);
      return { text: also.length > 0 ? `${text} *` : text, kind };
    },
    tell: ({ flow, port }) => requests(flow, port, context),
  };
}

/** The requests that were tried, of which one is told in full. */
function requests({ answers }: Flow, { requests: asked, also }: FlowPort, context: MatrixContext) {
  const why = element('div', { class: 'flow-why' });
  const items = answers.map(({ is, trace }, index) => {
    const request = asked[index];
    const press = button(
      request ? titleOf(request) : '',
      () => {
        for (const one of list.querySelectorAll('button')) one.setAttribute('aria-pressed', String(one === press));
        why.replaceChildren(...reason(trace, ['authorization', 'policy', 'tls'], context));
      },
      'flow-request',
    );
    press.setAttribute('aria-pressed', 'false');
    const verdict = element('span', { class: `flow-verdict flow-verdict--${is}` }, say(answerWords[is]));
    return { press, item: element('li', {}, press, ' ', verdict) };
  });
  const list = element('ul', { class: 'flow-requests' }, ...items.map(({ item }) => item));
  const telling = answers.findIndex(({ is }) => is !== 'in');
  items[Math.max(0, telling)]?.press.click();
  const looked = also.map((one) => `\`${one}\``);
  return [
    element('p', { class: 'muted' }, `${say(flowWords.tried)}:`),
    list,
    why,
    also.length > 0 && element('p', {}, '* ', withCode(fill(flowWords.also, { also: looked }, currentLang()))),
  ];
}

function titleOf({ method, url, headers }: FlowRequest): string {
  if (method === undefined) return say(flowWords.connects);
  const path = url.replace(/^\w+:\/\/[^/]+/, '');
  const more = Object.entries(headers).map(([name, value]) => ` (${name}: ${value})`);
  return `${method} ${path}${more.join('')}`;
}

/** The decision that settled it, with its lines lit in the editor, and the way to see all the others. */
function reason({ hops, outcome }: Trace<unknown>, stages: readonly string[], context: MatrixContext): readonly Node[] {
  const { grader, lineLink, light, play } = context;
  const decisive = decisiveOf(hops, stages);
  if (!decisive) return [];
  const link = decisive.at && lineLink(decisive.at);
  light(decisive.at);
  const walk = button(say(pictureWords.play), () => play({ hops, outcome } as Trace), 'to-picture');
  return [
    element(
      'p',
      {},
      `${say(flowWords.decides)}: `,
      withCode(grader.sayHop(decisive, currentLang())),
      link && ' ',
      link,
    ),
    ...(hops.length > 1 ? [element('p', {}, walk)] : []),
  ];
}

/** The last decision of the stages in question, the most telling stage first; where there is none, the last of all. */
function decisiveOf(hops: readonly Hop[], stages: readonly string[]): Hop | undefined {
  for (const stage of stages) {
    const found = hops.findLast((hop) => hop.stage === stage);
    if (found) return found;
  }
  return hops.at(-1);
}
