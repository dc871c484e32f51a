import { rule } from '../../rule.ts';
import { lastLineage, lastUser } from '../bases.ts';
import { dropsRoot } from '../drops-root.ts';

export default rule({
  id: 'docker/root-user',
  severity: 'warning',
  title: { es: 'El contenedor se ejecuta como root', en: 'The container runs as root' },
  related: ['DL3002'],
  over: 'dockerfile',
  messages: {
    root: {
      es: 'El último `USER` es root: el proceso del contenedor tendrá todos los permisos.',
      en: 'The last `USER` is root: the process of the container will have every permission.',
    },
  },
  check(dockerfile, say) {
    const user = lastUser(dockerfile);
    if (dropsRoot(lastLineage(dockerfile))) return;
    if (user && /^["']?(?:root|0)(?::.*)?["']?$/.test(user.value.text)) say('root', user.at, {});
  },
});
