import { createServer } from 'node:http';

type Tarea = { id: number; titulo: string; hecha: boolean };
const tareas: Tarea[] = [];
let siguiente = 1;

const servidor = createServer((req, res) => {
  const responder = (codigo: number, valor?: unknown) => {
    res.writeHead(codigo, { 'content-type': 'application/json' });
    res.end(valor === undefined ? '' : JSON.stringify(valor));
  };
  const [ruta = '', consulta = ''] = (req.url ?? '').split('?');
  // expect: service/body
  const hallado = /^\/tareas(?:\/([^/]+))?$/.exec(ruta);
  if (!hallado) return responder(404, { error: 'ruta' });
  const trozos: Buffer[] = [];
  req.on('data', (trozo) => trozos.push(trozo));
  req.on('end', () => {
    let datos: any;
    if (['POST', 'PUT', 'PATCH'].includes(req.method ?? '')) {
      try {
        datos = JSON.parse(Buffer.concat(trozos).toString());
      } catch {
        return responder(400, { error: 'JSON' });
      }
      if (typeof datos !== 'object' || datos === null) return responder(400, { error: 'objeto' });
    }
    const id = hallado[1];
    if (id === undefined) {
      if (req.method === 'GET') {
        const hecha = new URLSearchParams(consulta).get('hecha');
        return responder(200, tareas.filter((t) => hecha === null || String(t.hecha) === hecha));
      }
      if (req.method !== 'POST') return responder(405, { error: 'método' });
      if (typeof datos.titulo !== 'string' || datos.titulo === '') return responder(400, { error: 'título' });
      const nueva = { id: siguiente++, titulo: datos.titulo, hecha: false };
      tareas.push(nueva);
      return responder(201, nueva);
    }
    if (!['GET', 'PUT', 'PATCH', 'DELETE'].includes(req.method ?? '')) return responder(405, { error: 'método' });
    const indice = tareas.findIndex((t) => String(t.id) === id);
    const tarea = tareas[indice];
    if (!tarea) return responder(404, { error: 'tarea' });
    if (req.method === 'DELETE') {
      tareas.splice(indice, 1);
      return responder(204);
    }
    if (req.method !== 'GET') {
      if (typeof datos.titulo === 'string' && datos.titulo !== '') tarea.titulo = datos.titulo;
      tarea.hecha = !tarea.hecha;
    }
    return responder(200, tarea);
  });
});
servidor.listen(Number(process.env.PORT ?? 8080));
process.on('SIGTERM', () => servidor.close(() => process.exit(0)));
