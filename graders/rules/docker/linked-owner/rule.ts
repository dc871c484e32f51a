import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/linked-owner',
  severity: 'warning',
  title: { es: '`--link` con el dueño por su nombre', en: '`--link` with the owner by name' },
  over: 'dockerfile',
  messages: {
    named: {
      es: 'Con `--link`, `--chown` solo admite números, y aquí está «{owner}»: la capa se hace sin mirar los usuarios de la imagen. El Docker de hoy no la construye.',
      en: 'With `--link`, `--chown` takes only numbers, and here it is "{owner}": the layer is made without looking at the users of the image. Current Docker does not build it.',
    },
  },
  check({ instructions }, say) {
    for (const { keyword, flags } of instructions) {
      if (keyword !== 'COPY' && keyword !== 'ADD') continue;
      const linked = flags.some(({ name, value }) => name === 'link' && value?.toLowerCase() !== 'false');
      const owner = flags.find(({ name }) => name === 'chown');
      if (!linked || !owner?.value || /\$|^\d*(?::\d*)?$/.test(owner.value)) continue;
      say('named', owner.valueAt, { owner: owner.value });
    }
  },
});
