import { descriptor } from '../core/finding.ts';
import { typeMessages } from './words.ts';

export const unknownField = descriptor({
  id: 'schema/unknown-field',
  severity: 'error',
  title: { es: 'El campo no existe', en: 'The field does not exist' },
  messages: {
    typo: {
      es: 'El campo `{field}` no existe en `{parent}`. ¿Querías decir `{nearest}`?',
      en: 'The field `{field}` does not exist in `{parent}`. Did you mean `{nearest}`?',
    },
    deeper: {
      es: 'El campo `{field}` no va directamente en `{parent}`, sino dentro de `{place}`.',
      en: 'The field `{field}` does not go directly in `{parent}` but inside `{place}`.',
    },
    higher: {
      es: 'El campo `{field}` no va en `{parent}`, sino más arriba, en `{place}`. Revisa la sangría.',
      en: 'The field `{field}` does not go in `{parent}` but further up, in `{place}`. Check the indentation.',
    },
    moved: {
      es: 'El campo `{field}` es de una versión anterior de la API: en `{apiVersion}` es `{place}`.',
      en: 'The field `{field}` is of an earlier version of the API: in `{apiVersion}` it is `{place}`.',
    },
    few: {
      es: 'El campo `{field}` no existe en `{parent}`, que solo admite {known}.',
      en: 'The field `{field}` does not exist in `{parent}`, which only takes {known}.',
    },
    unknown: {
      es: 'El campo `{field}` no existe en `{parent}`.',
      en: 'The field `{field}` does not exist in `{parent}`.',
    },
  },
});

export const missingField = descriptor({
  id: 'schema/missing-field',
  severity: 'error',
  title: { es: 'Falta un campo obligatorio', en: 'A required field is missing' },
  messages: {
    inObject: {
      es: 'A `{parent}` le falta el campo obligatorio `{field}`.',
      en: '`{parent}` lacks the required field `{field}`.',
    },
    inItem: {
      es: 'Al elemento {number} de `{parent}` le falta el campo obligatorio `{field}`.',
      en: 'Item {number} of `{parent}` lacks the required field `{field}`.',
    },
    empty: {
      es: '`{field}` es obligatorio y está vacío.',
      en: '`{field}` is required and it is empty.',
    },
    oneOf: {
      es: 'En `{parent}` hay que escribir uno de estos campos: {fields}.',
      en: '`{parent}` needs one of these fields: {fields}.',
    },
    items: {
      es: '`{field}` necesita al menos {count} {count:elemento|elementos}.',
      en: '`{field}` needs at least {count} {count:item|items}.',
    },
  },
});

export const wrongType = descriptor({
  id: 'schema/wrong-type',
  severity: 'error',
  title: { es: 'El valor no es del tipo que se espera', en: 'The value is not of the expected type' },
  messages: {
    ...typeMessages,
    inner: {
      es: '`{field}` tiene que ser un bloque de campos, y aquí hay solo `{found}`. Escribe debajo `{inner}: {found}`.',
      en: '`{field}` must be a block of fields, and here there is only `{found}`. Write `{inner}: {found}` below it.',
    },
    quotedNumber: {
      es: '`{field}` tiene que ser un número, y entre comillas es un texto. Quítale las comillas: `{bare}`.',
      en: '`{field}` must be a number, and in quotes it is a string. Remove the quotes: `{bare}`.',
    },
    quotedBoolean: {
      es: '`{field}` tiene que ser `true` o `false`, y entre comillas es un texto. Quítale las comillas: `{bare}`.',
      en: '`{field}` must be `true` or `false`, and in quotes it is a string. Remove the quotes: `{bare}`.',
    },
  },
});

export const wrongValue = descriptor({
  id: 'schema/wrong-value',
  severity: 'error',
  title: { es: 'El valor no se admite', en: 'The value is not allowed' },
  messages: {
    nearest: {
      es: '`{field}` no admite `{found}`. ¿Querías decir `{nearest}`? Los valores posibles son {allowed}.',
      en: '`{field}` does not take `{found}`. Did you mean `{nearest}`? The possible values are {allowed}.',
    },
    allowed: {
      es: '`{field}` no admite `{found}`. Los valores posibles son {allowed}.',
      en: '`{field}` does not take `{found}`. The possible values are {allowed}.',
    },
    only: {
      es: '`{field}` no admite `{found}`: aquí solo puede ser {allowed}.',
      en: '`{field}` does not take `{found}`: here it can only be {allowed}.',
    },
    between: {
      es: '`{field}` tiene que estar entre {minimum} y {maximum}, y vale {found}.',
      en: '`{field}` must be between {minimum} and {maximum}, and it is {found}.',
    },
    atLeast: {
      es: '`{field}` no puede ser menor que {minimum}, y vale {found}.',
      en: '`{field}` cannot be less than {minimum}, and it is {found}.',
    },
    atMost: {
      es: '`{field}` no puede ser mayor que {maximum}, y vale {found}.',
      en: '`{field}` cannot be greater than {maximum}, and it is {found}.',
    },
    tooLong: {
      es: '`{field}` admite {limit} caracteres como mucho, y aquí hay {length}.',
      en: '`{field}` takes at most {limit} characters, and here there are {length}.',
    },
    emptyText: {
      es: '`{field}` no puede quedar vacío.',
      en: '`{field}` cannot be empty.',
    },
    tooMany: {
      es: '`{field}` admite {limit} elementos como mucho, y aquí hay {count}.',
      en: '`{field}` takes at most {limit} items, and here there are {count}.',
    },
    exclusive: {
      es: 'En `{parent}` solo puede haber uno de estos campos, y están {fields}.',
      en: '`{parent}` may have only one of these fields, and it has {fields}.',
    },
  },
});

export const wrongFormat = descriptor({
  id: 'schema/wrong-format',
  severity: 'error',
  title: { es: 'El texto no tiene la forma que se espera', en: 'The string is not in the expected form' },
  messages: {
    quantity: {
      es: '`{found}` no es una cantidad. Se escribe como `500m`, `0.5`, `128Mi` o `1Gi`, sin espacios.',
      en: '`{found}` is not a quantity. It is written like `500m`, `0.5`, `128Mi` or `1Gi`, without spaces.',
    },
    nearQuantity: {
      es: '`{found}` no es una cantidad: se escribe `{nearest}`.',
      en: '`{found}` is not a quantity: it is written `{nearest}`.',
    },
    duration: {
      es: '`{found}` no es una duración. Lleva siempre la unidad, sin espacios: `500ms`, `5s`, `2m`, `1h`.',
      en: '`{found}` is not a duration. It always carries its unit, without spaces: `500ms`, `5s`, `2m`, `1h`.',
    },
    byte: {
      es: '`{field}` tiene que ir en base64, y `{found}` no lo está. En un Secret, `stringData` admite el texto tal cual.',
      en: '`{field}` must be base64, and `{found}` is not. In a Secret, `stringData` takes the plain text.',
    },
    binary: {
      es: '`{field}` tiene que ir en base64, y `{found}` no lo está. El texto tal cual va en `data`.',
      en: '`{field}` must be base64, and `{found}` is not. Plain text goes in `data`.',
    },
    'date-time': {
      es: '`{found}` no es una fecha con hora: se escribe como `2024-05-01T10:00:00Z`.',
      en: '`{found}` is not a date and time: it is written like `2024-05-01T10:00:00Z`.',
    },
    'dns-name': {
      es: '`{found}` no es un nombre válido en `{field}`: solo minúsculas, cifras y guiones, y no puede empezar ni acabar en guion.',
      en: '`{found}` is not a valid name in `{field}`: only lowercase letters, digits and hyphens, not at either end.',
    },
    host: {
      es: '`{found}` no es un nombre de host: se escribe como `tienda.example.com` o `*.example.com`, sin puerto ni ruta.',
      en: '`{found}` is not a host name: it is written like `shop.example.com` or `*.example.com`, without port or path.',
    },
    url: {
      es: '`{found}` no es una dirección completa: empieza por `http://` o `https://`.',
      en: '`{found}` is not a full address: it starts with `http://` or `https://`.',
    },
    other: {
      es: '`{found}` no tiene la forma que pide `{field}`: `{pattern}`.',
      en: '`{found}` is not in the form that `{field}` asks for: `{pattern}`.',
    },
  },
});

export const unknownKind = descriptor({
  id: 'schema/unknown-kind',
  severity: 'error',
  title: { es: 'El tipo de objeto no existe', en: 'The kind of object does not exist' },
  messages: {
    kindTypo: {
      es: 'No existe ningún `{kind}` en `{apiVersion}`. ¿Querías decir `{nearest}`?',
      en: 'There is no `{kind}` in `{apiVersion}`. Did you mean `{nearest}`?',
    },
    kind: {
      es: 'No existe ningún `{kind}` en `{apiVersion}`.',
      en: 'There is no `{kind}` in `{apiVersion}`.',
    },
    version: {
      es: 'Un `{kind}` no es de `{apiVersion}`: existe en {right}.',
      en: 'A `{kind}` is not of `{apiVersion}`: it exists in {right}.',
    },
    retired: {
      es: '`{apiVersion}` se retiró y el clúster ya no la sirve: `{kind}` existe en {right}.',
      en: '`{apiVersion}` was retired and clusters no longer serve it: `{kind}` exists in {right}.',
    },
    replaced: {
      es: 'El grupo `{group}` es de versiones antiguas de Istio y ya no existe: lo que hacía `{kind}` lo hace ahora {right}.',
      en: 'The group `{group}` is of old versions of Istio and no longer exists: what `{kind}` did is now done by {right}.',
    },
    group: {
      es: 'No existe el grupo `{group}`: `{kind}` existe en {right}.',
      en: 'There is no group `{group}`: `{kind}` exists in {right}.',
    },
    noSuchGroup: {
      es: 'No existe `{apiVersion}`: los grupos sin punto son solo los de Kubernetes, y este no es uno de ellos.',
      en: 'There is no `{apiVersion}`: groups without a dot are those of Kubernetes alone, and this is not one of them.',
    },
  },
});

export const notChecked = descriptor({
  id: 'schema/not-checked',
  severity: 'info',
  title: { es: 'Tipo sin esquema', en: 'Kind without a schema' },
  messages: {
    noSchema: {
      es: 'No hay esquema para `{kind}` de `{apiVersion}`: sus campos no se comprueban.',
      en: 'There is no schema for `{kind}` of `{apiVersion}`: its fields are not checked.',
    },
  },
});
