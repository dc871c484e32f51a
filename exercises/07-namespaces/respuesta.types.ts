// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿Qué ocurrirá? */
  readonly predicciones: {
    /**
     * ¿Recibe respuesta `cliente`, del espacio de nombres `rojo`, al llamar a `http://web.default/`?
     * si: sí
     * no: no
     */
    readonly 'otro-espacio': 'no' | 'si' | 'no-se';
    /**
     * ¿Y si `cliente` llama a `http://web/`, sin el espacio de nombres?
     * si: sí
     * no: no
     */
    readonly 'nombre-corto': 'no' | 'si' | 'no-se';
    /**
     * ¿Llega `cliente` a `http://secreto.privado/`? Fíjate en los dos selectores de la NetworkPolicy.
     * si: sí
     * no: no
     */
    readonly 'dos-selectores': 'no' | 'si' | 'no-se';
  };
  /** ¿Verdadero o falso? */
  readonly juicios: {
    /** Crear un espacio de nombres impide que los pods de otros le hablen a los suyos */
    readonly red: 'falso' | 'verdadero' | 'no-se';
    /** Los nodos y los PersistentVolumes pertenecen a un espacio de nombres */
    readonly nodos: 'falso' | 'verdadero' | 'no-se';
    /** Con RBAC se puede escribir una regla que niegue un permiso */
    readonly negar: 'falso' | 'verdadero' | 'no-se';
    /** Una ResourceQuota acota el total del espacio de nombres; un LimitRange, cada pod o contenedor */
    readonly 'cuota-y-rango': 'falso' | 'verdadero' | 'no-se';
    /** Si una cuota cuenta `requests.cpu`, un pod que no pide CPU se rechaza */
    readonly 'cuota-obliga': 'falso' | 'verdadero' | 'no-se';
    /** Un RoleBinding que apunta a un ClusterRole da sus permisos en todo el clúster */
    readonly 'rol-de-cluster': 'falso' | 'verdadero' | 'no-se';
    /** Dos Services pueden llamarse igual si están en espacios de nombres distintos */
    readonly 'mismo-nombre': 'falso' | 'verdadero' | 'no-se';
    /** Al borrar un espacio de nombres se borra todo lo que contiene */
    readonly borrar: 'falso' | 'verdadero' | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** Varios equipos comparten un clúster. ¿Qué separa un espacio de nombres, y qué pasa con la red entre los pods de dos de ellos? */
    readonly 'para-que': string;
    /** ¿Con qué se limita lo que gasta un equipo entero en su espacio de nombres? ¿Y con qué lo que cada persona puede hacer en él? */
    readonly limites: string;
  };
}
