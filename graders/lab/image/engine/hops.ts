import { hopMessages } from '../../../core/trace.ts';

export const hops = hopMessages('engine', {
  built: {
    es: 'La imagen `{image}` queda en el almacén local, con sus capas de solo lectura.',
    en: 'The image `{image}` is in the local store, with its read-only layers.',
  },
  rebuilt: {
    es: 'La etiqueta `{image}` pasa a una imagen nueva. La anterior no cambia: sigue ahí, sin nombre.',
    en: 'The tag `{image}` moves to a new image. The previous one does not change: it is still there, without a name.',
  },
  pulled: {
    es: 'La imagen `{image}` no estaba en la máquina y se descarga del registro.',
    en: 'The image `{image}` was not on the machine and is pulled from the registry.',
  },
  tagged: {
    es: '`{image}` y `{tag}` son ahora dos nombres de la misma imagen.',
    en: '`{image}` and `{tag}` are now two names of the same image.',
  },
  created: {
    es: 'Se crea el contenedor `{container}` a partir de `{image}`, con una capa de escritura vacía. Todavía no se ejecuta nada.',
    en: 'The container `{container}` is created from `{image}`, with an empty writable layer. Nothing runs yet.',
  },
  started: {
    es: 'El proceso de `{container}` arranca sobre la capa de escritura que ya tenía.',
    en: 'The process of `{container}` starts on the writable layer it already had.',
  },
  alreadyRunning: {
    es: '`{container}` ya estaba en marcha; no cambia nada.',
    en: '`{container}` was already running; nothing changes.',
  },
  wroteLayer: {
    es: '`{file}` se escribe en la capa de escritura de `{container}`; la imagen no se toca.',
    en: '`{file}` is written to the writable layer of `{container}`; the image is not touched.',
  },
  wroteVolume: {
    es: '`{file}` se escribe en el volumen `{volume}`, fuera del contenedor.',
    en: '`{file}` is written to the volume `{volume}`, outside the container.',
  },
  stopped: {
    es: 'El proceso de `{container}` termina. El contenedor y su capa de escritura siguen existiendo.',
    en: 'The process of `{container}` ends. The container and its writable layer still exist.',
  },
  removed: {
    es: '`{container}` se borra, y con él su capa de escritura.',
    en: '`{container}` is removed, and its writable layer with it.',
  },
  imageRemoved: {
    es: 'La imagen `{image}` se borra del almacén local.',
    en: 'The image `{image}` is removed from the local store.',
  },
  untagged: {
    es: '`{image}` pierde ese nombre, pero la imagen conserva otro.',
    en: '`{image}` loses that name, but the image keeps another one.',
  },
  committed: {
    es: 'Se crea la imagen `{image}` con lo que hay en `{container}`: una foto sin receta.',
    en: 'The image `{image}` is created from what is in `{container}`: a snapshot without a recipe.',
  },
  noImage: {
    es: 'La imagen `{image}` no está en la máquina ni en el registro.',
    en: 'The image `{image}` is neither on the machine nor in the registry.',
  },
  nameTaken: {
    es: 'Ya hay un contenedor llamado `{container}`; dos no pueden compartir nombre.',
    en: 'There is already a container called `{container}`; two cannot share a name.',
  },
  noContainer: {
    es: 'No hay ningún contenedor llamado `{container}`.',
    en: 'There is no container called `{container}`.',
  },
  notRunning: {
    es: '`{container}` no está en marcha, y solo se puede ejecutar algo dentro de un contenedor en marcha.',
    en: '`{container}` is not running, and something can only be executed inside a running container.',
  },
  stillRunning: {
    es: '`{container}` está en marcha: hay que detenerlo antes de borrarlo.',
    en: '`{container}` is running: it must be stopped before it is removed.',
  },
  imageInUse: {
    es: 'La imagen `{image}` no se puede borrar: el contenedor `{container}` la usa, aunque esté detenido.',
    en: 'The image `{image}` cannot be removed: the container `{container}` uses it, even if stopped.',
  },
});
