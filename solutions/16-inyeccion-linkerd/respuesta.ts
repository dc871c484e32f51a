import type { Respuesta } from '../../exercises/16-inyeccion-linkerd/respuesta.types';

export default {
  predicciones: {
    callado: 'si',
    verdadero: 'no',
    'en-el-nodo': 'no',
    'bajo-etiqueta': 'no',
    rebelde: 'si',
    arriba: 'no',
    veterano: 'no',
    reiniciado: 2,
  },
  orden: [
    'pod-pedido',
    'peticion-autorizada',
    'webhook-llamado',
    'anotaciones-leidas',
    'parche-devuelto',
    'pod-guardado',
    'pod-asignado',
    'trafico-desviado',
    'proxy-en-marcha',
    'aplicacion-en-marcha',
  ],
  juicios: {
    etiqueta: 'falso',
    existentes: 'falso',
    istio: 'falso',
    metadatos: 'falso',
    'donde-mirar': 'falso',
    'sin-codigo': 'verdadero',
    excepcion: 'verdadero',
    sustituye: 'falso',
    envoy: 'falso',
    'webhook-caido': 'verdadero',
  },
  explica: {
    mecanismo:
      'Al crear un pod, la API llama a un webhook de Linkerd, que mira las anotaciones y añade al pod el contenedor del proxy. Los pods que ya existían siguen igual hasta que se reinician. Dentro del pod, linkerd-init escribe unas reglas de iptables que desvían el tráfico hacia el proxy.',
    beneficios:
      'Entre los pods que llevan el proxy, todo lo que se dicen va cifrado con mTLS, y el proxy da las métricas de cada una de las peticiones. Quien desarrolla no tiene que cambiar el código de la aplicación. A cambio, cada uno de los proxies consume algo de memoria y de procesador y añade latencia a las llamadas.',
  },
} satisfies Respuesta;
