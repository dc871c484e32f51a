import type { Respuesta } from './respuesta.types';

export default {
  consultas: {
    peticiones: 'no-se',
    errores: 'no-se',
    p95: 'no-se',
    'por-cliente': 'no-se',
  },
  llega: {
    callado: 'no-se',
    anunciado: 'no-se',
    apartado: 'no-se',
    desviado: 'no-se',
    forastero: 'no-se',
    doble: 'no-se',
  },
  quien: {
    contar: 'no-se',
    juntar: 'no-se',
    anotar: 'no-se',
    recoger: 'no-se',
    guardar: 'no-se',
    evaluar: 'no-se',
    dibujar: 'no-se',
    mixer: 'no-se',
  },
  juicios: {
    push: 'no-se',
    perfil: 'no-se',
    strict: 'no-se',
    'grafana-recoge': 'no-se',
    tcp: 'no-se',
    politica: 'no-se',
    'reiniciar-contador': 'no-se',
    'media-de-percentiles': 'no-se',
  },
  explica: {
    cadena: '',
    lectura: '',
  },
} satisfies Respuesta;
