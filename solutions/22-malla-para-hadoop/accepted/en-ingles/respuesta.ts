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
    'que-puede': 'The mesh encrypts HDFS RPC with mTLS. WebHDFS is HTTP, so the mesh can retry requests and authorize by path.',
    'que-no': 'Hadoop RPC is not HTTP, so the proxy only sees bytes. Kerberos is not replaced, because it knows the users. The NameNode gives the address of each DataNode to the client.',
  },
} satisfies Respuesta;
