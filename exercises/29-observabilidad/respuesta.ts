import type { Respuesta } from './respuesta.types';

export default {
  diagnostico: {
    servicio: 'no-se',
    cuanto: 'no-se',
    avisos: 'no-se',
  },
  orden: [],
  juicios: {
    'sin-trafico': 'no-se',
    reenvio: 'no-se',
    'metricas-sin-muestreo': 'no-se',
    'addons-produccion': 'no-se',
    'metrica-o-traza': 'no-se',
    'cr-operador': 'no-se',
  },
} satisfies Respuesta;
