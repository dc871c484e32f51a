import { rule } from '../../rule.ts';
import { instructionsOf, lineage } from '../bases.ts';

export default rule({
  id: 'docker/missing-healthcheck',
  severity: 'info',
  title: { es: 'El servicio no tiene sonda', en: 'The service has no probe' },
  related: ['DL3057'],
  over: 'dockerfile',
  messages: {
    none: {
      es: 'La imagen declara un puerto y ninguna sonda (`HEALTHCHECK`). En Kubernetes da igual: allí las sondas van en el pod.',
      en: 'The image declares a port and no probe (`HEALTHCHECK`). In Kubernetes it does not matter: probes go into the pod there.',
    },
  },
  check(dockerfile, say) {
    // Off unless the Dockerfile asks for it: Kubernetes ignores HEALTHCHECK, and hadolint leaves its rule off too.
    if (!dockerfile.comments.some(({ text }) => /^timonel\s+check\s*=.*docker\/missing-healthcheck/.test(text))) return;
    const last = dockerfile.stages.at(-1);
    if (!last) return;
    const own = instructionsOf(lineage(dockerfile, last));
    const expose = last.instructions.find(({ keyword }) => keyword === 'EXPOSE');
    if (expose && !own.some(({ keyword }) => keyword === 'HEALTHCHECK')) say('none', expose.at, {});
  },
});
