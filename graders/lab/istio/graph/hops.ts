import { hopMessages } from '../../../core/trace.ts';

export const hops = hopMessages('graph', {
  retried: {
    es: 'El proxy de `{from}` intenta hasta {n} {n:vez|veces} llamar a `{to}`: de cada intento sale bien el {one} %, y de la llamada entera el {all} %.',
    en: 'The proxy of `{from}` tries up to {n} {n:time|times} to call `{to}`: each attempt succeeds {one}% of the time, and the whole call {all}%.',
  },
  once: {
    es: '`{from}` llama a `{to}` una sola vez, y sale bien el {one} % de las veces.',
    en: '`{from}` calls `{to}` only once, and it succeeds {one}% of the time.',
  },
  encrypted: {
    es: 'De `{from}` a `{to}` hay un proxy a cada lado: viaja cifrado con TLS mutuo.',
    en: 'From `{from}` to `{to}` there is a proxy on each side: it travels encrypted with mutual TLS.',
  },
  plaintext: {
    es: 'De `{from}` a `{to}` falta el proxy en algún lado: viaja en claro.',
    en: 'From `{from}` to `{to}` one side has no proxy: it travels in the clear.',
  },
  load: {
    es: 'Si todo falla, una petición de entrada se convierte en {n} {n:llamada|llamadas} a `{service}`.',
    en: 'When everything fails, one incoming request becomes {n} {n:call|calls} to `{service}`.',
  },
});
