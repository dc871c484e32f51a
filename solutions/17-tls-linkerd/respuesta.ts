import type { Respuesta } from '../../exercises/17-tls-linkerd/respuesta.types';

export default {
  tramos: {
    'web-a-api': 'mtls',
    'web-a-viejo': 'sin-cifrar',
    'viejo-a-api': 'respuesta',
    'web-a-db': 'mtls',
    'lo-que-se-ve-de-db': 'bytes',
    'web-a-pagos': 'sin-cifrar',
    'lotes-a-api': 'sin-cifrar',
    'web-a-cache': 'mtls',
    'sonda-a-api': 'sin-cifrar',
    'web-a-nombres': 'sin-cifrar',
    'web-al-banco': 'tls-de-la-aplicacion',
    'identidad-de-informes': 'la-de-la-cuenta',
  },
  orden: [
    'emisor-instalado',
    'token-montado',
    'clave-generada',
    'csr-enviada',
    'token-comprobado',
    'certificado-firmado',
    'proxy-identificado',
    'mtls-negociado',
    'certificado-renovado',
  ],
  juicios: {
    'todo-el-trafico': 'falso',
    'por-service': 'falso',
    ancla: 'falso',
    'tls-ajeno': 'falso',
    exigido: 'falso',
    sondas: 'falso',
    opaco: 'falso',
    'clave-privada': 'verdadero',
    version: 'verdadero',
    autorizacion: 'verdadero',
  },
  explica: {
    mecanismo:
      'Los proxies de los dos pods cifran lo que se dicen con TLS mutuo; la aplicación sigue hablando en claro con el suyo. Al arrancar, cada proxy pide un certificado a identity, que se lo firma a nombre de la ServiceAccount del pod. El certificado dura un día y el proxy lo renueva antes de que caduque.',
    alcance:
      'El tráfico va cifrado entre pods de la malla, los que llevan proxy. El tráfico hacia un pod sin proxy va en claro. La ventaja es que no hay que tocar el código ni repartir certificados.',
  },
} satisfies Respuesta;
