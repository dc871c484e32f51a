export const messages = {
  completions: {
    es: 'Un Job `Indexed` numera sus pods: necesita saber cuántos, en `completions`.',
    en: 'An `Indexed` Job numbers its pods: it needs to know how many, in `completions`.',
  },
  podName: {
    es: 'El último pod se llamaría `{name}`, que no sirve como nombre de máquina: acorta el nombre del Job y quita sus puntos.',
    en: 'The last pod would be named `{name}`, which is not valid as the name of a machine: shorten the name of the Job and drop its dots.',
  },
  perIndex: {
    es: '`{field}` cuenta fallos por índice: exige `completionMode: Indexed`.',
    en: '`{field}` counts failures by index: it demands `completionMode: Indexed`.',
  },
  backoff: {
    es: '`maxFailedIndexes` limita los índices que fallan: exige `backoffLimitPerIndex`, que dice cuándo falla uno.',
    en: '`maxFailedIndexes` limits how many indexes fail: it demands `backoffLimitPerIndex`, which says when one does.',
  },
  most: {
    es: '`{field}` no puede pasar de {limit} en un Job `Indexed` como este.',
    en: '`{field}` cannot exceed {limit} in an `Indexed` Job such as this one.',
  },
  manyIndexes: {
    es: 'Con más de 100000 índices y `backoffLimitPerIndex` hace falta `maxFailedIndexes`.',
    en: 'With more than 100000 indexes and `backoffLimitPerIndex`, `maxFailedIndexes` is needed.',
  },
  ownSelector: {
    es: 'El selector de este Job lo genera el clúster: quita `selector`, o pon `manualSelector: true` si de verdad lo escribes tú.',
    en: 'The cluster generates the selector of this Job: remove `selector`, or set `manualSelector: true` if you really write it.',
  },
  noSelector: {
    es: 'Con `manualSelector: true` el selector lo escribes tú: falta `selector`.',
    en: 'With `manualSelector: true` the selector is yours to write: `selector` is missing.',
  },
  jobOfCron: {
    es: 'Cada Job que crea un CronJob recibe un selector propio: quita `{field}`.',
    en: 'Each Job that a CronJob creates gets a selector of its own: remove `{field}`.',
  },
  failurePolicy: {
    es: '`podFailurePolicy` decide qué hacer cuando un pod falla: exige `restartPolicy: Never`.',
    en: '`podFailurePolicy` decides what to do when a pod fails: it demands `restartPolicy: Never`.',
  },
  replacement: {
    es: 'Con `podFailurePolicy` un pod solo se sustituye cuando ha fallado del todo: `podReplacementPolicy` es `Failed`.',
    en: 'With `podFailurePolicy` a pod is only replaced once it has failed: `podReplacementPolicy` is `Failed`.',
  },
  oneCondition: {
    es: 'Una regla de `podFailurePolicy` mira `onExitCodes` u `onPodConditions`, y solo una de las dos.',
    en: 'A rule of `podFailurePolicy` looks at `onExitCodes` or `onPodConditions`, and only one of them.',
  },
  failIndex: {
    es: 'La acción `FailIndex` exige `backoffLimitPerIndex` en el Job.',
    en: 'The action `FailIndex` demands `backoffLimitPerIndex` in the Job.',
  },
  exitContainer: {
    es: 'El pod no tiene ningún contenedor `{name}`.',
    en: 'The pod has no container `{name}`.',
  },
  exitCodes: {
    es: 'Los códigos de `values` son al menos uno, van de menor a mayor y no se repiten.',
    en: 'The codes of `values` are one at least, in ascending order and without repetition.',
  },
  exitZero: {
    es: 'El código 0 es el de un contenedor que acaba bien: no se puede poner en `values` con `In`.',
    en: 'The code 0 is that of a container that ends well: it cannot be in `values` with `In`.',
  },
  condition: {
    es: '`{type}` no sirve como tipo de condición.',
    en: '`{type}` is not a valid type of condition.',
  },
  tooMany: {
    es: '`{field}` tiene {count} entradas y {limit} es el máximo.',
    en: '`{field}` has {count} entries and {limit} is the most.',
  },
  noSuccess: {
    es: 'Una regla de `successPolicy` dice `succeededIndexes`, `succeededCount` o los dos.',
    en: 'A rule of `successPolicy` says `succeededIndexes`, `succeededCount` or both.',
  },
  successRules: {
    es: '`successPolicy` no tiene reglas: `rules` necesita al menos una.',
    en: '`successPolicy` has no rules: `rules` needs at least one.',
  },
  indexes: {
    es: '`{value}` no son índices de este Job: se escriben en orden y por debajo de `completions`, como `0,2-4`.',
    en: '`{value}` are not indexes of this Job: they are written in order and below `completions`, as in `0,2-4`.',
  },
  successCount: {
    es: '`succeededCount` ({count}) no puede pasar de {limit}, que es de los que se trata.',
    en: '`succeededCount` ({count}) cannot exceed {limit}, which is how many it is about.',
  },
} as const;
