import type { Text } from '../../../core/text.ts';
import type { MtlsMode } from '../../../model/mesh/peer-authentication.ts';
import type { ClientMode } from './mode.ts';

/** What a client does about encryption, after «the client». */
export const sends: Readonly<Record<ClientMode, Text>> = {
  none: { es: 'envía sin proxy que cifre', en: 'sends without a proxy to encrypt' },
  auto: { es: 'elige por sí solo (mTLS automático)', en: 'chooses by itself (auto mTLS)' },
  DISABLE: { es: 'habla en claro (`DISABLE`)', en: 'speaks plaintext (`DISABLE`)' },
  SIMPLE: { es: 'inicia TLS sin identidad (`SIMPLE`)', en: 'starts TLS without an identity (`SIMPLE`)' },
  MUTUAL: {
    es: 'inicia TLS con certificados propios (`MUTUAL`)',
    en: 'starts TLS with its own certificates (`MUTUAL`)',
  },
  ISTIO_MUTUAL: { es: 'inicia mTLS de la malla (`ISTIO_MUTUAL`)', en: 'starts mTLS of the mesh (`ISTIO_MUTUAL`)' },
};

/** What a server takes, after «the server». */
export const takes: Readonly<Record<MtlsMode | 'none', Text>> = {
  none: { es: 'no lleva proxy', en: 'has no proxy' },
  PERMISSIVE: { es: 'acepta mTLS y tráfico en claro (`PERMISSIVE`)', en: 'takes mTLS and plaintext (`PERMISSIVE`)' },
  STRICT: { es: 'solo acepta mTLS (`STRICT`)', en: 'only takes mTLS (`STRICT`)' },
  DISABLE: { es: 'no usa mTLS (`DISABLE`)', en: 'uses no mTLS (`DISABLE`)' },
};
