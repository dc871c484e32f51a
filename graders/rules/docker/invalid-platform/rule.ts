import { platformProblem } from '../../../model/dockerfile/platform.ts';
import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/invalid-platform',
  severity: 'error',
  title: { es: 'No es una plataforma', en: 'It is no platform' },
  over: 'dockerfile',
  messages: {
    neither: {
      es: '`{platform}` no es ni un sistema ni una arquitectura. Escribe las dos cosas: `linux/amd64`.',
      en: '`{platform}` is neither a system nor an architecture. Write both: `linux/amd64`.',
    },
    shape: {
      es: '`{platform}` no tiene la forma de una plataforma: `sistema/arquitectura`, y quizá una variante.',
      en: '`{platform}` does not have the form of a platform: `system/architecture`, and maybe a variant.',
    },
  },
  check({ stages }, say) {
    for (const { from } of stages) {
      const flag = from.flags.find(({ name }) => name === 'platform');
      const platform = flag?.value ?? '';
      if (!flag || platform === '' || /["'$\\]/.test(platform)) continue;
      const problem = platformProblem(platform);
      if (problem) say(problem, flag.valueAt, { platform });
    }
  },
});
