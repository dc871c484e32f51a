import { descriptor } from '../../core/finding.ts';
import { hops } from '../../lab/cluster/hpa/hops.ts';

export const target = descriptor({
  id: 'autoscaling/target',
  severity: 'error',
  title: { es: 'Ningún autoescalador actúa sobre el Deployment', en: 'No autoscaler acts on the Deployment' },
  messages: {
    none: {
      es: 'La respuesta no tiene ningún HorizontalPodAutoscaler.',
      en: 'The answer has no HorizontalPodAutoscaler.',
    },
    other: {
      es: 'El autoescalador apunta a `{found}`; tiene que apuntar a `apps/v1/Deployment/{wanted}`.',
      en: 'The autoscaler points at `{found}`; it must point at `apps/v1/Deployment/{wanted}`.',
    },
    elsewhere: {
      es: 'El autoescalador `{name}` está en el espacio de nombres `{found}` y solo escala lo que hay en él; el Deployment `{wanted}` está en `{namespace}`.',
      en: 'The autoscaler `{name}` is in the namespace `{found}` and only scales what is there; the Deployment `{wanted}` is in `{namespace}`.',
    },
    several: {
      es: 'Hay {n} autoescaladores sobre el mismo Deployment y cada uno desharía lo que hace el otro. Deja uno.',
      en: 'There are {n} autoscalers on the same Deployment and each would undo what the other does. Keep one.',
    },
  },
});

export const blind = descriptor({
  id: 'autoscaling/blind',
  severity: 'error',
  title: { es: 'El autoescalador no puede calcular ninguna métrica', en: 'The autoscaler cannot compute any metric' },
  messages: {
    noRequest: hops.messages.noRequest,
    noMetrics: hops.messages.noMetrics,
    noContainer: hops.messages.noContainer,
    otherCase: hops.messages.otherCase,
    notModelled: hops.messages.notModelled,
    never: {
      es: 'Ninguna métrica de este autoescalador se puede calcular, así que nunca cambia nada.',
      en: 'No metric of this autoscaler can be computed, so it never changes anything.',
    },
  },
});

export const outOfRange = descriptor({
  id: 'autoscaling/out-of-range',
  severity: 'error',
  title: { es: 'La carga no queda bien atendida', en: 'The load is not well served' },
  messages: {
    replicas: {
      es: 'A los {seconds} s hay {replicas} {replicas:réplica|réplicas}, y se esperaban {limits}: {because}{slip}',
      en: 'At {seconds} s there {replicas:is|are} {replicas} {replicas:replica|replicas}, and {limits} were expected: {because}{slip}',
    },
    utilization: {
      es: 'A los {seconds} s, con {replicas} {replicas:réplica|réplicas}, cada pod usa el {utilization} % de la CPU que pide, y se esperaba {limits}: {because}{slip}',
      en: 'At {seconds} s, with {replicas} {replicas:replica|replicas}, each pod uses {utilization}% of the CPU it requests, and {limits} was expected: {because}{slip}',
    },
  },
});
