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
  otherGroup: {
    es: 'El rol `{role}`, que el vínculo `{binding}` da a `{who}`, incluye `{verb}` en `{resource}`, pero de otro grupo de la API: la regla dice {groups}, y `{resource}` es de {group}.',
    en: 'The role `{role}`, which the binding `{binding}` gives `{who}`, includes `{verb}` on `{resource}`, but of another API group: the rule says {groups}, and `{resource}` is of {group}.',
  },
  otherVerbs: {
    es: 'El rol `{role}`, que el vínculo `{binding}` da a `{who}`, llega a `{resource}`, pero solo con {verbs}: falta `{verb}`.',
    en: 'The role `{role}`, which the binding `{binding}` gives `{who}`, reaches `{resource}`, but with {verbs} only: `{verb}` is missing.',
  },
  onlyNamed: {
    es: 'El rol `{role}`, que el vínculo `{binding}` da a `{who}`, incluye `{verb}` en `{resource}` solo para {names}: lo que no nombra ningún objeto, como `list` o `create`, no lo concede `resourceNames`.',
    en: 'The role `{role}`, which the binding `{binding}` gives `{who}`, includes `{verb}` on `{resource}` for {names} only: `resourceNames` grants nothing that names no object, such as `list` or `create`.',
  },
  otherNames: {
    es: 'El rol `{role}`, que el vínculo `{binding}` da a `{who}`, incluye `{verb}` en `{resource}` solo para {names}.',
    en: 'The role `{role}`, which the binding `{binding}` gives `{who}`, includes `{verb}` on `{resource}` for {names} only.',
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
