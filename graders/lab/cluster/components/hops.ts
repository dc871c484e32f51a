import { hopMessages } from '../../../core/trace.ts';

export const hops = hopMessages('components', {
  done: {
    es: '`{component}` {duty}.',
    en: '`{component}` {duty}.',
  },
  stuck: {
    es: 'Aquí se para: hacía falta que `{component}` {duty}, y no está en marcha.',
    en: 'It stops here: `{component}` was needed to do this ({duty}), and it is not running.',
  },
});
