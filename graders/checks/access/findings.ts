import { descriptor } from '../../core/finding.ts';

export const tooLittle = descriptor({
  id: 'access/too-little',
  severity: 'error',
  title: { es: 'Falta un permiso', en: 'A permission is missing' },
  messages: {
    denied: {
      es: '`{who}` no puede `{verb}` `{resource}`{where}, y tendría que poder.{reason}{because}',
      en: '`{who}` cannot `{verb}` `{resource}`{where}, and should be able to.{reason}{because}',
    },
    unnamed: {
      es: '`{who}` no puede `{verb}` `{resource}`{where}, y tendría que poder: ningún RoleBinding de ahí ni ningún ClusterRoleBinding lo tiene entre sus `subjects`.{because}',
      en: '`{who}` cannot `{verb}` `{resource}`{where}, and should be able to: no RoleBinding there and no ClusterRoleBinding has it among its `subjects`.{because}',
    },
  },
});

export const tooMuch = descriptor({
  id: 'access/too-much',
  severity: 'error',
  title: { es: 'Sobra un permiso', en: 'A permission is too much' },
  messages: {
    allowed: {
      es: '`{who}` puede `{verb}` `{resource}`{where}, y no debería: se lo da el rol `{role}` por el vínculo `{binding}`.{because}',
      en: '`{who}` can `{verb}` `{resource}`{where}, and should not: the role `{role}` grants it through the binding `{binding}`.{because}',
    },
  },
});
