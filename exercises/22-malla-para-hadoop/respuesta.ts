import type { Respuesta } from './respuesta.types';

export default {
  matriz: {
    'cifrar-rpc': 'no-se',
    'cifrar-mezcla': 'no-se',
    'identidad-datos': 'no-se',
    'ruta-rpc': 'no-se',
    'ruta-webhdfs': 'no-se',
    'cabecera-datos': 'no-se',
    'cabecera-web': 'no-se',
    'reintentos-rpc': 'no-se',
    'reintentos-mezcla': 'no-se',
    'reparto-datos': 'no-se',
    'reparto-httpfs': 'no-se',
    'metricas-rpc': 'no-se',
    'metricas-mezcla': 'no-se',
  },
  ocurre: {
    registrados: 'no-se',
    'lectura-redirigida': 'no-se',
    'lectura-transparente': 'no-se',
    'sin-publicar': 'no-se',
    'puerto-mal-llamado': 'no-se',
    'webhdfs-desde-fuera': 'no-se',
    'opaco-en-linkerd': 'no-se',
  },
  juicios: {
    kerberos: 'no-se',
    'doble-cifrado': 'no-se',
    opaco: 'no-se',
    headless: 'no-se',
    'sin-proxy': 'no-se',
    'l7-en-rpc': 'no-se',
  },
  explica: {
    'que-puede': '',
    'que-no': '',
  },
} satisfies Respuesta;
