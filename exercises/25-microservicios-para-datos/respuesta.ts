import type { Respuesta } from './respuesta.types';

export default {
  historico: {
    eleccion: 'no-se',
    prueba: 'no-se',
    'otra-prueba': 'no-se',
    contrapunto: 'no-se',
  },
  fraude: {
    eleccion: 'no-se',
    prueba: 'no-se',
    'otra-prueba': 'no-se',
    contrapunto: 'no-se',
  },
  fotos: {
    eleccion: 'no-se',
    prueba: 'no-se',
    'otra-prueba': 'no-se',
    contrapunto: 'no-se',
  },
  contadores: {
    eleccion: 'no-se',
    prueba: 'no-se',
    'otra-prueba': 'no-se',
    contrapunto: 'no-se',
  },
  informe: {
    eleccion: 'no-se',
    prueba: 'no-se',
    'otra-prueba': 'no-se',
    contrapunto: 'no-se',
  },
  cambios: {
    'regla-en-el-paquete': 'no-se',
    'regla-en-su-servicio': 'no-se',
    'regla-en-la-configuracion': 'no-se',
    'regla-con-huella': 'no-se',
    'mas-replicas': 'no-se',
    'formato-compartido': 'no-se',
  },
  explica: {
    'desarrollo-y-despliegue': '',
    'cuando-no': '',
  },
} satisfies Respuesta;
