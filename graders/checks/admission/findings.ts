import { descriptor } from '../../core/finding.ts';

export const refused = descriptor({
  id: 'admission/refused',
  severity: 'error',
  title: { es: 'Se rechaza algo que debía admitirse', en: 'Something that should be admitted is refused' },
  messages: {
    tooFew: {
      es: 'Al aplicar `{file}` {n:se crea|se crean} {n} {n:pod|pods}, y {wanted:hace|hacen} falta al menos {wanted}.{reason}{because}',
      en: 'Applying `{file}` creates {n} {n:pod|pods}, and at least {wanted} {wanted:is|are} needed.{reason}{because}',
    },
    together: {
      es: 'Con `{file}` aplicado, los pods de `{namespace}` solo llegan a pedir entre todos {asked} de `{resource}`, y tenían que poder pedir al menos {wanted}.{reason}{because}',
      en: 'With `{file}` applied, the pods of `{namespace}` only get to request {asked} of `{resource}` together, and they should be able to request at least {wanted}.{reason}{because}',
    },
  },
});

export const admitted = descriptor({
  id: 'admission/admitted',
  severity: 'error',
  title: { es: 'Se admite algo que debía rechazarse', en: 'Something that should be refused is admitted' },
  messages: {
    tooMany: {
      es: 'Al aplicar `{file}` {n:se crea|se crean} {n} {n:pod|pods}, y como mucho debían crearse {wanted}.{because}',
      en: 'Applying `{file}` creates {n} {n:pod|pods}, and at most {wanted} should be created.{because}',
    },
    together: {
      es: 'Con `{file}` aplicado, los pods de `{namespace}` piden entre todos {asked} de `{resource}`, y como mucho debían pedir {wanted}.{because}',
      en: 'With `{file}` applied, the pods of `{namespace}` request {asked} of `{resource}` together, and {wanted} at most should be requested.{because}',
    },
  },
});
