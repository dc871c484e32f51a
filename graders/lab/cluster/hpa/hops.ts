import { hopMessages } from '../../../core/trace.ts';

export const hops = hopMessages('hpa', {
  utilization: {
    es: 'A los {seconds} s, los pods usan el {current} % de la CPU o memoria que piden y el objetivo es el {target} %: la métrica propone {n} {n:réplica|réplicas}.',
    en: 'At {seconds} s the pods use {current}% of what they request and the target is {target}%: the metric proposes {n} {n:replica|replicas}.',
  },
  average: {
    es: 'A los {seconds} s, la media por pod es {current} y el objetivo es {target}: la métrica propone {n} {n:réplica|réplicas}.',
    en: 'At {seconds} s the average per pod is {current} and the target is {target}: the metric proposes {n} {n:replica|replicas}.',
  },
  value: {
    es: 'A los {seconds} s, la métrica vale {current} y el objetivo es {target}: propone {n} {n:réplica|réplicas}.',
    en: 'At {seconds} s the metric is {current} and the target is {target}: it proposes {n} {n:replica|replicas}.',
  },
  toleratedShare: {
    es: 'A los {seconds} s, el {current} % frente al {target} % queda dentro de la tolerancia: no se cambia nada.',
    en: 'At {seconds} s {current}% against {target}% is within the tolerance: nothing changes.',
  },
  tolerated: {
    es: 'A los {seconds} s, {current} frente a {target} queda dentro de la tolerancia: no se cambia nada.',
    en: 'At {seconds} s {current} against {target} is within the tolerance: nothing changes.',
  },
  noRequest: {
    es: 'El contenedor `{container}` no pide `{resource}`: sin `requests` no hay porcentaje que calcular y esta métrica no da ningún valor.',
    en: 'The container `{container}` requests no `{resource}`: without `requests` there is no percentage to compute and this metric gives no value.',
  },
  otherCase: {
    es: 'Nadie mide ningún recurso que se llame `{resource}`: su nombre es `{name}`, en minúsculas.',
    en: 'Nobody measures a resource called `{resource}`: its name is `{name}`, in lower case.',
  },
  noContainer: {
    es: 'Ningún contenedor de los pods se llama `{container}`: esta métrica no da ningún valor.',
    en: 'No container of the pods is called `{container}`: this metric gives no value.',
  },
  noMetrics: {
    es: 'Ningún pod listo da medidas de `{resource}`: no se decide nada.',
    en: 'No ready pod gives `{resource}` measurements: nothing is decided.',
  },
  notModelled: {
    es: 'La métrica de tipo `{type}` no tiene medidas en este mundo.',
    en: 'The metric of type `{type}` has no measurements in this world.',
  },
  stabilized: {
    es: 'La ventana de estabilización mantiene {n} {n:réplica|réplicas} en lugar de {proposed}.',
    en: 'The stabilization window keeps {n} {n:replica|replicas} instead of {proposed}.',
  },
  limitedByPolicy: {
    es: 'Las políticas de escalado solo permiten llegar a {n} en este paso, en lugar de {proposed}.',
    en: 'The scaling policies only allow {n} in this step, instead of {proposed}.',
  },
  limitedByRange: {
    es: 'El rango del HPA limita {proposed} a {n}.',
    en: "The HPA's range limits {proposed} to {n}.",
  },
  scaled: {
    es: 'A los {seconds} s, de {from} a {n} {n:réplica|réplicas}.',
    en: 'At {seconds} s, from {from} to {n} {n:replica|replicas}.',
  },
  held: {
    es: 'A los {seconds} s se quedan {n} {n:réplica|réplicas}.',
    en: 'At {seconds} s {n} {n:replica|replicas} stay.',
  },
  disabled: {
    es: 'El Deployment tiene 0 réplicas: el HPA no actúa hasta que alguien lo escale.',
    en: 'The Deployment has 0 replicas: the HPA does nothing until somebody scales it.',
  },
});
