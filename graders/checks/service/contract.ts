import type { Json } from '../../core/json.ts';

/** The port the statement fixes for a service that gets no `PORT`. */
export const defaultPort = 8080;

/** A story of requests that needs nothing from the others: it creates what it asks for. */
export interface Scene {
  readonly id: SceneId;
  readonly probes: readonly Probe[];
  /** This many creations at once, after the probes. */
  readonly burst?: number;
}

export type SceneId =
  | 'crear'
  | 'consultar'
  | 'cambiar'
  | 'filtrar'
  | 'borrar'
  | 'json-roto'
  | 'direcciones-raras'
  | 'sin-titulo'
  | 'desconocidas'
  | 'metodos'
  | 'trozos'
  | 'carga'
  | 'cuerpo-grande';

/** One request and what its answer must be. What is omitted is not compared. */
export interface Probe {
  readonly id: string;
  /** Tried in this order until one is supported: PUT and PATCH are both right for a change. */
  readonly methods: readonly [string, ...string[]];
  /** `{name}` stands for an id that an earlier probe kept. */
  readonly path: string;
  readonly json?: Json;
  /** A body that is sent as it is. */
  readonly text?: string;
  /** Bytes of padding in the title: a body too large for a list of things to do. */
  readonly padding?: number;
  /** The body arrives in two pieces, cut inside of a character. */
  readonly split?: true;
  /** Keeps the id of the answered task under a name. */
  readonly keep?: string;
  readonly expect: Expectation;
}

export interface Expectation {
  readonly status?: readonly [number, ...number[]];
  /** The answer is one task with these values. */
  readonly task?: {
    readonly titulo?: string;
    readonly hecha?: boolean;
    /** It has the id of the task kept under this name. */
    readonly id?: string;
    /** It has none of the ids of the tasks kept under these names. */
    readonly fresh?: readonly string[];
  };
  /** The answer is a list of tasks that holds some kept ones and lacks others. */
  readonly tasks?: { readonly has?: readonly string[]; readonly lacks?: readonly string[] };
  /** No answer at all is right too, as long as the service stays alive. */
  readonly orNone?: true;
  /** What differs is a warning. */
  readonly advice?: true;
}

const tasks = '/tareas';
const created = [201, 200] as const;

/** Creates a task for the scene; that it works is what the scene `crear` is about. */
function given(keep: string, titulo: string): Probe {
  return { id: `crea-${keep}`, methods: ['POST'], path: tasks, json: { titulo }, keep, expect: { status: created } };
}

function changed(keep: string, values: { readonly titulo: string; readonly hecha: boolean }, id = 'cambia'): Probe {
  const path = `${tasks}/{${keep}}`;
  return { id: `${id}-${keep}`, methods: ['PUT', 'PATCH'], path, json: values, expect: { status: [200, 204] } };
}

function read(id: string, path: string, expect: Expectation): Probe {
  return { id, methods: ['GET'], path, expect };
}

const accents = 'Añadir «café» y piñones ☕';

/**
 * The contract of the service of exercise 26, as its statement announces it. Where HTTP leaves a choice (200 or 201, PUT
 * or PATCH, 200 or 204) every choice is right.
 * @see https://www.rfc-editor.org/rfc/rfc9110
 */
export const contract: readonly Scene[] = [
  {
    id: 'crear',
    probes: [
      {
        id: 'crea',
        methods: ['POST'],
        path: tasks,
        json: { titulo: 'Comprar pan' },
        keep: 'pan',
        expect: { status: created, task: { titulo: 'Comprar pan', hecha: false } },
      },
      {
        id: 'crea-con-tildes',
        methods: ['POST'],
        path: tasks,
        json: { titulo: accents },
        expect: { status: created, task: { titulo: accents, hecha: false } },
      },
    ],
  },
  {
    id: 'consultar',
    probes: [
      given('pan', 'Comprar pan'),
      given('cafe', accents),
      read('lista', tasks, { status: [200], tasks: { has: ['pan', 'cafe'] } }),
      read('una', `${tasks}/{cafe}`, { status: [200], task: { titulo: accents, hecha: false, id: 'cafe' } }),
      read('otra', `${tasks}/{pan}`, { status: [200], task: { titulo: 'Comprar pan', hecha: false, id: 'pan' } }),
    ],
  },
  {
    id: 'cambiar',
    probes: [
      given('pan', 'Comprar pan'),
      given('leche', 'Comprar leche'),
      changed('pan', { titulo: 'Comprar pan y leche', hecha: true }),
      read('cambiada', `${tasks}/{pan}`, {
        status: [200],
        task: { titulo: 'Comprar pan y leche', hecha: true, id: 'pan' },
      }),
      read('intacta', `${tasks}/{leche}`, {
        status: [200],
        task: { titulo: 'Comprar leche', hecha: false, id: 'leche' },
      }),
      // The state is what was sent, not the opposite of what it was: sent twice it stays, and there is a way back.
      changed('pan', { titulo: 'Comprar pan y leche', hecha: true }, 'repite'),
      read('repetida', `${tasks}/{pan}`, { status: [200], task: { hecha: true } }),
      changed('pan', { titulo: 'Comprar pan y leche', hecha: false }, 'deshace'),
      read('deshecha', `${tasks}/{pan}`, { status: [200], task: { hecha: false } }),
    ],
  },
  {
    id: 'filtrar',
    probes: [
      given('hecha', 'Regar las plantas'),
      given('pendiente', 'Llamar a Inés'),
      changed('hecha', { titulo: 'Regar las plantas', hecha: true }),
      read('hechas', `${tasks}?hecha=true`, { status: [200], tasks: { has: ['hecha'], lacks: ['pendiente'] } }),
      read('pendientes', `${tasks}?hecha=false`, { status: [200], tasks: { has: ['pendiente'], lacks: ['hecha'] } }),
      // A filter is for one request.
      read('todas', tasks, { status: [200], tasks: { has: ['hecha', 'pendiente'] } }),
    ],
  },
  {
    id: 'borrar',
    probes: [
      given('una', 'Tirar la basura'),
      given('otra', 'Ordenar la mesa'),
      { id: 'borra', methods: ['DELETE'], path: `${tasks}/{una}`, expect: { status: [204, 200] } },
      read('borrada', `${tasks}/{una}`, { status: [404] }),
      read('lista-sin-ella', tasks, { status: [200], tasks: { has: ['otra'], lacks: ['una'] } }),
      // An id names one task for ever: a new one does not take that of a deleted one.
      {
        ...given('nueva', 'Comprar pan'),
        expect: { status: created, task: { titulo: 'Comprar pan', fresh: ['una', 'otra'] } },
      },
      read('sigue-borrada', `${tasks}/{una}`, { status: [404] }),
      read('otra-intacta', `${tasks}/{otra}`, { status: [200], task: { titulo: 'Ordenar la mesa', id: 'otra' } }),
    ],
  },
  {
    id: 'json-roto',
    probes: [
      { id: 'json-roto', methods: ['POST'], path: tasks, text: '{"titulo": ', expect: { status: [400] } },
      { id: 'sin-cuerpo', methods: ['POST'], path: tasks, text: '', expect: { status: [400] } },
      given('una', 'Tirar la basura'),
      {
        id: 'cambio-roto',
        methods: ['PUT', 'PATCH'],
        path: `${tasks}/{una}`,
        text: '{"titulo": ',
        expect: { status: [400] },
      },
      read('sigue-vivo', tasks, { status: [200] }),
    ],
  },
  {
    // What is answered is left open: that there is an answer, and that the service lives on, is not.
    id: 'direcciones-raras',
    probes: [
      read('no-se-descodifica', `${tasks}/%E0%A4%A`, {}),
      read('sin-ruta', '//', {}),
      read('sigue-vivo', tasks, { status: [200] }),
    ],
  },
  {
    id: 'sin-titulo',
    probes: [
      { id: 'sin-titulo', methods: ['POST'], path: tasks, json: {}, expect: { status: [400] } },
      { id: 'titulo-vacio', methods: ['POST'], path: tasks, json: { titulo: '' }, expect: { status: [400] } },
      { id: 'json-nulo', methods: ['POST'], path: tasks, json: null, expect: { status: [400] } },
      read('sigue-vivo', tasks, { status: [200] }),
    ],
  },
  {
    id: 'desconocidas',
    probes: [
      given('una', 'Tirar la basura'),
      { id: 'borra', methods: ['DELETE'], path: `${tasks}/{una}`, expect: { status: [204, 200] } },
      {
        id: 'cambia-borrada',
        methods: ['PUT', 'PATCH'],
        path: `${tasks}/{una}`,
        json: { titulo: 'Nada', hecha: true },
        expect: { status: [404] },
      },
      { id: 'borra-borrada', methods: ['DELETE'], path: `${tasks}/{una}`, expect: { status: [404] } },
      // A name that every object has without holding it.
      read('nombre-heredado', `${tasks}/constructor`, { status: [404] }),
      read('otra-ruta', '/recados', { status: [404] }),
      read('ruta-parecida', '/tareas-viejas', { status: [404] }),
      given('otra', 'Ordenar la mesa'),
      read('ruta-mas-larga', `${tasks}/{otra}/nada`, { status: [404] }),
    ],
  },
  {
    id: 'metodos',
    probes: [
      given('una', 'Tirar la basura'),
      { id: 'patch-lista', methods: ['PATCH'], path: tasks, json: { titulo: 'Nada' }, expect: { status: [405] } },
      {
        id: 'post-una',
        methods: ['POST'],
        path: `${tasks}/{una}`,
        json: { titulo: 'Nada' },
        expect: { status: [405] },
      },
    ],
  },
  {
    id: 'trozos',
    probes: [
      {
        id: 'en-trozos',
        methods: ['POST'],
        path: tasks,
        json: { titulo: accents },
        split: true,
        expect: { status: created, task: { titulo: accents }, advice: true },
      },
    ],
  },
  { id: 'carga', probes: [], burst: 1000 },
  {
    id: 'cuerpo-grande',
    probes: [
      { id: 'cuerpo-grande', methods: ['POST'], path: tasks, padding: 1_500_000, expect: { orNone: true } },
      read('sigue-vivo', tasks, { status: [200] }),
    ],
  },
];
