import type { Messages } from '../../../core/messages.ts';

/** What happens at the door of the cluster that an Ingress opens. */
export const sentences = {
  ingressAssumed: {
    es: 'Se da por hecho que en el clúster hay un controlador de Ingress{class} y que `{host}` lleva a él.',
    en: 'The cluster is taken to have an Ingress controller{class}, and `{host}` to lead to it.',
  },
  ingressClassUnknown: {
    es: 'Nadie atiende el Ingress `{ingress}`: pide la clase `{class}`, y las IngressClass que hay son {known}.',
    en: 'Nobody serves the Ingress `{ingress}`: it asks for class `{class}`, and the IngressClasses there are {known}.',
  },
  ingressUnnamed: {
    es: 'Nadie atiende el Ingress `{ingress}`: no dice su `ingressClassName`, y ninguna IngressClass es la predeterminada.',
    en: 'Nobody serves the Ingress `{ingress}`: it has no `ingressClassName`, and no IngressClass is the default one.',
  },
  ingressPort: {
    es: 'Un controlador de Ingress atiende en los puertos 80 (HTTP) y 443 (HTTPS), no en el {port}.',
    en: 'An Ingress controller serves on ports 80 (HTTP) and 443 (HTTPS), not on {port}.',
  },
  ingressHost: {
    es: 'Ninguna regla de los Ingress es para `{host}`, sino para {hosts}: el controlador responde 404.',
    en: 'No rule of the Ingresses is for `{host}`, but for {hosts}: the controller answers 404.',
  },
  ingressPath: {
    es: 'Ninguna regla de los Ingress para `{host}` acepta la ruta `{path}`; aceptan {paths}. El controlador responde 404.',
    en: 'No rule of the Ingresses for `{host}` takes path `{path}`; they take {paths}. The controller answers 404.',
  },
  ingressRule: {
    es: 'La ruta `{rule}` ({type}) del Ingress `{ingress}` lleva a {backend}.',
    en: 'Path `{rule}` ({type}) of Ingress `{ingress}` leads to {backend}.',
  },
  ingressDefault: {
    es: 'Ninguna regla lo acepta: el Ingress `{ingress}` lo manda a su `defaultBackend`, {backend}.',
    en: 'No rule takes it: Ingress `{ingress}` sends it to its `defaultBackend`, {backend}.',
  },
  ingressService: {
    es: 'El Ingress `{ingress}` manda a un Service `{service}` que no existe en `{namespace}`; están {known}. El controlador responde 503.',
    en: 'Ingress `{ingress}` sends to a Service `{service}` that does not exist in `{namespace}`; there are {known}. The controller answers 503.',
  },
  ingressServicePort: {
    es: 'El Ingress `{ingress}` manda al puerto {port} del Service `{service}`, que solo tiene {ports}. El controlador responde 503.',
    en: 'Ingress `{ingress}` sends to port {port} of Service `{service}`, which only has {ports}. The controller answers 503.',
  },
  ingressResource: {
    es: 'El Ingress `{ingress}` manda a un objeto `{kind}`, que no es un Service: se da por hecho que responde.',
    en: 'Ingress `{ingress}` sends to an object `{kind}`, which is no Service: it is taken to answer.',
  },
  ingressRedirect: {
    es: 'El Ingress `{ingress}` tiene certificado para `{host}`, así que ingress-nginx redirige HTTP a HTTPS (308).',
    en: 'Ingress `{ingress}` has a certificate for `{host}`, so ingress-nginx redirects HTTP to HTTPS (308).',
  },
  ingressCertificate: {
    es: 'Ningún `tls` de los Ingress es para `{host}`: el controlador muestra un certificado propio, que el cliente no acepta.',
    en: 'No `tls` of the Ingresses is for `{host}`: the controller shows a certificate of its own, which the client does not accept.',
  },
  ingressRewrite: {
    es: 'El controlador cambia la ruta antes de pasarla (`rewrite-target`): a la aplicación le llega otra.',
    en: 'The controller changes the path before passing it on (`rewrite-target`): the application gets another one.',
  },
} as const satisfies Messages;
