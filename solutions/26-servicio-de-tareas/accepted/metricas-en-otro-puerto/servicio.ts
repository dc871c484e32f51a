import { randomUUID } from 'node:crypto';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { once } from 'node:events';

type Tarea = { id: string; titulo: string; hecha: boolean };
type Manejador = (ctx: Contexto) => Promise<void> | void;
type Contexto = { req: IncomingMessage; res: ServerResponse; params: Record<string, string>; query: URLSearchParams };

class HttpError extends Error {
  status: number;
  constructor(status: number, message: string) { super(message); this.status = status; }
}

class Router {
  #rutas: { metodo: string; patron: RegExp; manejador: Manejador }[] = [];
  on(metodo: string, ruta: string, manejador: Manejador): this {
    const patron = new RegExp(`^${ruta.replace(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`);
    this.#rutas.push({ metodo, patron, manejador });
    return this;
  }
  async handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const [path, search = ''] = (req.url ?? '/').split('?', 2);
    const posibles = this.#rutas.filter((r) => r.patron.test(path!));
    if (posibles.length === 0) throw new HttpError(404, 'ruta');
    const ruta = posibles.find((r) => r.metodo === req.method);
    if (!ruta) throw new HttpError(405, 'método');
    const params = { ...ruta.patron.exec(path!)!.groups };
    await ruta.manejador({ req, res, params, query: new URLSearchParams(search) });
  }
}

const almacen = new Map<string, Tarea>();
const enviar = (res: ServerResponse, status: number, cuerpo: unknown) => {
  const datos = Buffer.from(JSON.stringify(cuerpo), 'utf8');
  res.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': datos.byteLength });
  res.end(datos);
};
async function cuerpo(req: IncomingMessage): Promise<any> {
  req.setEncoding('utf8');
  let texto = '';
  for await (const trozo of req) {
    texto += trozo;
    if (texto.length > 1e6) throw new HttpError(413, 'grande');
  }
  try { return JSON.parse(texto); } catch { throw new HttpError(400, 'json'); }
}
const buscar = (id: string): Tarea => almacen.get(id) ?? (() => { throw new HttpError(404, 'tarea'); })();

const router = new Router()
  .on('GET', '/tareas', ({ res, query }) => {
    const hecha = query.get('hecha');
    enviar(res, 200, Array.from(almacen.values()).filter((t) => hecha == null || `${t.hecha}` === hecha));
  })
  .on('POST', '/tareas', async ({ req, res }) => {
    const datos = await cuerpo(req);
    if (typeof datos?.titulo !== 'string' || !datos.titulo.trim()) throw new HttpError(400, 'título');
    const tarea: Tarea = { id: randomUUID(), titulo: datos.titulo, hecha: false };
    almacen.set(tarea.id, tarea);
    enviar(res, 201, tarea);
  })
  .on('GET', '/tareas/:id', ({ res, params }) => enviar(res, 200, buscar(params.id!)))
  .on('PATCH', '/tareas/:id', async ({ req, res, params }) => {
    const tarea = buscar(params.id!);
    const cambios = await cuerpo(req);
    if (cambios?.titulo !== undefined) tarea.titulo = String(cambios.titulo);
    if (cambios?.hecha !== undefined) tarea.hecha = !!cambios.hecha;
    res.statusCode = 204;
    res.end();
  })
  .on('DELETE', '/tareas/:id', ({ res, params }) => {
    buscar(params.id!);
    almacen.delete(params.id!);
    enviar(res, 200, { borrada: true });
  });

const server = createServer();
server.on('request', async (req, res) => {
  try { await router.handle(req, res); } catch (e) {
    if (res.headersSent) return res.destroy();
    enviar(res, e instanceof HttpError ? e.status : 500, { error: String((e as Error).message) });
  }
});
createServer((_, res) => void res.end(`tareas ${almacen.size}\n`)).listen(9090); // métricas
server.listen({ port: +(process.env.PORT ?? '8080'), host: '0.0.0.0' });
await once(server, 'listening');
console.log('listo');
const parar = () => process.exit(0);
process.once('SIGTERM', parar).once('SIGINT', parar);
