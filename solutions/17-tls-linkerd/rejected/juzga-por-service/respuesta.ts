import type { Respuesta } from '../../../../exercises/17-tls-linkerd/respuesta.types';

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
    'por-service': 'verdadero', // expect: theory/judgement
    ancla: 'falso',
    'tls-ajeno': 'falso',
    exigido: 'falso',
    sondas: 'falso',
    opaco: 'falso',
    'clave-privada': 'verdadero',
    version: 'verdadero',
    autorizacion: 'verdadero',
  },
} satisfies Respuesta;
