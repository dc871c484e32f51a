import type { Respuesta } from '../../../../exercises/25-microservicios-para-datos/respuesta.types';

export default {
  historico: {
    eleccion: 'mapreduce',
    prueba: 'datos-cerca',
    'otra-prueba': 'repite-tareas',
    contrapunto: 'no-ve-nada-hasta-el-final',
  },
  fraude: {
    eleccion: 'flujo',
    prueba: 'responde-al-llegar',
    'otra-prueba': 'estado-guardado',
    contrapunto: 'un-motor-mas',
  },
  fotos: {
    eleccion: 'microservicios',
    prueba: 'equipos-sin-turno',
    'otra-prueba': 'gpu-donde-hace-falta',
    contrapunto: 'contratos-entre-equipos',
  },
  contadores: {
    eleccion: 'flujo',
    prueba: 'ventanas-y-retrasos',
    'otra-prueba': 'estado-guardado',
    contrapunto: 'un-motor-mas',
  },
  informe: {
    eleccion: 'spark',
    prueba: 'cabe-en-una-maquina',
    'otra-prueba': 'crece-sin-reescribir',
    contrapunto: 'aprender-spark',
  },
  cambios: {
    'regla-en-el-paquete': 13,
    'regla-en-su-servicio': 3,
    'regla-en-la-configuracion': 0,
    'regla-con-huella': 3,
    'mas-replicas': 0,
    'formato-compartido': 9,
  },
} satisfies Respuesta;
