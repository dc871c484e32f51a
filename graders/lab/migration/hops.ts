import { hopMessages } from '../../core/trace.ts';

/** What a migration does to the cluster, and what the probes meet. */
export const hops = hopMessages('migration', {
  step: { es: 'Paso {number}: {step}.', en: 'Step {number}: {step}.' },
  installed: {
    es: 'El plano de control de la revisión `{revision}` está en marcha y su webhook atiende a los pods nuevos.',
    en: 'The control plane of revision `{revision}` is running and its webhook serves new pods.',
  },
  uninstalled: {
    es: 'El plano de control de la revisión `{revision}` ya no existe: nadie pone al día a sus proxies.',
    en: 'The control plane of revision `{revision}` is gone: nobody keeps its proxies up to date.',
  },
  labelled: {
    es: 'Las etiquetas de `{namespace}` cambian. Los pods que ya existen no se enteran.',
    en: 'The labels of `{namespace}` change. The pods that exist already do not notice.',
  },
  applied: { es: 'Se aplica `{object}`.', en: '`{object}` is applied.' },
  deleted: { es: 'Se borra `{object}`.', en: '`{object}` is deleted.' },
  ignored: {
    es: 'Ningún plano de control lee `{object}`: los proxies siguen con lo último que recibieron.',
    en: 'No control plane reads `{object}`: the proxies keep what they received last.',
  },
  kindUnknown: {
    es: 'El clúster no conoce el tipo `{kind}`: sus definiciones las trae la instalación de Istio.',
    en: 'The cluster does not know the kind `{kind}`: its definitions come with the installation of Istio.',
  },
  notInstalled: {
    es: 'La revisión `{revision}` no está instalada.',
    en: 'Revision `{revision}` is not installed.',
  },
  nothingThere: { es: 'No existe `{object}`.', en: 'There is no `{object}`.' },
  renewed: {
    es: 'Los pods de `{workload}` son nuevos: {n} con proxy, {without} sin él.',
    en: 'The pods of `{workload}` are new: {n} with a proxy, {without} without one.',
  },
  blocked: {
    es: 'El reinicio de `{workload}` se queda a medias: {left:falta|faltan} {left} de {n}.',
    en: 'The restart of `{workload}` stops halfway: {left} of {n} to go.',
  },
  protocolUnknown: {
    es: 'En el puerto {port} de `{service}` habla primero el servidor, y nada dice que sea TCP: el proxy espera los primeros bytes del cliente, que no llegan nunca.',
    en: 'On port {port} of `{service}` the server speaks first, and nothing says it is TCP: the proxy waits for the first bytes of the client, which never come.',
  },
  staleAddresses: {
    es: 'El proxy de `{client}` es de la revisión `{revision}`, que ya no tiene plano de control: guarda las direcciones de pods de `{workload}` que ya no existen.',
    en: 'The proxy of `{client}` is of revision `{revision}`, which has no control plane any more: it keeps the addresses of pods of `{workload}` that no longer exist.',
  },
  clientUnlabelled: {
    es: 'Hay pods de `{client}` sin proxy: nada pide inyectarlo en su espacio de nombres.',
    en: 'There are pods of `{client}` without a proxy: nothing asks to inject one in their namespace.',
  },
  clientUnserved: {
    es: 'Hay pods de `{client}` sin proxy: su espacio de nombres pide una revisión que no está instalada.',
    en: 'There are pods of `{client}` without a proxy: their namespace asks for a revision that is not installed.',
  },
  clientOlder: {
    es: 'Hay pods de `{client}` sin proxy: nacieron antes de que la etiqueta y el plano de control estuvieran en su sitio.',
    en: 'There are pods of `{client}` without a proxy: they were created before the label and the control plane were in place.',
  },
  clientBlocked: {
    es: 'Hay pods de `{client}` sin proxy: su reinicio no avanza. {why}',
    en: 'There are pods of `{client}` without a proxy: their restart makes no progress. {why}',
  },
  observed: {
    es: 'Los proxies enseñan quién llama a quién. Nada cambia en el clúster.',
    en: 'The proxies show who calls whom. Nothing changes in the cluster.',
  },
});
