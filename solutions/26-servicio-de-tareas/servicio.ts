import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

interface Tarea {
  readonly id: number;
  titulo: string;
  hecha: boolean;
}

const tareas = new Map<number, Tarea>();
let ultimoId = 0;

const limite = 100_000;

/** Un error que el cliente puede entender: se convierte en una respuesta, no en una caída. */
class Rechazo extends Error {
  readonly codigo: number;
  readonly cabeceras: Record<string, string>;

  constructor(codigo: number, mensaje: string, cabeceras: Record<string, string> = {}) {
    super(mensaje);
    this.codigo = codigo;
    this.cabeceras = cabeceras;
  }
}

function responder(
  res: ServerResponse,
  codigo: number,
  cuerpo?: unknown,
  cabeceras: Record<string, string> = {},
): void {
  if (cuerpo === undefined) {
    res.writeHead(codigo, cabeceras).end();
    return;
  }
  res
    .writeHead(codigo, { 'content-type': 'application/json; charset=utf-8', ...cabeceras })
    .end(JSON.stringify(cuerpo));
}

async function leerJson(req: IncomingMessage): Promise<Record<string, unknown>> {
  const trozos: Buffer[] = [];
  let longitud = 0;
  for await (const trozo of req) {
    longitud += trozo.length;
    if (longitud <= limite) trozos.push(trozo);
  }
  if (longitud > limite) throw new Rechazo(413, 'el cuerpo es demasiado grande');
  try {
    const valor: unknown = JSON.parse(Buffer.concat(trozos).toString('utf8'));
    if (typeof valor === 'object' && valor !== null && !Array.isArray(valor)) return valor as Record<string, unknown>;
  } catch {
    // Cae en el rechazo de abajo.
  }
  throw new Rechazo(400, 'el cuerpo no es un objeto JSON');
}

function tituloDe(datos: Record<string, unknown>): string {
  const { titulo } = datos;
  if (typeof titulo !== 'string' || titulo.trim() === '') throw new Rechazo(400, 'falta el título');
  return titulo;
}

async function atenderLista(req: IncomingMessage, res: ServerResponse, consulta: URLSearchParams): Promise<void> {
  if (req.method === 'GET') {
    const filtro = consulta.get('hecha');
    const elegidas = [...tareas.values()].filter(({ hecha }) => filtro === null || String(hecha) === filtro);
    return responder(res, 200, elegidas);
  }
  if (req.method === 'POST') {
    const titulo = tituloDe(await leerJson(req));
    const tarea: Tarea = { id: ++ultimoId, titulo, hecha: false };
    tareas.set(tarea.id, tarea);
    return responder(res, 201, tarea, { location: `/tareas/${tarea.id}` });
  }
  throw new Rechazo(405, 'método no admitido', { allow: 'GET, POST' });
}

async function atenderTarea(req: IncomingMessage, res: ServerResponse, id: number): Promise<void> {
  const metodos = ['GET', 'PUT', 'PATCH', 'DELETE'];
  if (!metodos.includes(req.method ?? '')) throw new Rechazo(405, 'método no admitido', { allow: metodos.join(', ') });
  const tarea = tareas.get(id);
  if (!tarea) throw new Rechazo(404, 'no existe esa tarea');
  if (req.method === 'DELETE') {
    tareas.delete(id);
    return responder(res, 204);
  }
  if (req.method !== 'GET') {
    const datos = await leerJson(req);
    if (req.method === 'PUT' || 'titulo' in datos) tarea.titulo = tituloDe(datos);
    if (typeof datos.hecha === 'boolean') tarea.hecha = datos.hecha;
  }
  return responder(res, 200, tarea);
}

async function atender(req: IncomingMessage, res: ServerResponse): Promise<void> {
  // Unidas, y no como segundo argumento: `//` sería entonces una dirección sin servidor, y una excepción.
  const { pathname, searchParams } = new URL(`http://servicio${req.url ?? '/'}`);
  if (pathname === '/tareas') return atenderLista(req, res, searchParams);
  const id = /^\/tareas\/(\d+)$/.exec(pathname)?.[1];
  if (id !== undefined) return atenderTarea(req, res, Number(id));
  throw new Rechazo(404, 'no existe esa ruta');
}

const servidor = createServer((req, res) => {
  atender(req, res).catch((error: unknown) => {
    const rechazo = error instanceof Rechazo ? error : new Rechazo(500, 'error interno');
    responder(res, rechazo.codigo, { error: rechazo.message }, rechazo.cabeceras);
  });
});

servidor.listen(Number(process.env.PORT ?? 8080), '0.0.0.0');

for (const senal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(senal, () => servidor.close(() => process.exit(0)));
}
