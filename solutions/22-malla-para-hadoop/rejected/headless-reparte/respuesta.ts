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
    headless: 'verdadero', // expect: theory/judgement
    'sin-proxy': 'verdadero',
    'l7-en-rpc': 'falso',
  },
} satisfies Respuesta;
