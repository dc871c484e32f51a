import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/maintainer',
  severity: 'warning',
  title: { es: '`MAINTAINER` está obsoleta', en: '`MAINTAINER` is deprecated' },
  related: ['MaintainerDeprecated', 'DL4000'],
  over: 'dockerfile',
  messages: {
    deprecated: {
      es: '`MAINTAINER` está obsoleta. Usa `LABEL org.opencontainers.image.authors=…`.',
      en: '`MAINTAINER` is deprecated. Use `LABEL org.opencontainers.image.authors=…`.',
    },
  },
  check({ instructions }, say) {
    for (const { keyword, at } of instructions) {
      if (keyword === 'MAINTAINER') say('deprecated', at, {});
    }
  },
});
