import { rule } from '../../rule.ts';

export default rule({
  id: 'docker/redundant-platform',
  severity: 'info',
  title: {
    es: '`--platform=$TARGETPLATFORM` es lo que ya ocurre',
    en: '`--platform=$TARGETPLATFORM` is what happens anyway',
  },
  related: ['RedundantTargetPlatform'],
  over: 'dockerfile',
  messages: {
    redundant: {
      es: '`--platform={value}` es el valor por defecto: puedes quitarlo.',
      en: '`--platform={value}` is the default: you can remove it.',
    },
  },
  check({ stages }, say) {
    for (const { from } of stages) {
      for (const { name, value = '', at } of from.flags) {
        if (name === 'platform' && /^\$\{?TARGETPLATFORM\}?$/.test(value)) say('redundant', at, { value });
      }
    }
  },
});
