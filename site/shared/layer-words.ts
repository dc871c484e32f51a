import type { LayersPicture } from '../../graders/checks/drawn/picture.ts';
import type { Text } from '../../graders/index.ts';

/** What the layers of an image say. */
export const layerWords = {
  title: { es: 'Tu imagen, capa a capa', en: 'Your image, layer by layer' },
  about: {
    es: 'De abajo arriba, como se apilan. Una capa sale de la caché si su instrucción, los ficheros que copia y todas las de debajo son los mismos.',
    en: 'From the bottom up, as they are stacked. A layer comes from the cache if its instruction, the files it copies and all below it are the same.',
  },
  size: {
    es: 'Imagen {class}: unos {size} MB (base {base}, instalado por órdenes {installed}).',
    en: 'A {class} image: about {size} MB (base {base}, installed by commands {installed}).',
  },
  edit: { es: 'Si vuelves a construir después de cambiar', en: 'If you build again after changing' },
  nothing: { es: 'nada', en: 'nothing' },
  layer: { es: 'Capa', en: 'Layer' },
  holds: { es: 'Qué pone', en: 'What it holds' },
  cache: { es: 'Al construir otra vez', en: 'When built again' },
  cached: { es: 'sale de la caché', en: 'from the cache' },
  again: { es: 'se repite', en: 'built again' },
  base: { es: 'imagen base', en: 'base image' },
  elsewhere: { es: 'se queda en su etapa', en: 'stays in its stage' },
  config: { es: 'nada que ocupe', en: 'nothing of size' },
  summary: {
    es: '{again:Se repite|Se repiten} {again} de {of} {of:capa|capas}.',
    en: '{again} of {of} {of:layer|layers} {again:is|are} built again.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const sizeWords: Readonly<Record<LayersPicture['class'], Text>> = {
  small: { es: 'pequeña', en: 'small' },
  medium: { es: 'mediana', en: 'medium' },
  large: { es: 'grande', en: 'large' },
};
