import type { Respuesta } from './respuesta.types';

export default {
  predicciones: {
    'editar-codigo': 'no-se',
    'editar-dependencias': 'no-se',
    'todo-junto': 'no-se',
    'editar-notas': 'no-se',
  },
  explica: {
    receta: '',
    cache: '',
  },
} satisfies Respuesta;
