import type { Respuesta } from '../../exercises/07-namespaces/respuesta.types';

export default {
  predicciones: {
    'otro-espacio': 'si',
    'nombre-corto': 'no',
    'dos-selectores': 'no',
  },
  juicios: {
    red: 'falso',
    nodos: 'falso',
    negar: 'falso',
    'cuota-y-rango': 'verdadero',
    'cuota-obliga': 'verdadero',
    'rol-de-cluster': 'falso',
    'mismo-nombre': 'verdadero',
    borrar: 'verdadero',
  },
  explica: {
    'para-que':
      'Un espacio de nombres separa los objetos de cada equipo, con sus nombres, sus permisos y sus cuotas, dentro del mismo clúster. La red no la separa: los pods de espacios distintos se pueden hablar mientras nadie ponga una NetworkPolicy que elija a quien recibe.',
    limites:
      'El gasto se limita con una ResourceQuota, que pone un tope a la suma de lo que piden todos los pods del espacio, mientras que un LimitRange mira cada contenedor por su lado. Lo que cada persona puede hacer se decide con RBAC: un Role dice qué verbos se permiten y un RoleBinding se los da a alguien.',
  },
} satisfies Respuesta;
