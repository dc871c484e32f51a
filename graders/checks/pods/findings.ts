import { descriptor } from '../../core/finding.ts';
import { hops } from '../../lab/cluster/hops.ts';

const { messages } = hops;

export const missing = descriptor({
  id: 'pods/missing',
  severity: 'error',
  title: { es: 'No hay ningún pod de la clase que se pide', en: 'There is no pod of the kind that is asked for' },
  messages: {
    noneOfKind: {
      es: 'Se pide un objeto `kind: {kind}`, y los objetos de la respuesta son de tipo {found}.',
      en: 'An object of `kind: {kind}` is asked for, and the objects of the answer are of kind {found}.',
    },
    noneNamed: {
      es: 'No hay {kind:ningún|ninguna} {kind} llamado `{name}` en el espacio de nombres `{namespace}`.',
      en: 'There is no {kind} called `{name}` in the namespace `{namespace}`.',
    },
    otherKind: {
      es: '`{name}` es {found:un|una} {found}, y se pide {kind:un|una} {kind}.',
      en: '`{name}` is a {found}, and a {kind} is asked for.',
    },
    elsewhere: {
      es: '{kind:El|La} {kind} `{name}` está en el espacio de nombres `{found}`, y se pide en `{namespace}`.',
      en: 'The {kind} `{name}` is in the namespace `{found}`, and it is asked for in `{namespace}`.',
    },
    noneLabelled: {
      es: 'En el espacio de nombres `{namespace}` no hay ningún pod con {labels}. Cuentan las etiquetas de la plantilla, no las del Deployment.',
      en: 'In the namespace `{namespace}` there is no pod with {labels}. The labels of the template count, not those of the Deployment.',
    },
    otherLabels: {
      es: 'Los pods de `{name}` llevan {found}, y hace falta {labels}. Cuentan las etiquetas de la plantilla, no las {kind:del|de la} {kind}.',
      en: 'The pods of `{name}` carry {found}, and {labels} is needed. The labels of the template count, not those of the {kind}.',
    },
    noReplicas: {
      es: '{kind:El|La} {kind} `{name}` pide 0 réplicas, así que no crea ningún pod.',
      en: 'The {kind} `{name}` asks for 0 replicas, so it creates no pod.',
    },
    paused: {
      es: '{kind:El|La} {kind} `{name}` está en pausa (`paused: true`), y así no crea ningún pod.',
      en: 'The {kind} `{name}` is paused (`paused: true`), and so it creates no pod.',
    },
    noPods: {
      es: '{kind:El|La} {kind} `{name}` no crea ningún pod.',
      en: 'The {kind} `{name}` creates no pod.',
    },
  },
});

export const notReady = descriptor({
  id: 'pods/not-ready',
  severity: 'error',
  title: { es: 'Faltan pods listos', en: 'There are not enough ready pods' },
  messages: {
    oneByDefault: {
      es: '{kind:El|La} {kind} `{name}` no dice cuántas réplicas quiere, y sin `replicas` hay una; {wanted:hace|hacen} falta {wanted}.',
      en: 'The {kind} `{name}` does not say how many replicas it wants, and without `replicas` there is one; {wanted} {wanted:is|are} needed.',
    },
    tooFew: {
      es: 'Hay {ready} {ready:pod listo|pods listos}, y {wanted:hace|hacen} falta {wanted}.',
      en: 'There {ready:is|are} {ready} ready {ready:pod|pods}, and {wanted} {wanted:is|are} needed.',
    },
    readinessGate: messages.readinessGate,
    deadline: messages.deadline,
  },
});

export const image = descriptor({
  id: 'pods/image',
  severity: 'error',
  title: { es: 'La imagen no se puede descargar', en: 'The image cannot be pulled' },
  messages: {
    imageMissing: messages.imageMissing,
    imageMissingNear: messages.imageMissingNear,
    imageInvalid: messages.imageInvalid,
    imageNeverPulled: messages.imageNeverPulled,
    imageOnlyOnNode: messages.imageOnlyOnNode,
    imageOnlyOnNodeByTag: messages.imageOnlyOnNodeByTag,
  },
});

export const otherImage = descriptor({
  id: 'pods/other-image',
  severity: 'error',
  title: { es: 'Los pods no ejecutan la imagen que se pide', en: 'The pods do not run the image that is asked for' },
  messages: {
    other: {
      es: 'Los pods de `{workload}` deben ejecutar la imagen `{wanted}`, y ejecutan {found}.',
      en: 'The pods of `{workload}` must run the image `{wanted}`, and they run {found}.',
    },
  },
});

export const notCreated = descriptor({
  id: 'pods/not-created',
  severity: 'error',
  title: { es: 'El kubelet no puede crear el contenedor', en: 'The kubelet cannot create the container' },
  messages: {
    objectMissing: messages.objectMissing,
    keyMissing: messages.keyMissing,
    volumeMissing: messages.volumeMissing,
    runsAsRoot: messages.runsAsRoot,
    userNotNumeric: messages.userNotNumeric,
    memoryTooSmall: messages.memoryTooSmall,
    noCommand: messages.noCommand,
    programMissing: messages.programMissing,
  },
});

export const exits = descriptor({
  id: 'pods/exits',
  severity: 'error',
  title: { es: 'El proceso del contenedor termina', en: 'The process of the container ends' },
  messages: {
    restarting: messages.restarting,
    completed: messages.completed,
    daemonised: messages.daemonised,
    usage: messages.usage,
    optionAlone: messages.optionAlone,
    commandMissing: messages.commandMissing,
    fileMissing: messages.fileMissing,
    fileAbsent: messages.fileAbsent,
    fileUnreadable: messages.fileUnreadable,
    moduleMissing: messages.moduleMissing,
    nameUnknown: messages.nameUnknown,
    nameNotCompleted: messages.nameNotCompleted,
    nameUnderEach: messages.nameUnderEach,
    variableMissing: messages.variableMissing,
    cannotWrite: messages.cannotWrite,
    capabilityMissing: messages.capabilityMissing,
    configurationMissing: messages.configurationMissing,
    configurationRefused: messages.configurationRefused,
    eventsMissing: messages.eventsMissing,
    upstreamUnknown: messages.upstreamUnknown,
  },
});

export const portClash = descriptor({
  id: 'pods/port-clash',
  severity: 'error',
  title: { es: 'Dos contenedores del pod quieren el mismo puerto', en: 'Two containers of the pod want the same port' },
  messages: { portTaken: messages.portTaken },
});

export const probe = descriptor({
  id: 'pods/probe',
  severity: 'error',
  title: { es: 'Una sonda falla siempre', en: 'A probe always fails' },
  messages: {
    probeRefused: messages.probeRefused,
    probeStatus: messages.probeStatus,
    probePortName: messages.probePortName,
    probeHost: messages.probeHost,
    probeProtocol: messages.probeProtocol,
    probeCommand: messages.probeCommand,
  },
});

export const init = descriptor({
  id: 'pods/init',
  severity: 'error',
  title: { es: 'Un contenedor de inicio impide arrancar el pod', en: 'An init container keeps the pod from starting' },
  messages: { initFailed: messages.initFailed, initNeverEnds: messages.initNeverEnds },
});

export const unschedulable = descriptor({
  id: 'pods/unschedulable',
  severity: 'error',
  title: { es: 'Ningún nodo admite el pod', en: 'No node takes the pod' },
  messages: {
    unschedulable: messages.unschedulable,
    noScheduler: messages.noScheduler,
    schedulingGated: messages.schedulingGated,
    nodeUnknown: messages.nodeUnknown,
  },
});

export const rejected = descriptor({
  id: 'pods/rejected',
  severity: 'error',
  title: { es: 'La API no admite el pod', en: 'The API does not admit the pod' },
  messages: {
    namespaceMissing: messages.namespaceMissing,
    serviceAccountMissing: messages.serviceAccountMissing,
    classMissing: messages.classMissing,
    invalid: messages.invalid,
    limitUnspecified: messages.limitUnspecified,
    limitBroken: messages.limitBroken,
    requestAboveLimit: messages.requestAboveLimit,
    podSecurity: messages.podSecurity,
    quotaUnspecified: messages.quotaUnspecified,
    quotaExceeded: messages.quotaExceeded,
  },
});
