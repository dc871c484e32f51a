/* Everything an answer may hold. */
import type { Respuesta } from './given/respuesta';
import { type Otra } from './given/respuesta';

export default {
  juicios: { 'imagen-inmutable': 'verdadero', "capa-escritura": `falso`, otro: 'no-se' as const },
  predicciones: { replicas: 4, cambio: -1.5, listo: true, nada: null, hexadecimal: 0xff, grande: 10_000, },
  orden: ['construir', 'ejecutar',],
  vacio: [{}, [], ''],
  'con "comillas"': 'salto\n de línea // sin comentario',
  12: `dos
  líneas`,
} satisfies Respuesta as Otra;
