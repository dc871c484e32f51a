import { rule } from '../../rule.ts';
import { lineage } from '../bases.ts';

export default rule({
  id: 'docker/copy-without-workdir',
  severity: 'warning',
  title: {
    es: 'Se copia a una ruta relativa sin `WORKDIR`',
    en: 'Something is copied to a relative path without `WORKDIR`',
  },
  related: ['DL3045'],
  over: 'dockerfile',
  messages: {
    relative: {
      es: '`{keyword}` a «{destination}» sin un `WORKDIR` antes: irá al directorio de la imagen base, que puede cambiar.',
      en: '`{keyword}` to "{destination}" without a `WORKDIR` before: it goes to the directory of the base image, which may change.',
    },
  },
  check(dockerfile, say) {
    for (const stage of dockerfile.stages) {
      const line = lineage(dockerfile, stage);
      const { base } = line;
      const chosen = base !== undefined && base !== 'scratch' && base.workdir !== '/';
      let known =
        chosen ||
        line.stages.slice(1).some(({ instructions }) => instructions.some(({ keyword }) => keyword === 'WORKDIR'));
      for (const instruction of stage.instructions) {
        known ||= instruction.keyword === 'WORKDIR';
        if (known || (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD')) continue;
        const { keyword, destination } = instruction;
        const relative = !/^["']?(?:\/|\\|[A-Za-z]:|\$|%)/.test(destination.text);
        if (relative) say('relative', destination.at, { keyword, destination: destination.text });
      }
    }
  },
});
