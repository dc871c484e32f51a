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
  explica: {
    diferencia:
      'Una imagen es un artefacto inmutable: capas de solo lectura y una configuración. Un contenedor es una instancia de la imagen: un proceso aislado que se crea a partir de ella y añade encima su propia capa de escritura. De la misma imagen salen tantos contenedores como haga falta.',
    'ciclo-de-vida':
      'La imagen se construye con docker build a partir de un Dockerfile. Cuando el contenedor se detiene, lo que escribió se conserva en su capa, porque el contenedor sigue existiendo. Cuando se borra con docker rm, su capa se va con él y los datos se pierden; lo que deba durar va en un volumen.',
  },
} satisfies Respuesta;
