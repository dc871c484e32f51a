import { hopMessages } from '../../../core/trace.ts';

export const hops = hopMessages('access', {
  granted: {
    es: '`{binding}` da a `{subject}` el rol `{role}`, que permite `{verb}` sobre `{resource}`{where}.',
    en: '`{binding}` gives `{subject}` the role `{role}`, which allows `{verb}` on `{resource}`{where}.',
  },
  notGranted: {
    es: 'El rol `{role}`, que `{binding}` da a `{subject}`, no permite `{verb}` sobre `{resource}`.',
    en: 'The role `{role}`, which `{binding}` gives `{subject}`, does not allow `{verb}` on `{resource}`.',
  },
  roleMissing: {
    es: '`{binding}` nombra el rol `{role}`, que no existe: no da ningún permiso.',
    en: '`{binding}` names the role `{role}`, which does not exist: it grants nothing.',
  },
  elsewhere: {
    es: '`{binding}` solo da permisos en el espacio de nombres `{namespace}`.',
    en: '`{binding}` only grants in the namespace `{namespace}`.',
  },
  noBinding: {
    es: 'Ningún vínculo da permisos a `{subject}`{where}: lo que no se permite está negado.',
    en: 'No binding grants anything to `{subject}`{where}: what is not allowed is denied.',
  },
  superuser: {
    es: '`{subject}` está en el grupo `system:masters`, al que no se le pregunta.',
    en: '`{subject}` is in the group `system:masters`, which is never asked.',
  },
});
