import type { Respuesta } from '../../exercises/01-imagen-y-contenedor/respuesta.types';

export default {
  plan: ['construir', 'crear-a', 'arrancar-a', 'anotar-en-a', 'detener-a', 'ejecutar-b'],
  predicciones: {
    'contenedores-de-una-imagen': 1,
    'contenedores-tras-parar': 3,
    'fichero-tras-parar': 'si',
    'fichero-tras-borrar': 'no',
    'fichero-en-volumen': 'si',
    'contenedor-tras-reconstruir': 'antigua',
    'borrar-imagen-en-uso': 'no',
  },
  juicios: {
    'imagen-se-ejecuta': 'falso',
    'cambios-vuelven': 'falso',
    nucleo: 'falso',
    'varios-de-una': 'verdadero',
    'run-equivale': 'verdadero',
    'commit-construye': 'falso',
    'capas-compartidas': 'verdadero',
    digest: 'verdadero',
  },
} satisfies Respuesta;
