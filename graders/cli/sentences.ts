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
  es: 'No existe el comando `{name}`. `npx timonel {within}--help` los enumera.',
  en: 'There is no command `{name}`. `npx timonel {within}--help` names them.',
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
  es: 'No entiendo el comando. `npx timonel --help` explica los que hay.',
  en: 'I cannot make out the command. `npx timonel --help` explains those there are.',
};

export const ourFault: Text = {
  es: 'Timonel ha fallado y no es culpa de tu respuesta: {reason}. Con `TIMONEL_DEBUG=1` delante del comando sale el detalle.',
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

export const unknownFinding: Text = {
  es: 'No conozco el hallazgo `{wanted}`. Su id aparece junto a cada error, como `yaml/duplicate-key`.',
  en: 'I know no finding `{wanted}`. Its id stands beside each error, like `yaml/duplicate-key`.',
};

export const unknownFindingMeant: Text = {
  es: 'No conozco el hallazgo `{wanted}`. ¿Querías decir `{suggestion}`?',
  en: 'I know no finding `{wanted}`. Did you mean `{suggestion}`?',
};

export const alsoKnownAs: Text = { es: 'En otras herramientas: {names}', en: 'In other tools: {names}' };
export const pageInSpanish: Text = {
  es: 'La página está en español.',
  en: 'The page that follows is in Spanish.',
};

export const allDone: Text = {
  es: 'No queda ningún ejercicio por hacer.',
  en: 'There is no exercise left to do.',
};

export const steps = {
  read: { es: 'Lee', en: 'Read' },
  edit: { es: 'Edita', en: 'Edit' },
  grade: { es: 'Corrige', en: 'Grade' },
  hint: { es: 'Pistas', en: 'Hints' },
} satisfies Record<string, Text>;

export const brokenExercise: Text = {
  es: 'El ejercicio {number} no se puede leer. `npx timonel grade {number}` dice por qué.',
  en: 'Exercise {number} cannot be read. `npx timonel grade {number}` tells why.',
};

export const hintOf: Text = { es: 'Pista {number} de {count}', en: 'Hint {number} of {count}' };
export const anotherHint: Text = {
  es: 'Otra pista: `npx timonel hint {number}`',
  en: 'Another hint: `npx timonel hint {number}`',
};
export const lastHint: Text = {
  es: 'Es la última. Si aún no sale, vuelve al enunciado: `{statement}`',
  en: 'That is the last one. If it still resists, go back to the statement: `{statement}`',
};
export const noSuchHint: Text = {
  es: 'El ejercicio {number} tiene {count} {count:pista|pistas}: pide una de la 1 a la {count}.',
  en: 'Exercise {number} has {count} {count:hint|hints}: ask for one from 1 to {count}.',
};

export const askReset: Text = {
  es: '¿Dejo {names} como al principio? Guardo antes una copia de lo tuyo. [s/N]',
  en: 'Put {names} back as at the start? A copy of yours is kept first. [y/N]',
};
export const needsYes: Text = {
  es: 'Aquí no puedo preguntar: repite el comando con `--yes` para dejar la respuesta como al principio. Se guarda una copia.',
  en: 'There is no way to ask here: repeat the command with `--yes` to put the answer back. A copy is kept.',
};
export const leftAsIs: Text = { es: 'No he tocado nada.', en: 'Nothing was touched.' };
export const resetNotNeeded: Text = {
  es: 'El ejercicio {number} ya está como al principio.',
  en: 'Exercise {number} is already as at the start.',
};
export const resetDone: Text = {
  es: '{names} vuelve a estar como al principio.',
  en: '{names} is back as at the start.',
};
export const keptCopy: Text = { es: 'Tu respuesta está en `{copy}`.', en: 'Your answer is in `{copy}`.' };
export const cannotReset: Text = {
  es: 'No he podido guardar una copia de `{file}` o escribirlo (`{code}`), así que no lo he tocado.',
  en: '`{file}` could not be copied or written (`{code}`), so it was left as it was.',
};

export const missingUrl: Text = {
  es: 'Falta la dirección a la que llamar, por ejemplo `http://reviews:9080/`.',
  en: 'The address to call is missing, `http://reviews:9080/` for one.',
};

export const badToken: Text = {
  es: '`--token` lleva los claims en JSON, con `iss`: `{example}`.',
  en: '`--token` takes the claims in JSON, with `iss`: `{example}`.',
};

export const tokenMissing: Text = {
  es: '`--token-invalid` habla de un token: di cuál con `--token`.',
  en: '`--token-invalid` is about a token: say which one with `--token`.',
};

export const knownCallers: Text = {
  es: 'Con `--from` puedes decir {callers}.',
  en: 'With `--from` you can say {callers}.',
};

export const badUrl: Text = {
  es: '`{url}` no es una dirección a la que llamar. Valen `http://HOST/RUTA`, `https://HOST/RUTA` y `tcp://HOST:PUERTO`.',
  en: '`{url}` is no address to call. `http://HOST/PATH`, `https://HOST/PATH` and `tcp://HOST:PORT` will do.',
};

export const badMethod: Text = {
  es: '`{method}` no es un método HTTP: es una palabra, como `GET` o `POST`.',
  en: '`{method}` is no HTTP method: it is one word, `GET` or `POST` for example.',
};

export const nobodyMeasures: Text = {
  es: '`--query` pregunta por lo que miden los proxies de Istio, y en estos manifiestos no hay nada de Istio.',
  en: '`--query` asks what the proxies of Istio measure, and there is nothing of Istio in these manifests.',
};

export const badCalls: Text = {
  es: '`{call}` no dice quién llama a qué: se escribe `NAMESPACE/WORKLOAD=URL`.',
  en: '`{call}` does not say who calls what: it is written `NAMESPACE/WORKLOAD=URL`.',
};

export const badHeader: Text = {
  es: '`{header}` no es una cabecera: se escribe `nombre: valor`.',
  en: '`{header}` is no header: it is written `name: value`.',
};

export const noContext: Text = {
  es: 'No existe la carpeta de contexto `{folder}`.',
  en: 'The context folder `{folder}` does not exist.',
};
