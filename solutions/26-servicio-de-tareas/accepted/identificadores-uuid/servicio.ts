import { randomUUID } from 'node:crypto';
import http from 'node:http';

type Tarea = { id: string; titulo: string; hecha: boolean; creada: string };

const tareas: Tarea[] = [];

const servidor = http.createServer((req, res) => {
  const trozos: Uint8Array[] = [];
  req.on('data', (trozo) => trozos.push(trozo));
  req.on('end', () => {
    const [ruta = '/', consulta = ''] = (req.url ?? '/').split('?');
    const [, coleccion, id, resto] = ruta.split('/');
    const enviar = (codigo: number, valor: unknown) => {
      res.statusCode = codigo;
      res.setHeader('Content-Type', 'application/json');
      res.end(JSON.stringify(valor));
    };
    if (coleccion !== 'tareas' || resto !== undefined) return enviar(404, { error: 'ruta desconocida' });

    let datos: any = {};
    if (req.method === 'POST' || req.method === 'PATCH') {
      try {
        datos = JSON.parse(Buffer.concat(trozos).toString());
      } catch {
        return enviar(400, { error: 'JSON roto' });
      }
    }
    if (!id) {
      switch (req.method) {
        case 'GET': {
          const hecha = new URLSearchParams(consulta).get('hecha');
          return enviar(200, hecha === null ? tareas : tareas.filter((t) => t.hecha === (hecha === 'true')));
        }
        case 'POST': {
          if (!datos?.titulo) return enviar(400, { error: 'falta titulo' });
          const tarea = { id: randomUUID(), titulo: String(datos.titulo), hecha: false, creada: new Date().toISOString() };
          tareas.push(tarea);
          return enviar(200, tarea);
        }
        default:
          return enviar(405, { error: 'método' });
      }
    }
    if (!['GET', 'PATCH', 'DELETE'].includes(req.method ?? '')) return enviar(405, { error: 'método' });
    const indice = tareas.findIndex((t) => t.id === id);
    const tarea = tareas[indice];
    if (!tarea) return enviar(404, { error: 'no existe' });
    if (req.method === 'PATCH') Object.assign(tarea, datos, { id: tarea.id });
    if (req.method === 'DELETE') tareas.splice(indice, 1);
    return enviar(200, tarea);
  });
});

servidor.listen(process.env.PORT || 8080, () => console.log('escuchando'));
process.once('SIGTERM', () => {
  servidor.close();
  servidor.closeAllConnections();
});
