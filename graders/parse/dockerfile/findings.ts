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
    longLine: {
      es: 'Esta línea ocupa más de {limit} bytes, y Docker no lee líneas tan largas.',
      en: 'This line is more than {limit} bytes long, and Docker does not read lines as long as that.',
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
    checkDirective: {
      es: 'La directiva `check` solo admite `skip=…`, `error=true` y `experimental=…`, separados por `;`, y aquí hay «{found}».',
      en: 'The `check` directive takes `skip=…`, `error=true` and `experimental=…`, separated by `;`, and here it is "{found}".',
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
    flagChoice: {
      es: '`--{flag}` no admite «{found}»: solo puede ser {known}.',
      en: '`--{flag}` does not take "{found}": it can only be {known}.',
    },
    flagSwitch: {
      es: '`--{flag}` se escribe sin valor, o con `true` o `false`; aquí hay «{found}».',
      en: '`--{flag}` is written without a value, or with `true` or `false`; here it is "{found}".',
    },
    flagMode: {
      es: '`--chmod` no admite «{found}»: espera un número octal, como `755`, o letras, como `u+x`.',
      en: '`--chmod` does not take "{found}": it expects an octal number, like `755`, or letters, like `u+x`.',
    },
    flagChecksum: {
      es: '«{found}» no es una suma de comprobación: se escribe como `sha256:` y 64 cifras hexadecimales.',
      en: '"{found}" is not a checksum: one is written as `sha256:` and 64 hexadecimal digits.',
    },
    flagDuration: {
      es: '`--{flag}` no admite «{found}»: espera una duración con su unidad, como `30s` o `1m30s`.',
      en: '`--{flag}` does not take "{found}": it expects a duration with its unit, like `30s` or `1m30s`.',
    },
    flagCount: {
      es: '`--{flag}` no admite «{found}»: espera un número entero que no sea negativo.',
      en: '`--{flag}` does not take "{found}": it expects a whole number, not a negative one.',
    },
    fromVariable: {
      es: '`from` no admite variables, y aquí está «{found}»: pon un nombre a la etapa con `FROM … AS` y úsalo.',
      en: '`from` takes no variables, and here it is "{found}": name a stage with `FROM … AS` and use that name.',
    },
    mountOption: {
      es: '`--mount` no tiene la opción `{option}`.',
      en: '`--mount` has no `{option}` option.',
    },
    suggestedMountOption: {
      es: '`--mount` no tiene la opción `{option}`. ¿Querías escribir `{suggestion}`?',
      en: '`--mount` has no `{option}` option. Did you mean `{suggestion}`?',
    },
    mountBare: {
      es: 'A la opción `{option}` de `--mount` le falta el valor: `{option}=…`.',
      en: 'The `{option}` option of `--mount` lacks its value: `{option}=…`.',
    },
    mountValue: {
      es: 'La opción `{option}` de `--mount` no admite «{found}».',
      en: 'The `{option}` option of `--mount` does not take "{found}".',
    },
    mountOwner: {
      es: 'Un montaje de tipo `{type}` no tiene la opción `{option}`: es de los de tipo {types}.',
      en: 'A mount of type `{type}` has no `{option}` option: it belongs to those of type {types}.',
    },
    mountSecret: {
      es: 'El montaje del secreto no dice cuál: falta `id`.',
      en: 'The secret mount does not say which one: `id` is missing.',
    },
    copyUrl: {
      es: '`COPY` no descarga direcciones: para eso está `ADD`.',
      en: '`COPY` downloads nothing from an address: that is what `ADD` is for.',
    },
    localChecksum: {
      es: '`--checksum` solo vale para lo que se descarga, y «{found}» es un fichero local.',
      en: '`--checksum` is only for downloads, and "{found}" is a local file.',
    },
    emptyVolume: {
      es: '`VOLUME` necesita el nombre de al menos una carpeta.',
      en: '`VOLUME` needs the name of at least one folder.',
    },
    signal: {
      es: '«{found}» no es una señal: se escribe como `SIGTERM`, `TERM` o `15`.',
      en: '"{found}" is not a signal: one is written like `SIGTERM`, `TERM` or `15`.',
    },
    one: {
      es: '`{keyword}` lleva un solo argumento.',
      en: '`{keyword}` takes exactly one argument.',
    },
  },
});
