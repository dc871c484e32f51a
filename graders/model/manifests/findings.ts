import { descriptor } from '../../core/finding.ts';

export const notAnObject = descriptor({
  id: 'manifest/not-an-object',
  severity: 'error',
  title: { es: 'El documento no es un objeto de Kubernetes', en: 'The document is not a Kubernetes object' },
  messages: {
    shape: {
      es: 'Un manifiesto es un objeto con `apiVersion`, `kind` y `metadata`; aquí hay {found}.',
      en: 'A manifest is an object with `apiVersion`, `kind` and `metadata`; here there is {found}.',
    },
    empty: {
      es: 'El fichero no contiene ningún manifiesto.',
      en: 'The file contains no manifest.',
    },
  },
});

export const missingIdentity = descriptor({
  id: 'manifest/missing-identity',
  severity: 'error',
  title: { es: 'Falta lo que identifica al objeto', en: 'What identifies the object is missing' },
  messages: {
    field: {
      es: 'A este manifiesto le falta `{field}`: sin él, el clúster no sabe qué objeto es.',
      en: 'This manifest has no `{field}`: without it the cluster cannot tell which object it is.',
    },
    compose: {
      es: 'Esto es un fichero de Compose: lo lee `docker compose`, y el clúster no. Un manifiesto empieza por `apiVersion` y `kind`.',
      en: 'This is a Compose file: `docker compose` reads it and the cluster does not. A manifest begins with `apiVersion` and `kind`.',
    },
    notText: {
      es: '`{field}` tiene que ser un texto.',
      en: '`{field}` must be a string.',
    },
  },
});
