import type { Respuesta } from '../../../../exercises/02-dockerfile-hola-mundo/respuesta.types';

export default {
  predicciones: {
    'editar-codigo': 1,
    'editar-dependencias': 3,
    'todo-junto': 'si',
    'editar-notas': 1, // expect: theory/prediction
  },
} satisfies Respuesta;
