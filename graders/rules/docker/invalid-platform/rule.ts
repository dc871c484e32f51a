import { platformProblem } from '../../../model/dockerfile/platform.ts';
import { rule } from '../../rule.ts';
import { certainly } from '../from-words.ts';

export default rule({
  id: 'docker/invalid-platform',
  severity: 'error',
  title: { es: 'No es una plataforma', en: 'It is no platform' },
  over: 'dockerfile',
  messages: {
    blank: {
      es: '`{platform}` se queda en nada: ningún `ARG` delante del primer `FROM` declara esa variable, y sin él tampoco vale `--build-arg`.',
      en: '`{platform}` is left with nothing: no `ARG` before the first `FROM` declares that variable, and without it `--build-arg` does not count either.',
    },
    neither: {
      es: '`{platform}` no es ni un sistema ni una arquitectura. Escribe las dos cosas: `linux/amd64`.',
      en: '`{platform}` is neither a system nor an architecture. Write both: `linux/amd64`.',
    },
    shape: {
      es: '`{platform}` no tiene la forma de una plataforma: `sistema/arquitectura`, y quizá una variante.',
      en: '`{platform}` does not have the form of a platform: `system/architecture`, and maybe a variant.',
    },
  },
  check(dockerfile, say) {
    for (const { from } of dockerfile.stages) {
      const flag = from.flags.find(({ name }) => name === 'platform');
      const written = flag?.value ?? '';
      const platform = written === '' ? undefined : certainly(dockerfile, written);
      if (!flag || platform === undefined) continue;
      const problem = platform === '' ? 'blank' : platformProblem(platform);
      if (problem) say(problem, flag.valueAt, { platform: written });
    }
  },
});
