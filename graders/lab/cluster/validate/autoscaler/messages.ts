export const messages = {
  minOverMax: {
    es: '`minReplicas` ({min}) es mayor que `maxReplicas` ({max}).',
    en: '`minReplicas` ({min}) is greater than `maxReplicas` ({max}).',
  },
  zero: {
    es: '`minReplicas: 0` es de una función que el clúster no trae encendida (`HPAScaleToZero`): el mínimo es 1.',
    en: '`minReplicas: 0` belongs to a feature that clusters do not have on (`HPAScaleToZero`): the least is 1.',
  },
  type: {
    es: '`{type}` no es un tipo de métrica: los hay `Resource`, `ContainerResource`, `Pods`, `Object` y `External`.',
    en: '`{type}` is not a metric type: there are `Resource`, `ContainerResource`, `Pods`, `Object` and `External`.',
  },
  noSource: {
    es: 'Una métrica de tipo `{type}` se describe en `{field}`, que falta.',
    en: 'A metric of type `{type}` is described in `{field}`, which is missing.',
  },
  otherSource: {
    es: 'Una métrica de tipo `{type}` no lleva `{field}`.',
    en: 'A metric of type `{type}` takes no `{field}`.',
  },
  version: {
    es: '`{version}` no es un `apiVersion`: es `v1`, o un grupo y su versión, como `apps/v1`.',
    en: '`{version}` is no `apiVersion`: it is `v1`, or a group and its version, as in `apps/v1`.',
  },
  targetGroup: {
    es: 'El `apiVersion` de `scaleTargetRef` tiene que decir el grupo de {kind:un|una} {kind}{example}.',
    en: 'The `apiVersion` of `scaleTargetRef` must say the group of a {kind}{example}.',
  },
  segment: {
    es: '`{value}` no sirve como `{field}`: no puede ser `.` ni `..`, ni contener `/` o `%`.',
    en: '`{value}` is not a valid `{field}`: it cannot be `.` or `..`, nor contain `/` or `%`.',
  },
  resource: {
    es: '`{resource}` no es un recurso: los hay `cpu` y `memory`, y los que llevan dominio.',
    en: '`{resource}` is not a resource: there are `cpu` and `memory`, and those with a domain.',
  },
  targetType: {
    es: '`{type}` no es un tipo de objetivo: los hay `Utilization`, `AverageValue` y `Value`.',
    en: '`{type}` is not a target type: there are `Utilization`, `AverageValue` and `Value`.',
  },
  noTarget: {
    es: 'El objetivo de una métrica `{type}` necesita {fields}.',
    en: 'The target of a `{type}` metric needs {fields}.',
  },
  bothTargets: {
    es: 'El objetivo de la métrica tiene {fields} a la vez. Deja uno.',
    en: 'The target of the metric has {fields} at once. Keep one.',
  },
  positive: {
    es: '`{field}` tiene que ser mayor que 0.',
    en: '`{field}` must be greater than 0.',
  },
  tolerance: {
    es: '`tolerance` es una proporción y no puede ser negativa.',
    en: '`tolerance` is a share and cannot be negative.',
  },
  window: {
    es: '`stabilizationWindowSeconds` va de 0 a 3600.',
    en: '`stabilizationWindowSeconds` goes from 0 to 3600.',
  },
  period: {
    es: '`periodSeconds` va de 1 a 1800.',
    en: '`periodSeconds` goes from 1 to 1800.',
  },
  policies: {
    es: '`policies` está vacío: escribe al menos una política, u omítelo para usar las normales.',
    en: '`policies` is empty: write at least one policy, or omit it to use the usual ones.',
  },
} as const;
