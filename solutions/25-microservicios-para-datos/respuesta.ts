import type { Respuesta } from '../../exercises/25-microservicios-para-datos/respuesta.types';

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
    'regla-en-la-configuracion': 0,
    'regla-con-huella': 3,
    'mas-replicas': 0,
    'formato-compartido': 9,
  },
  explica: {
    'desarrollo-y-despliegue':
      'Cada servicio lo desarrolla un equipo, con el lenguaje y las bibliotecas que le convienen y con pruebas propias. Al cambiar una regla de la limpieza, ese servicio se despliega por separado y los demás siguen como estaban. Y cuando uno se queda corto, se dan más réplicas a ese servicio únicamente.',
    'cuando-no':
      'Un lote conviene cuando hay que cruzar u ordenar terabytes que no urgen. Los servicios se pasan los datos por la red, que es la parte lenta, y además son más piezas que vigilar: alguien tiene que ocuparse de los contratos y de los mensajes repetidos.',
  },
} satisfies Respuesta;
