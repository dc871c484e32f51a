import type { Respuesta } from './respuesta.types';

export default {
  banco: {
    eleccion: 'no-se',
    prueba: 'no-se',
    'otra-prueba': 'no-se',
    contrapunto: 'no-se',
  },
  'empresa-joven': {
    eleccion: 'no-se',
    prueba: 'no-se',
    'otra-prueba': 'no-se',
    contrapunto: 'no-se',
  },
  hospital: {
    eleccion: 'no-se',
    prueba: 'no-se',
    'otra-prueba': 'no-se',
    contrapunto: 'no-se',
  },
  subastas: {
    eleccion: 'no-se',
    prueba: 'no-se',
    'otra-prueba': 'no-se',
    contrapunto: 'no-se',
  },
  juicios: {
    comparativas: 'no-se',
    'modos-de-istio': 'no-se',
    'politica-en-linkerd': 'no-se',
    'mas-funciones': 'no-se',
    'versiones-de-linkerd': 'no-se',
    'horas-del-equipo': 'no-se',
    'medir-con-lo-propio': 'no-se',
    tokens: 'no-se',
  },
  explica: {
    'pros-y-contras': '',
    'cuando-cada-una': '',
  },
} satisfies Respuesta;
