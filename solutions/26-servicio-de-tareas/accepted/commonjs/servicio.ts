const http = require('http');

const tareas = Object.create(null);
let cuenta = 0;

const servidor = http.createServer((peticion, respuesta) => {
  const piezas = [];
  peticion.on('data', (pieza) => piezas.push(pieza));
  peticion.on('end', () => {
    const url = new URL(`http://localhost${peticion.url}`);
    const partes = url.pathname.split('/').filter(Boolean);
    const responde = (codigo, valor) => {
      respuesta.writeHead(codigo, { 'Content-Type': 'application/json' });
      respuesta.end(valor === undefined ? '' : JSON.stringify(valor));
    };
    let datos = null;
    try {
      if (piezas.length > 0) datos = JSON.parse(Buffer.concat(piezas).toString('utf8'));
    } catch (error) {
      return responde(400, { error: 'El cuerpo no es JSON válido' });
    }
    if (partes[0] !== 'tareas' || partes.length > 2) return responde(404, { error: 'No existe' });
    if (partes.length === 1) {
      if (peticion.method === 'GET') {
        let salida = Object.values(tareas);
        if (url.searchParams.has('hecha')) salida = salida.filter((t) => String(t.hecha) === url.searchParams.get('hecha'));
        return responde(200, salida);
      }
      if (peticion.method === 'POST') {
        if (!datos || !datos.titulo) return responde(400, { error: 'Falta el título' });
        const id = 't' + ++cuenta;
        tareas[id] = { id, titulo: datos.titulo, hecha: Boolean(datos.hecha) };
        respuesta.setHeader('Location', '/tareas/' + id);
        return responde(201, tareas[id]);
      }
      return responde(405, { error: 'Método no admitido' });
    }
    const id = partes[1];
    if (!['GET', 'PUT', 'DELETE'].includes(peticion.method)) return responde(405, { error: 'Método no admitido' });
    if (!tareas[id]) return responde(404, { error: 'No existe' });
    if (peticion.method === 'PUT') tareas[id] = { ...tareas[id], ...datos, id };
    const tarea = tareas[id];
    if (peticion.method === 'DELETE') delete tareas[id];
    responde(200, tarea);
  });
});

servidor.listen(Number(process.env.PORT) || 8080);
process.on('SIGTERM', () => servidor.close());
