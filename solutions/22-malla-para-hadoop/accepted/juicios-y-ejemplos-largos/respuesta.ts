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
    'que-puede': 'Cuando un cliente lee bloques de un DataNode, la malla cifra esa conexión y comprueba su identidad, aunque no entienda lo que lleva. Cuando pide lo mismo por WebHDFS, que sí es HTTP, además puede autorizar por la ruta y reintentar la petición.',
    'que-no': 'Lo primero es saber que el RPC no es HTTP: para los proxies son bytes. Lo segundo, que Kerberos sigue haciendo falta, porque la malla conoce cargas y no usuarios. Lo tercero, que el cliente va directo a la dirección del DataNode que le da el NameNode.',
  },
} satisfies Respuesta;
