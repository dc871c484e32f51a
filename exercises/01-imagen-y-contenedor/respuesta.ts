import type { Respuesta } from './respuesta.types';

export default {
  plan: [],
  predicciones: {
    'contenedores-de-una-imagen': 'no-se',
    'contenedores-tras-parar': 'no-se',
    'fichero-tras-parar': 'no-se',
    'fichero-tras-borrar': 'no-se',
    'fichero-en-volumen': 'no-se',
    'contenedor-tras-reconstruir': 'no-se',
    'borrar-imagen-en-uso': 'no-se',
  },
  juicios: {
    'imagen-se-ejecuta': 'no-se',
    'cambios-vuelven': 'no-se',
    nucleo: 'no-se',
    'varios-de-una': 'no-se',
    'run-equivale': 'no-se',
    'commit-construye': 'no-se',
    'capas-compartidas': 'no-se',
    digest: 'no-se',
  },
  explica: {
    diferencia: '',
    'ciclo-de-vida': '',
  },
} satisfies Respuesta;
