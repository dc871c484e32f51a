import { rule } from '../../rule.ts';
import { lastUser } from '../bases.ts';

export default rule({
  id: 'docker/numeric-user',
  severity: 'info',
  title: { es: 'El usuario va por nombre, no por número', en: 'The user is a name, not a number' },
  related: ['DL3066'],
  over: 'dockerfile',
  messages: {
    name: {
      es: 'Kubernetes no puede comprobar con `runAsNonRoot` que `{user}` no sea root: usa su número.',
      en: 'Kubernetes cannot check with `runAsNonRoot` that `{user}` is not root: use its number.',
    },
  },
  check(dockerfile, say) {
    const user = lastUser(dockerfile);
    if (!user) return;
    const [name = ''] = user.value.text.replace(/^["']|["']$/g, '').split(':');
    if (/^[a-z_][\w-]*$/i.test(name) && name !== 'root') say('name', user.value.at, { user: name });
  },
});
