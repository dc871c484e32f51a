import { rule } from '../../rule.ts';
import { instructionsOf, lineage } from '../bases.ts';
import { dropsRoot } from '../drops-root.ts';

export default rule({
  id: 'docker/no-user',
  severity: 'info',
  title: { es: 'La imagen no elige un usuario', en: 'The image chooses no user' },
  over: 'dockerfile',
  messages: {
    none: {
      es: 'Sin `USER`, el contenedor se ejecutará como root. Crea un usuario, o usa un número.',
      en: 'Without `USER`, the container will run as root. Create a user, or use a number.',
    },
  },
  check(dockerfile, say) {
    const last = dockerfile.stages.at(-1);
    if (!last) return;
    const line = lineage(dockerfile, last);
    const { base } = line;
    const own = instructionsOf(line);
    const starts = own.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
    const rootBase = base === 'scratch' || base?.user === '';
    // Servers such as nginx drop their privileges themselves.
    const serves = base !== undefined && base !== 'scratch' && base.behaviour === 'serves';
    if (!starts || !rootBase || serves || dropsRoot(own) || own.some(({ keyword }) => keyword === 'USER')) return;
    say('none', last.from.image.at, {});
  },
});
