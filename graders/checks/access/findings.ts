import { descriptor } from '../../core/finding.ts';

export const tooLittle = descriptor({
  id: 'access/too-little',
  severity: 'error',
  title: { es: 'Falta un permiso', en: 'A permission is missing' },
  messages: {
    denied: {
      es: '`{who}` no puede `{verb}` `{resource}`{where}, y tendría que poder. {because}',
      en: '`{who}` cannot `{verb}` `{resource}`{where}, and should be able to. {because}',
    },
  },
});

export const tooMuch = descriptor({
  id: 'access/too-much',
  severity: 'error',
  title: { es: 'Sobra un permiso', en: 'A permission is too much' },
  messages: {
    allowed: {
      es: '`{who}` puede `{verb}` `{resource}`{where}, y no debería. {because}',
      en: '`{who}` can `{verb}` `{resource}`{where}, and should not. {because}',
    },
  },
});
