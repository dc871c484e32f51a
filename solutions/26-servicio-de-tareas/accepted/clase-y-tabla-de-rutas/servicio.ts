import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { env } from 'node:process';

type Tarea = { id: number; titulo: string; hecha: boolean };
type Peticion = { id: number; consulta: URLSearchParams; datos: () => Promise<Partial<Tarea>> };
type Respuesta = [codigo: number, cuerpo?: unknown];

class ErrorDeCliente extends Error {}

class Lista {
  #siguiente = 1;
  #tareas: Record<number, Tarea> = Object.create(null);

  todas(): Tarea[] {
    return Object.values(this.#tareas);
  }
  una(id: number): Tarea | undefined {
    return this.#tareas[id];
  }
  crear(titulo: string): Tarea {
    const id = this.#siguiente++;
    return (this.#tareas[id] = { id, titulo, hecha: false });
  }
  borrar(id: number): boolean {
    return id in this.#tareas && delete this.#tareas[id];
  }
}

const lista = new Lista();

const exigirTitulo = (datos: Partial<Tarea>): string => {
  if (!datos.titulo) throw new ErrorDeCliente('titulo es obligatorio');
  return datos.titulo;
};

const rutas: [RegExp, Record<string, (p: Peticion) => Promise<Respuesta> | Respuesta>][] = [
  [
    /^\/tareas\/?$/,
    {
      GET: ({ consulta }) => {
        const hecha = consulta.get('hecha');
        return [200, lista.todas().filter((t) => !hecha || `${t.hecha}` === hecha)];
      },
      POST: async ({ datos }) => [201, lista.crear(exigirTitulo(await datos()))],
    },
  ],
  [
    /^\/tareas\/(\w+)$/,
    {
      GET: ({ id }) => (lista.una(id) ? [200, lista.una(id)] : [404, { error: 'no existe' }]),
      PUT: async ({ id, datos }) => {
        const tarea = lista.una(id);
        if (!tarea) return [404, { error: 'no existe' }];
        const { hecha = false, ...otros } = await datos();
        Object.assign(tarea, { titulo: exigirTitulo(otros), hecha });
        return [204];
      },
      DELETE: ({ id }) => (lista.borrar(id) ? [204] : [404, { error: 'no existe' }]),
    },
  ],
];

async function leer(req: IncomingMessage): Promise<Partial<Tarea>> {
  req.setEncoding('utf8');
  let texto = '';
  for await (const trozo of req) texto += trozo;
  try {
    return JSON.parse(texto) ?? {};
  } catch {
    throw new ErrorDeCliente('el cuerpo no es JSON');
  }
}

async function resolver(req: IncomingMessage): Promise<Respuesta> {
  const url = new URL(req.url ?? '', 'http://x');
  for (const [patron, metodos] of rutas) {
    const partes = patron.exec(url.pathname);
    if (!partes) continue;
    const accion = metodos[req.method ?? ''];
    if (!accion) return [405, { error: 'método no permitido' }];
    return accion({ id: Number(partes[1]), consulta: url.searchParams, datos: () => leer(req) });
  }
  return [404, { error: 'ruta desconocida' }];
}

async function atender(req: IncomingMessage, res: ServerResponse) {
  let [codigo, cuerpo]: Respuesta = [500, { error: 'interno' }];
  try {
    [codigo, cuerpo] = await resolver(req);
  } catch (e) {
    if (e instanceof ErrorDeCliente) [codigo, cuerpo] = [400, { error: e.message }];
  }
  if (cuerpo !== undefined) res.setHeader('content-type', 'application/json; charset=utf-8');
  res.writeHead(codigo);
  res.end(cuerpo === undefined ? undefined : JSON.stringify(cuerpo));
}

const servidor = createServer(atender);
servidor.listen({ port: parseInt(env.PORT ?? '8080', 10), host: '::' });
process.on('SIGTERM', () => process.exit());
