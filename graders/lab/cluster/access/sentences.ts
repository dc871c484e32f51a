import type { Messages } from '../../../core/messages.ts';

/** What RBAC says. */
export const sentences = {
  allowed: {
    es: '`{who}` puede hacer `{verb}` en `{resource}`: se lo da el rol `{role}` por el vínculo `{binding}`.',
    en: '`{who}` may `{verb}` `{resource}`: the role `{role}` grants it through the binding `{binding}`.',
  },
  notGranted: {
    es: 'El vínculo `{binding}` da a `{who}` el rol `{role}`, que no incluye `{verb}` en `{resource}`.',
    en: 'The binding `{binding}` gives `{who}` the role `{role}`, which does not include `{verb}` on `{resource}`.',
  },
  roleMissing: {
    es: 'El vínculo `{binding}` se refiere al rol `{role}`, que no existe: no da ningún permiso.',
    en: 'The binding `{binding}` refers to the role `{role}`, which does not exist: it grants nothing.',
  },
  denied: {
    es: 'Ningún rol da a `{who}` permiso para `{verb}` en `{resource}`.',
    en: 'No role grants `{who}` the right to `{verb}` `{resource}`.',
  },
} as const satisfies Messages;
