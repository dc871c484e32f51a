import type { Respuesta } from '../../../../exercises/22-malla-para-hadoop/respuesta.types';

export default {
  matriz: {
    'cifrar-rpc': 'conexiones',
    'cifrar-mezcla': 'conexiones',
    'identidad-datos': 'conexiones',
    'ruta-rpc': 'corta',
    'ruta-webhdfs': 'peticiones',
    'cabecera-datos': 'nada',
    'cabecera-web': 'peticiones',
    'reintentos-rpc': 'nada',
    'reintentos-mezcla': 'peticiones',
    'reparto-datos': 'nada',
    'reparto-httpfs': 'peticiones',
    'metricas-rpc': 'conexiones',
    'metricas-mezcla': 'peticiones',
  },
  ocurre: {
    registrados: 1,
    'lectura-redirigida': 'no-llega',
    'lectura-transparente': 'cifrado',
    'sin-publicar': 'no-llega',
    'puerto-mal-llamado': 'no-llega',
    'webhdfs-desde-fuera': 'no-llega',
    'opaco-en-linkerd': 'cifrado',
  },
  juicios: {
    kerberos: 'falso',
    'doble-cifrado': 'falso',
    opaco: 'verdadero',
    headless: 'falso',
    'sin-proxy': 'verdadero',
    'l7-en-rpc': 'falso',
  },
  explica: {
    'que-puede': 'La malla puede enrutar el RPC del NameNode por cabecera y mandar una parte a otra versión del servicio.', // expect: theory/explanation
    'que-no':
      'El RPC de Hadoop no es HTTP, así que para el proxy son bytes y no hay llamadas que repetir. La malla no sustituye a Kerberos, que es quien dice qué usuario lee cada fichero. Y hay que cuidar que el NameNode vea la dirección de cada DataNode, porque el cliente va directo a ella.',
  },
} satisfies Respuesta;
