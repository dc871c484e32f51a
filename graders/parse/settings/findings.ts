import { descriptor } from '../../core/finding.ts';

/** Why a file of settings cannot be read: the first reason, and no other. */
export const syntax = descriptor({
  id: 'settings/syntax',
  severity: 'error',
  title: { es: 'El fichero de configuración no se puede leer', en: 'The file of settings cannot be read' },
  messages: {
    unclosed: {
      es: '`<{tag}>` se abre aquí y no se cierra.',
      en: '`<{tag}>` is opened here and never closed.',
    },
    mismatch: {
      es: '`</{found}>` no cierra nada: lo que está abierto es `<{open}>`, de la línea {line}.',
      en: '`</{found}>` closes nothing: what is open is `<{open}>`, of line {line}.',
    },
    stray: {
      es: '`</{found}>` no cierra nada: no hay ningún elemento abierto.',
      en: '`</{found}>` closes nothing: no element is open.',
    },
    tag: {
      es: 'Después de `<` va el nombre de un elemento. Si es un signo de menor, escribe `&lt;`.',
      en: 'The name of an element goes after `<`. If it is a less-than sign, write `&lt;`.',
    },
    unfinished: {
      es: 'Esto no termina: falta `{end}`.',
      en: 'This does not end: `{end}` is missing.',
    },
    entity: {
      es: '`&` empieza una entidad, y `{found}` no es ninguna. Si es un signo &, escribe `&amp;`.',
      en: '`&` begins an entity, and `{found}` is none. If it is an & sign, write `&amp;`.',
    },
    outside: {
      es: 'Aquí hay texto fuera de `<configuration>`: `{found}`.',
      en: 'There is text outside `<configuration>` here: `{found}`.',
    },
    root: {
      es: 'El elemento de fuera tiene que ser `<configuration>`, y es `<{found}>`.',
      en: 'The outer element has to be `<configuration>`, and it is `<{found}>`.',
    },
    secondRoot: {
      es: 'Ya hay un elemento de fuera: `<{found}>` tiene que ir dentro de `<configuration>`.',
      en: 'There is an outer element already: `<{found}>` has to go inside `<configuration>`.',
    },
    empty: {
      es: 'El fichero no contiene ningún `<configuration>`.',
      en: 'The file holds no `<configuration>`.',
    },
    doctype: {
      es: 'Este fichero declara entidades propias, y eso no se lee.',
      en: 'This file declares entities of its own, and those are not read.',
    },
    noEquals: {
      es: 'A esta línea le falta `=`: `{found}`. `container-executor` se niega a arrancar con ella.',
      en: 'This line lacks `=`: `{found}`. `container-executor` refuses to start with it.',
    },
  },
});

/** What Hadoop passes over in silence. */
export const ignored = descriptor({
  id: 'settings/ignored',
  severity: 'warning',
  title: { es: 'Hadoop no hace caso de esto', en: 'Hadoop takes no notice of this' },
  messages: {
    element: {
      es: '`<{found}>` no significa nada aquí, y Hadoop lo pasa por alto.',
      en: '`<{found}>` means nothing here, and Hadoop passes over it.',
    },
    elementNear: {
      es: '`<{found}>` no significa nada aquí, y Hadoop lo pasa por alto. ¿Querías decir `<{nearest}>`?',
      en: '`<{found}>` means nothing here, and Hadoop passes over it. Did you mean `<{nearest}>`?',
    },
    noName: {
      es: 'A esta propiedad le falta `<name>`: Hadoop la pasa por alto.',
      en: 'This property lacks `<name>`: Hadoop passes over it.',
    },
    noValue: {
      es: 'A la propiedad `{name}` le falta `<value>`: Hadoop la pasa por alto.',
      en: 'The property `{name}` lacks `<value>`: Hadoop passes over it.',
    },
    final: {
      es: '`{name}` quedó marcada como `final` en la línea {line}: este valor no se aplica.',
      en: '`{name}` was marked `final` on line {line}: this value does not apply.',
    },
    noKeyValue: {
      es: '`{name}` no tiene valor: cuenta como si no estuviera.',
      en: '`{name}` has no value: it counts as absent.',
    },
  },
});

export const tooLarge = descriptor({
  id: 'settings/too-large',
  severity: 'error',
  title: { es: 'El fichero de configuración es demasiado grande', en: 'The file of settings is too large' },
  messages: {
    size: {
      es: 'El fichero tiene {size} caracteres; se leen como mucho {limit}.',
      en: 'The file has {size} characters; at most {limit} are read.',
    },
    depth: {
      es: 'A partir de aquí el fichero supera los {limit} niveles que se leen.',
      en: 'From here on the file is nested deeper than the {limit} levels that are read.',
    },
  },
});
