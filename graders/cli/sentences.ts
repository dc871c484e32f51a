import type { Text } from '../core/text.ts';

/** What the commands say when they were called in a way that cannot be done. */
export const unknownExercise: Text = {
  es: 'No hay ningún ejercicio `{wanted}`: van del {first} al {last}. `npx timonel list` los enumera.',
  en: 'There is no exercise `{wanted}`: they go from {first} to {last}. `npx timonel list` names them.',
};

export const unknownExerciseMeant: Text = {
  es: 'No hay ningún ejercicio `{wanted}`. ¿Querías decir `{suggestion}`?',
  en: 'There is no exercise `{wanted}`. Did you mean `{suggestion}`?',
};

export const noExercises: Text = {
  es: 'Aquí no hay ejercicios: falta la carpeta `exercises/`.',
  en: 'There are no exercises here: the folder `exercises/` is missing.',
};

export const unknownLang: Text = {
  es: '`--lang` admite `es` o `en`.',
  en: '`--lang` takes `es` or `en`.',
};

export const unknownCommand: Text = {
  es: 'No existe el comando `{name}`. `npx timonel --help` los enumera.',
  en: 'There is no command `{name}`. `npx timonel --help` names them.',
};

export const unknownCommandMeant: Text = {
  es: 'No existe el comando `{name}`. ¿Querías decir `{suggestion}`?',
  en: 'There is no command `{name}`. Did you mean `{suggestion}`?',
};

export const unknownOption: Text = {
  es: 'La opción `{name}` no existe. `npx timonel {command} --help` enumera las que hay.',
  en: 'There is no option `{name}`. `npx timonel {command} --help` names those there are.',
};

export const missingArgument: Text = {
  es: 'Falta `{name}`. Se usa así: `npx timonel {usage}`.',
  en: '`{name}` is missing. It is used like this: `npx timonel {usage}`.',
};

export const missingValue: Text = {
  es: 'La opción `{name}` necesita un valor.',
  en: 'The option `{name}` needs a value.',
};

export const badValue: Text = {
  es: '`{value}` no vale para `{name}`: se admite `{allowed}`.',
  en: '`{value}` will not do for `{name}`: it takes `{allowed}`.',
};

export const tooManyArguments: Text = {
  es: 'Sobran palabras. Se usa así: `npx timonel {usage}`.',
  en: 'There are too many words. It is used like this: `npx timonel {usage}`.',
};

export const badCall: Text = {
  es: 'No entiendo la orden. `npx timonel --help` explica las que hay.',
  en: 'I cannot make out the command. `npx timonel --help` explains those there are.',
};

export const ourFault: Text = {
  es: 'Timonel ha fallado y no es culpa de tu respuesta: {reason}. Con `TIMONEL_DEBUG=1` delante de la orden sale el detalle.',
  en: 'Timonel failed, and not because of your answer: {reason}. With `TIMONEL_DEBUG=1` before the command you see the details.',
};

export const nothingToCheck: Text = {
  es: 'No hay nada que revisar: ningún Dockerfile ni manifiesto en {paths}.',
  en: 'There is nothing to check: no Dockerfile or manifest in {paths}.',
};

export const skippedFiles: Text = {
  es: '{count:Se pasa por alto un fichero que no es un manifiesto|Se pasan por alto ficheros que no son manifiestos}: {names}.',
  en: '{count:Passed over, as it is no manifest|Passed over, as they are no manifests}: {names}.',
};
