import { descriptor } from '../../core/finding.ts';

/** What is wrong with the `exercise.yaml` of an author: the first thing that its schema does not allow. */
export const invalid = descriptor({
  id: 'exercise/invalid',
  severity: 'error',
  title: { es: 'El ejercicio está mal definido', en: 'The exercise is not well defined' },
  messages: {
    empty: {
      es: 'El fichero está vacío: aquí va la definición del ejercicio.',
      en: 'The file is empty: the definition of the exercise goes here.',
    },
    unknownField: {
      es: 'El campo `{field}` no existe aquí. Se admiten {allowed}.',
      en: 'There is no field `{field}` here. The fields are {allowed}.',
    },
    unknownFieldNear: {
      es: 'El campo `{field}` no existe aquí. ¿Querías decir `{suggestion}`?',
      en: 'There is no field `{field}` here. Did you mean `{suggestion}`?',
    },
    missingField: {
      es: 'Aquí falta el campo `{field}`.',
      en: 'The field `{field}` is missing here.',
    },
    value: {
      es: '`{found}` no vale aquí. Se admite {allowed}.',
      en: '`{found}` will not do here. It takes {allowed}.',
    },
    type: {
      es: 'Aquí va un valor de tipo {expected} y hay uno de tipo {found}.',
      en: 'A value of type {expected} goes here, and there is one of type {found}.',
    },
    pattern: {
      es: '`{found}` no tiene la forma de lo que va aquí: `{pattern}`.',
      en: '`{found}` does not have the form of what goes here: `{pattern}`.',
    },
    tooFew: {
      es: 'A esta lista le faltan elementos: necesita {count} como mínimo.',
      en: 'This list lacks items: it needs at least {count}.',
    },
    checkAgain: { es: 'Ya hay una comprobación `{id}`.', en: 'There is a check `{id}` already.' },
    needsNobody: {
      es: '`needs` nombra `{id}`, que no es una comprobación anterior.',
      en: '`needs` names `{id}`, which is no earlier check.',
    },
    earnsWithNobody: {
      es: '`earnsWith` nombra `{id}`, que no es otra comprobación.',
      en: '`earnsWith` names `{id}`, which is no other check.',
    },
    hintForNobody: {
      es: 'La pista es para `{id}`, y ninguna comprobación se llama así.',
      en: 'The hint is for `{id}`, and no check is called that.',
    },
    noSuchFile: {
      es: '`{path}` no existe: el mundo es de ficheros de `given/`.',
      en: 'There is no `{path}`: the world is made of files of `given/`.',
    },
  },
});
