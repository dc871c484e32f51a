import { descriptor } from '../../core/finding.ts';

export const syntax = descriptor({
  id: 'dockerfile/syntax',
  severity: 'error',
  title: { es: 'El Dockerfile no se puede leer', en: 'The Dockerfile cannot be read' },
  related: ['DL1000'],
  messages: {
    empty: {
      es: 'El Dockerfile no contiene ninguna instrucción.',
      en: 'The Dockerfile has no instructions.',
    },
    noFrom: {
      es: 'Falta `FROM`: sin una imagen base no hay nada que construir.',
      en: '`FROM` is missing: without a base image there is nothing to build.',
    },
    tooMany: {
      es: 'A partir de aquí el Dockerfile pasa de {limit} instrucciones, que son las que se leen.',
      en: 'From here on the Dockerfile exceeds {limit} instructions, which is as many as are read.',
    },
    beforeFrom: {
      es: '`{keyword}` está antes del primer `FROM`. Delante de `FROM` solo puede haber `ARG`, comentarios y directivas.',
      en: '`{keyword}` comes before the first `FROM`. Only `ARG`, comments and directives may precede `FROM`.',
    },
    unclosedHeredoc: {
      es: 'Este heredoc no se cierra: ninguna línea contiene solo `{name}`.',
      en: 'This heredoc is never closed: no line holds just `{name}`.',
    },
    directiveTwice: {
      es: 'La directiva `{name}` solo puede aparecer una vez.',
      en: 'The `{name}` directive may appear only once.',
    },
    escapeDirective: {
      es: 'La directiva `escape` solo admite `\\` o un acento grave, y aquí hay «{found}».',
      en: 'The `escape` directive takes a backslash or a backtick, and here it is "{found}".',
    },
    quote: {
      es: 'Estas comillas no se cierran.',
      en: 'This quote is never closed.',
    },
    brace: {
      es: 'A esta variable le falta la llave `}` que la cierra.',
      en: 'This variable lacks its closing `}`.',
    },
    variable: {
      es: 'Docker no entiende esta sustitución de variable. Algunas formas que sí entiende: {forms}.',
      en: 'Docker does not understand this substitution. Some forms it does: {forms}.',
    },
  },
});

export const unknownInstruction = descriptor({
  id: 'dockerfile/unknown-instruction',
  severity: 'error',
  title: { es: 'La instrucción no existe', en: 'The instruction does not exist' },
  messages: {
    unknown: {
      es: '`{found}` no es una instrucción de Dockerfile.',
      en: '`{found}` is not a Dockerfile instruction.',
    },
    suggestion: {
      es: '`{found}` no es una instrucción de Dockerfile. ¿Querías escribir `{suggestion}`?',
      en: '`{found}` is not a Dockerfile instruction. Did you mean `{suggestion}`?',
    },
  },
});

export const badArguments = descriptor({
  id: 'dockerfile/bad-arguments',
  severity: 'error',
  title: { es: 'Los argumentos de la instrucción no valen', en: 'The arguments of the instruction do not fit' },
  messages: {
    missing: {
      es: '`{keyword}` necesita al menos un argumento.',
      en: '`{keyword}` needs at least one argument.',
    },
    from: {
      es: '`FROM` lleva una imagen y, si acaso, `AS nombre`: aquí hay {count} palabras.',
      en: '`FROM` takes an image and optionally `AS name`: here there are {count} words.',
    },
    stageName: {
      es: '«{name}» no vale como nombre de etapa: empieza por una letra y solo lleva letras, números, `-`, `_` y `.`.',
      en: '"{name}" is not a valid stage name: it starts with a letter and holds only letters, digits, `-`, `_` and `.`.',
    },
    copy: {
      es: '`{keyword}` necesita al menos un origen y un destino.',
      en: '`{keyword}` needs at least one source and a destination.',
    },
    pair: {
      es: '`{keyword}` necesita `clave=valor`; a «{found}» le falta el valor.',
      en: '`{keyword}` needs `key=value`; "{found}" has no value.',
    },
    equals: {
      es: 'Falta el `=` en «{found}»: la forma es `nombre=valor`, con comillas si el valor lleva espacios.',
      en: 'There is no `=` in "{found}": the form is `name=value`, quoted when the value has spaces.',
    },
    blankName: {
      es: 'En «{found}» falta el nombre delante del `=`.',
      en: 'In "{found}" the name before the `=` is missing.',
    },
    unknownFlag: {
      es: '`{keyword}` no tiene la opción `--{flag}`.',
      en: '`{keyword}` has no `--{flag}` flag.',
    },
    suggestedFlag: {
      es: '`{keyword}` no tiene la opción `--{flag}`. ¿Querías escribir `--{suggestion}`?',
      en: '`{keyword}` has no `--{flag}` flag. Did you mean `--{suggestion}`?',
    },
    flagTwice: {
      es: 'La opción `--{flag}` está dos veces.',
      en: 'The `--{flag}` flag is given twice.',
    },
    flagValue: {
      es: 'La opción `--{flag}` necesita un valor: `--{flag}=…`.',
      en: 'The `--{flag}` flag needs a value: `--{flag}=…`.',
    },
    notStrings: {
      es: 'En la forma exec (JSON), todos los elementos de `{keyword}` tienen que ser textos entre comillas dobles.',
      en: 'In exec form (JSON), every element of `{keyword}` must be a double-quoted string.',
    },
    shellNeedsJson: {
      es: '`SHELL` solo admite la forma JSON, con comillas dobles: `SHELL ["/bin/bash", "-c"]`.',
      en: '`SHELL` takes only the JSON form, with double quotes: `SHELL ["/bin/bash", "-c"]`.',
    },
    healthcheck: {
      es: '`HEALTHCHECK` va seguido de `CMD` y una orden, o de `NONE`; aquí hay «{found}».',
      en: '`HEALTHCHECK` is followed by `CMD` and a command, or by `NONE`; here there is "{found}".',
    },
    healthcheckCommand: {
      es: 'Falta la orden después de `HEALTHCHECK CMD`.',
      en: 'The command after `HEALTHCHECK CMD` is missing.',
    },
    onbuild: {
      es: '`ONBUILD` no puede llevar `{trigger}`.',
      en: '`ONBUILD` cannot trigger `{trigger}`.',
    },
    port: {
      es: '«{found}» no es un puerto: `EXPOSE` espera un número de 1 a 65535, o un intervalo, y quizá `/tcp` o `/udp`.',
      en: '"{found}" is not a port: `EXPOSE` expects a number from 1 to 65535, or a range, and maybe `/tcp` or `/udp`.',
    },
    one: {
      es: '`{keyword}` lleva un solo argumento.',
      en: '`{keyword}` takes exactly one argument.',
    },
  },
});
