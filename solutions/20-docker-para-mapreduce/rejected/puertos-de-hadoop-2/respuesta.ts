import type { Respuesta } from '../../../../exercises/20-docker-para-mapreduce/respuesta.types';

export default {
  demonios: [
    'crear-red',
    'namenode-con-volumen',
    'datanode-1',
    'datanode-2',
    'resourcemanager',
    'nodemanager',
    'subir-datos',
  ],
  predicciones: {
    'recrear-sin-volumen': 0,
    'parar-sin-volumen': 3,
    'carpeta-del-volumen': 'sin-formatear',
    'un-datanode-sin-volumen': 'si',
    'en-localhost': 0,
  },
  juicios: {
    'solo-demonios': 'falso',
    'dependencias-por-trabajo': 'verdadero',
    'imagen-cualquiera': 'falso',
    'formatear-al-arrancar': 'falso',
    'replicas-en-lugar-de-volumen': 'falso',
    'interfaz-web': 'falso', // expect: theory/judgement
    'root-decide': 'verdadero',
    'localidad-perdida': 'falso',
  },
} satisfies Respuesta;
