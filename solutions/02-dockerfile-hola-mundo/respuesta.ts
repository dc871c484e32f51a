import type { Respuesta } from '../../exercises/02-dockerfile-hola-mundo/respuesta.types';

export default {
  predicciones: {
    'editar-codigo': 1,
    'editar-dependencias': 3,
    'todo-junto': 'si',
    'editar-notas': 0,
  },
  explica: {
    receta:
      'Un Dockerfile es un archivo de texto con las instrucciones, en orden, para construir una imagen. Lo que pones en RUN se ejecuta mientras se construye y su resultado queda en una capa; el CMD solo se apunta en la imagen, y se ejecuta cuando arranca un contenedor.',
    cache:
      'Docker aprovecha de la caché cada capa cuya instrucción y cuyos ficheros no han cambiado. En cuanto una cambia, se repiten ella y todas las siguientes, porque cada capa parte de lo que dejó la anterior; por eso las dependencias se copian antes que el código.',
  },
} satisfies Respuesta;
