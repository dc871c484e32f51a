import type { Respuesta } from '../../exercises/04-pod-nginx/respuesta.types';

export default {
  predicciones: {
    direcciones: 1,
    localhost: 'bienvenida',
    choque: 1,
    'choque-listo': 'no',
    'puerto-declarado': 'conexion-rechazada',
    'orden-que-termina': 'reinicios',
  },
  juicios: {
    'un-contenedor': 'falso',
    'mismo-nodo': 'verdadero',
    'se-repone-solo': 'falso',
    'imagenes-de-docker': 'falso',
    cri: 'verdadero',
    'readiness-reinicia': 'falso',
  },
  explica: {
    pod: 'Un pod es lo más pequeño que Kubernetes pone en marcha: un grupo de uno o varios contenedores que van siempre juntos al mismo nodo. Sus contenedores comparten una sola IP, y con ella los puertos, y pueden montar los mismos volúmenes; entre ellos se hablan por localhost.',
    runtime:
      'El kubelet no arranca los contenedores él mismo: se los pide al runtime del nodo, como containerd o CRI-O, a través de la interfaz CRI. Las imágenes que construyes con Docker siguen el estándar OCI, así que funcionan igual aunque en el nodo no haya Docker.',
  },
} satisfies Respuesta;
