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
    'que-puede': 'La mezcla de MapReduce va por HTTP, así que sus peticiones se cuentan y se pueden reintentar cuando fallan. El RPC del NameNode se limita por identidad y va cifrado con mTLS.',
    'que-no': 'En la transferencia de datos los proxies solo ven bytes y no hay rutas ni reintentos. La malla no reemplaza a Kerberos. Además el cliente va directo al DataNode que tiene el bloque.',
  },
} satisfies Respuesta;
