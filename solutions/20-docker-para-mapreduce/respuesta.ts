import type { Respuesta } from '../../exercises/20-docker-para-mapreduce/respuesta.types';

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
    'interfaz-web': 'verdadero',
    'root-decide': 'verdadero',
    'localidad-perdida': 'falso',
  },
  explica: {
    caminos:
      'YARN ejecuta en contenedores las tareas, es decir, los map y los reduce de cada trabajo; los demonios siguen en sus máquinas, cerca de los discos. Cada trabajo trae sus dependencias en la imagen, y dos equipos pueden usar versiones distintas de una biblioteca sin instalarlas en los nodos.',
    datos:
      'Lo que deba durar tiene que estar en un volumen, porque la capa de un contenedor se va con él. Las réplicas de HDFS son de los bloques, que están en los DataNodes; el índice, que dice qué bloques forman cada fichero, solo lo tiene el NameNode.',
  },
} satisfies Respuesta;
