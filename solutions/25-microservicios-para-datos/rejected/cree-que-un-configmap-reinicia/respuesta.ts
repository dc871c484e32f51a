import type { Respuesta } from '../../../../exercises/25-microservicios-para-datos/respuesta.types';

export default {
  historico: {
    eleccion: 'spark',
    prueba: 'datos-cerca',
    'otra-prueba': 'memoria-entre-etapas',
    contrapunto: 'pide-memoria',
  },
  fraude: {
    eleccion: 'microservicios',
    prueba: 'responde-al-llegar',
    'otra-prueba': 'modelo-aparte',
    contrapunto: 'duplicados',
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
    eleccion: 'contenedor',
    prueba: 'cabe-en-una-maquina',
    'otra-prueba': 'arranca-y-termina',
    contrapunto: 'sin-reparto',
  },
  cambios: {
    'regla-en-el-paquete': 13,
    'regla-en-su-servicio': 3,
    'regla-en-la-configuracion': 3, // expect: theory/prediction
    'regla-con-huella': 3,
    'mas-replicas': 0,
    'formato-compartido': 9,
  },
} satisfies Respuesta;
