import type { Messages } from '../../../core/messages.ts';

/** What a gateway says of a request from outside. */
export const sentences = {
  noListener: {
    es: 'Ningún Gateway abre el puerto {port}: la conexión no se establece.',
    en: 'No Gateway opens port {port}: the connection is not made.',
  },
  listens: {
    es: 'El Gateway `{gateway}` recibe la petición en el puerto {port}.',
    en: 'Gateway `{gateway}` takes the request on port {port}.',
  },
  otherProtocol: {
    es: 'El puerto {port} del Gateway habla `{protocol}` para otros hosts o con otro cifrado: la conexión falla.',
    en: 'Port {port} of the Gateway speaks `{protocol}` for other hosts or with another encryption: the connection fails.',
  },
  certificateMissing: {
    es: 'El Gateway pide un certificado de cliente (`{mode}`) y el cliente no lo lleva: la conexión TLS falla.',
    en: 'The Gateway wants a client certificate (`{mode}`) and the client has none: the TLS connection fails.',
  },
  gatewayElsewhere: {
    es: 'El VirtualService `{virtualService}` es para `{host}`, pero se une al Gateway `{gateway}`; quien atiende aquí es `{meant}`. Un nombre sin espacio de nombres es el del propio VirtualService: escribe `{meant}`.',
    en: 'VirtualService `{virtualService}` is for `{host}`, but it is bound to Gateway `{gateway}`; the one that serves here is `{meant}`. A name without a namespace means that of the VirtualService: write `{meant}`.',
  },
  notOfGateway: {
    es: 'El VirtualService `{virtualService}` es para `{host}`, pero solo actúa en {gateways}.',
    en: 'VirtualService `{virtualService}` is for `{host}`, but it acts only in {gateways}.',
  },
  hostNotServed: {
    es: 'Ningún VirtualService de {gateways} es para `{host}`: el proxy responde 404 (NR).',
    en: 'No VirtualService of {gateways} is for `{host}`: the proxy answers 404 (NR).',
  },
} as const satisfies Messages;
