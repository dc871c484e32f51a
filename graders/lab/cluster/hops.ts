import { hopMessages } from '../../core/trace.ts';

/** What the parts of the simulated cluster say they decided. */
export const hops = hopMessages('cluster', {
  imagePulled: {
    es: 'El nodo `{node}` descarga la imagen `{image}`.',
    en: 'Node `{node}` pulls the image `{image}`.',
  },
  imageMissing: {
    es: 'Ningún registro tiene la imagen `{image}`: el contenedor `{container}` se queda en `ImagePullBackOff`.',
    en: 'No registry holds the image `{image}`: container `{container}` stays in `ImagePullBackOff`.',
  },
  imageInvalid: {
    es: '`{image}` no es el nombre de una imagen: el contenedor `{container}` se queda en `InvalidImageName`.',
    en: '`{image}` is not an image name: container `{container}` stays in `InvalidImageName`.',
  },
});
