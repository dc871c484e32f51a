import type { Respuesta } from '../../../../exercises/23-observar-hadoop/respuesta.types';

export default {
  consultas: {
    'peor-entre-media': 'max(mapreduce_task_input_bytes) * count(mapreduce_task_input_bytes) / sum(mapreduce_task_input_bytes)',
    recogiendo: 'sum by (pod) (rate(jvm_gc_collection_seconds_sum{process="task"}[5m]))',
    'por-tarea-map': 'sum(mapreduce_job_map_input_bytes) / sum(mapreduce_job_maps)',
    'mezcla-servida':
      'sum by (pod) (rate(istio_requests_total{reporter="destination", response_code="200"}[5m])) / sum by (pod) (rate(istio_requests_total{reporter="destination"}[5m]))',
  },
  diagnostico: {
    lunes: 'reparto-de-claves',
    martes: 'ficheros-pequenos',
    miercoles: 'mezcla',
    jueves: 'memoria',
    viernes: 'disco',
    'quien-lunes': 'r-000005',
    'quien-miercoles': 'nodemanager-1',
    'quien-viernes': 'datanode-3',
  },
  malla: {
    'en-la-malla-lunes': 'nada',
    'en-la-malla-martes': 'nada',
    'en-la-malla-miercoles': 'sintoma',
    'en-la-malla-jueves': 'nada',
    'en-la-malla-viernes': 'sintoma',
  },
} satisfies Respuesta;
