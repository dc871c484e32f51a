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
    end: {
      es: '`{query}`: la consulta termina antes de tiempo.',
      en: '`{query}`: the query ends too soon.',
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
      es: '`{what}` pide un valor por serie en un instante, y aquí hay un intervalo o un texto.',
      en: '`{what}` wants one value per series at one instant, and here there is a range or a text.',
    },
    'scalar-needed': {
      es: '`{what}` pide ahí un número.',
      en: '`{what}` wants a number there.',
    },
    'bool-needed': {
      es: 'Comparar dos números pide `bool` detrás de `{what}`.',
      en: 'Comparing two numbers needs `bool` after `{what}`.',
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
      es: '{question} `{query}` da {n} {n:serie|series}; se {wantedCount:esperaba|esperaban} {wantedCount}. {explanation}',
      en: '{question} `{query}` gives {n} series; {wantedCount} {wantedCount:was|were} expected. {explanation}',
    },
    panel: {
      es: '{question} Ningún panel da {wanted}: {queries}. {explanation}',
      en: '{question} No panel gives {wanted}: {queries}. {explanation}',
    },
    json: {
      es: 'Grafana no puede cargar el panel: el texto no es JSON.',
      en: 'Grafana cannot load the dashboard: the text is no JSON.',
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
