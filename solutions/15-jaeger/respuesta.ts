import type { Respuesta } from '../../exercises/15-jaeger/respuesta.types';

export default {
  cabeceras: {
    enteras: 4,
    partida: 2,
    'partida-spans': 2,
    hoja: 1,
    'sin-sidecar': 1,
  },
  muestreo: {
    b1: 1,
    a1: 40,
    a2: 100,
    c1: 0,
    heredada: 1,
  },
  juicios: {
    automatica: 'falso',
    'por-defecto': 'falso',
    'sin-trazas': 'falso',
    puertos: 'falso',
    span: 'verdadero',
    'x-request-id': 'falso',
    'valores-antiguos': 'falso',
    coste: 'falso',
  },
  explica: {
    traza:
      'Una traza es el recorrido completo de una petición por todos los servicios, y está formada por los spans que comparten su identificador. Un span es una operación dentro de ese recorrido, con su comienzo y su duración.',
    propagacion:
      'Los proxies crean los spans y los envían sin ayuda de nadie. A la aplicación le toca copiar las cabeceras de la petición que recibe en las llamadas que hace, porque solo ella sabe cuál responde a cuál. Si no las copia no falta ningún span, pero la traza queda partida en varias.',
  },
} satisfies Respuesta;
