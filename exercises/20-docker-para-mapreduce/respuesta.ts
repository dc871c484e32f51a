import type { Respuesta } from './respuesta.types';

export default {
  demonios: [],
  predicciones: {
    'recrear-sin-volumen': 'no-se',
    'parar-sin-volumen': 'no-se',
    'carpeta-del-volumen': 'no-se',
    'un-datanode-sin-volumen': 'no-se',
    'en-localhost': 'no-se',
  },
  juicios: {
    'solo-demonios': 'no-se',
    'dependencias-por-trabajo': 'no-se',
    'imagen-cualquiera': 'no-se',
    'formatear-al-arrancar': 'no-se',
    'replicas-en-lugar-de-volumen': 'no-se',
    'interfaz-web': 'no-se',
    'root-decide': 'no-se',
    'localidad-perdida': 'no-se',
  },
  explica: {
    caminos: '',
    datos: '',
  },
} satisfies Respuesta;
