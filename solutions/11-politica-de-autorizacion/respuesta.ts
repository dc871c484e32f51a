import type { Respuesta } from '../../exercises/11-politica-de-autorizacion/respuesta.types';

export default {
  explica: {
    identidad:
      'Una IP cambia cada vez que se crea un pod y mañana puede tenerla otro, así que no dice quién llama. La identidad sale de la ServiceAccount del pod y la demuestra el certificado con el que su proxy hace mTLS. Quien está fuera de la malla no tiene identidad, y ninguna regla con principals vale para él.',
    decision:
      'Mientras un pod no tenga ninguna política se permite todo. En cuanto tiene una ALLOW, lo que ninguna regla permite se rechaza. Si from y to van en reglas separadas, basta con que se cumpla una de ellas, y entonces la caja llega a todas las rutas y los demás llegan a /cobros.',
  },
} satisfies Respuesta;
