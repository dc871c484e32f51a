import { descriptor } from '../../core/finding.ts';

export const syntax = descriptor({
  id: 'promql/syntax',
  severity: 'error',
  title: { es: 'La consulta no es PromQL', en: 'The query is no PromQL' },
  messages: {
    unexpected: {
      es: '`{query}`: Prometheus no entiende lo que hay en «{found}».',
      en: '`{query}`: Prometheus does not understand what stands at "{found}".',
    },
    escape: {
      es: '`{query}`: entre comillas, PromQL no conoce el escape `{found}`. Escribe la barra dos veces, pon el texto entre comillas invertidas o usa una clase como `[0-9]`.',
      en: '`{query}`: between quotes PromQL knows no escape `{found}`. Write the backslash twice, put the text between back quotes or use a class such as `[0-9]`.',
    },
    end: {
      es: '`{query}`: la consulta termina antes de tiempo. Suele faltar cerrar un paréntesis, una llave o unas comillas.',
      en: '`{query}`: the query ends too soon. Often a parenthesis, a brace or a quote is not closed.',
    },
  },
});

export const type = descriptor({
  id: 'promql/type',
  severity: 'error',
  title: { es: 'Prometheus rechaza la consulta', en: 'Prometheus refuses the query' },
  messages: {
    'range-needed': {
      es: '`{what}` se aplica a un intervalo: al selector le falta una ventana como `[5m]`.',
      en: '`{what}` works on a range: the selector needs a window such as `[5m]`.',
    },
    'instant-needed': {
      es: '`{what}` pide un valor por serie en un instante, y aquí hay otra cosa. Si es un intervalo (`[5m]`), pásalo antes por `rate`.',
      en: '`{what}` wants one value per series at one instant, and here there is something else. If it is a range (`[5m]`), put it through `rate` first.',
    },
    'selector-needed': {
      es: 'Una ventana como `[5m]` va pegada a un selector, no detrás de `{what}`: primero `rate(…[5m])` y por fuera lo demás.',
      en: 'A window such as `[5m]` goes right after a selector, not after `{what}`: first `rate(…[5m])`, and the rest around it.',
    },
    'text-needed': {
      es: '`{what}` pide ahí un texto entre comillas.',
      en: '`{what}` wants a quoted text there.',
    },
    'scalar-needed': {
      es: '`{what}` pide un número, y en su sitio hay series o un texto.',
      en: '`{what}` wants a number, and in its place there are series or a text.',
    },
    'bool-needed': {
      es: 'Comparar dos números pide `bool` detrás de `{what}`.',
      en: 'Comparing two numbers needs `bool` after `{what}`.',
    },
    'no-bool': {
      es: '`bool` solo va con una comparación, no con `{what}`.',
      en: '`bool` only goes with a comparison, not with `{what}`.',
    },
    'no-grouping': {
      es: '`{what}` no admite `group_left` ni `group_right`.',
      en: '`{what}` takes neither `group_left` nor `group_right`.',
    },
    'many-to-many': {
      es: 'A los dos lados de `{what}` hay varias series con las mismas etiquetas: Prometheus no sabe cuál va con cuál.',
      en: 'Both sides of `{what}` have several series with the same labels: Prometheus cannot tell which goes with which.',
    },
    duplicates: {
      es: 'El resultado de `{what}` tendría dos series con las mismas etiquetas.',
      en: 'The result of `{what}` would have two series with the same labels.',
    },
    'bad-regex': {
      es: '`{what}` no es una expresión regular de RE2.',
      en: '`{what}` is no RE2 regular expression.',
    },
    arguments: {
      es: '`{what}` no lleva ese número de argumentos.',
      en: '`{what}` does not take that number of arguments.',
    },
    'empty-selector': {
      es: 'Un selector necesita al menos una condición que no case con el texto vacío.',
      en: 'A selector needs at least one condition that does not match the empty text.',
    },
  },
});

export const value = descriptor({
  id: 'promql/value',
  severity: 'error',
  title: { es: 'La consulta no da lo que se pregunta', en: 'The query does not give what is asked' },
  messages: {
    empty: {
      es: '{question} `{query}` no encuentra ninguna serie; tenía que dar {wanted}. {explanation}',
      en: '{question} `{query}` finds no series; it should give {wanted}. {explanation}',
    },
    differs: {
      es: '{question} `{query}` da {found}; tenía que dar {wanted}. {explanation}',
      en: '{question} `{query}` gives {found}; it should give {wanted}. {explanation}',
    },
    reporters: {
      es: '{question} `{query}` da {found}; tenía que dar {wanted}. Cada petición entre dos sidecars la cuentan los dos: fija `reporter`. {explanation}',
      en: '{question} `{query}` gives {found}; it should give {wanted}. Both sidecars count each request between them: fix `reporter`. {explanation}',
    },
    series: {
      es: '{question} `{query}` da {n} {n:serie|series}: {found}; se {wantedCount:esperaba|esperaban} {wantedCount}: {wanted}. {explanation}',
      en: '{question} `{query}` gives {n} series: {found}; {wantedCount} {wantedCount:was|were} expected: {wanted}. {explanation}',
    },
    labels: {
      es: '{question} `{query}` da {found}: los valores son esos, pero las series tienen que distinguirse por {labels}. {explanation}',
      en: '{question} `{query}` gives {found}: those are the values, but the series must be told apart by {labels}. {explanation}',
    },
    percent: {
      es: '{question} `{query}` da {found}; tenía que dar {wanted}. Es un porcentaje, y se pide de 0 a 1. {explanation}',
      en: '{question} `{query}` gives {found}; it should give {wanted}. It is a percentage, and 0 to 1 is asked for. {explanation}',
    },
    counter: {
      es: '{question} `{query}` da {found}; tenía que dar {wanted}. Suma los contadores tal como están, desde que arrancó cada proxy: falta `rate(…[5m])`. {explanation}',
      en: '{question} `{query}` gives {found}; it should give {wanted}. It takes the counters as they are, since each proxy started: `rate(…[5m])` is missing. {explanation}',
    },
    window: {
      es: '{question} `{query}` no da nada: en {window} s no caben las dos lecturas que hacen falta, porque Prometheus lee cada {interval} s. {explanation}',
      en: '{question} `{query}` gives nothing: {window} s are too short for the two scrapes that are needed, as Prometheus scrapes every {interval} s. {explanation}',
    },
    panel: {
      es: '{question} Ningún panel da {wanted}: {queries}. {explanation}',
      en: '{question} No panel gives {wanted}: {queries}. {explanation}',
    },
    noPanels: {
      es: 'Grafana no muestra ninguna consulta: lee los tableros de las claves `.json` de los ConfigMaps que monta, y en ellos `panels[].targets[].expr`.',
      en: 'Grafana shows no query: it reads the dashboards of the `.json` keys of the ConfigMaps it mounts, and in them `panels[].targets[].expr`.',
    },
    unmounted: {
      es: 'Ningún pod monta el ConfigMap `{name}`: Grafana no ve sus paneles.',
      en: 'No pod mounts the ConfigMap `{name}`: Grafana does not see its panels.',
    },
    noPanel: {
      es: '{question} Ningún panel tiene una consulta que lo responda; tendría que dar {wanted}. {explanation}',
      en: '{question} No panel has a query that answers it; it should give {wanted}. {explanation}',
    },
    json: {
      es: 'Grafana no puede cargar el panel: aquí el texto deja de ser JSON. Suele faltar o sobrar una coma, o haber una comilla de la consulta sin escapar (`\\"`).',
      en: 'Grafana cannot load the dashboard: here the text stops being JSON. Often a comma is missing, or there is one too many, or a quote of the query is not escaped (`\\"`).',
    },
  },
});

export const notModelled = descriptor({
  id: 'promql/not-modelled',
  severity: 'warning',
  title: { es: 'El corrector no sabe evaluar la consulta', en: 'The grader cannot evaluate the query' },
  messages: {
    part: {
      es: 'El laboratorio no modela `{what}`: la consulta puede estar bien, y no se cuenta como error.',
      en: 'The lab does not model `{what}`: the query may be right, and does not count as wrong.',
    },
  },
});
