// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** Una decisión: qué eliges, dos pruebas a favor y lo que cuesta. */
  readonly banco: {
    /**
     * Un banco mueve 30 000 peticiones por segundo entre 200 servicios. Tiene un equipo de plataforma de seis personas con guardias. ¿Qué eliges?
     * istio-sidecar: Istio con un sidecar en cada pod
     * istio-ambient: Istio en modo ambient, con waypoints donde hagan falta
     * linkerd: Linkerd de código abierto (artefactos edge)
     * linkerd-de-proveedor: Linkerd en una distribución estable de un proveedor
     * sin-malla: ninguna malla
     */
    readonly eleccion: 'istio-ambient' | 'istio-sidecar' | 'linkerd' | 'linkerd-de-proveedor' | 'sin-malla' | 'no-se';
    /**
     * Una prueba a favor de la elección
     * comparativa-publica: Una comparativa publicada midió que Linkerd añade menos latencia que Istio
     * equipo-con-guardias: Seis personas con guardias pueden llevar las actualizaciones y la configuración
     * lista-de-funciones: Istio tiene más funciones en su lista que Linkerd
     * mtls-sin-codigo: Cifra con mTLS entre cargas de la malla sin tocar el código
     * politicas-de-linkerd: Linkerd cifra, pero no puede decidir quién llama a quién
     * reglas-junto-al-pod: Las reglas de HTTP se evalúan en el propio pod, sin un salto más
     * token-en-la-malla: RequestAuthentication valida el token y AuthorizationPolicy decide por sus datos
     * waypoint-donde-haga-falta: Los waypoints se ponen solo delante de los servicios que deciden por HTTP
     */
    readonly prueba: 'comparativa-publica' | 'equipo-con-guardias' | 'lista-de-funciones' | 'mtls-sin-codigo' | 'politicas-de-linkerd' | 'reglas-junto-al-pod' | 'token-en-la-malla' | 'waypoint-donde-haga-falta' | 'no-se';
    /**
     * Otra prueba a favor, distinta
     * comparativa-publica: Una comparativa publicada midió que Linkerd añade menos latencia que Istio
     * equipo-con-guardias: Seis personas con guardias pueden llevar las actualizaciones y la configuración
     * lista-de-funciones: Istio tiene más funciones en su lista que Linkerd
     * mtls-sin-codigo: Cifra con mTLS entre cargas de la malla sin tocar el código
     * politicas-de-linkerd: Linkerd cifra, pero no puede decidir quién llama a quién
     * reglas-junto-al-pod: Las reglas de HTTP se evalúan en el propio pod, sin un salto más
     * token-en-la-malla: RequestAuthentication valida el token y AuthorizationPolicy decide por sus datos
     * waypoint-donde-haga-falta: Los waypoints se ponen solo delante de los servicios que deciden por HTTP
     */
    readonly 'otra-prueba': 'comparativa-publica' | 'equipo-con-guardias' | 'lista-de-funciones' | 'mtls-sin-codigo' | 'politicas-de-linkerd' | 'reglas-junto-al-pod' | 'token-en-la-malla' | 'waypoint-donde-haga-falta' | 'no-se';
    /**
     * Lo que cuesta la elección
     * contrato: Se depende de un contrato y del calendario de un proveedor
     * en-cada-aplicacion: Cada equipo pone en su código los reintentos, los tiempos de espera y las métricas
     * muchos-recursos: Su API es la más amplia: hay muchos recursos que aprender y revisar
     * nodo-compartido: Un fallo del proxy del nodo afecta a todos los pods que hay en él
     * proxy-por-pod: Cada pod carga con un proxy: memoria, CPU y un reinicio en cada actualización
     * ritmo-edge: Hay que seguir versiones edge y decidir cuál pasa a producción
     * sin-autorizacion: No permite autorizar por identidad
     */
    readonly contrapunto: 'contrato' | 'en-cada-aplicacion' | 'muchos-recursos' | 'nodo-compartido' | 'proxy-por-pod' | 'ritmo-edge' | 'sin-autorizacion' | 'no-se';
  };
  /** Una decisión: qué eliges, dos pruebas a favor y lo que cuesta. */
  readonly 'empresa-joven': {
    /**
     * Doce servicios HTTP y dos personas que llevan la plataforma a ratos. Han medido con su carga, y por pod: linkerd-proxy, 18 MiB; istio-proxy, 62 MiB; ztunnel, 30 MiB por nodo. ¿Qué eliges?
     * istio-sidecar: Istio con un sidecar en cada pod
     * istio-ambient: Istio en modo ambient, con waypoints donde hagan falta
     * linkerd: Linkerd de código abierto (artefactos edge)
     * linkerd-de-proveedor: Linkerd en una distribución estable de un proveedor
     * sin-malla: ninguna malla
     */
    readonly eleccion: 'istio-ambient' | 'istio-sidecar' | 'linkerd' | 'linkerd-de-proveedor' | 'sin-malla' | 'no-se';
    /**
     * Una prueba a favor de la elección
     * cabe-en-el-pod: Según su medida, el proxy cabe en lo que queda libre en cada pod
     * comparativa-publica: Una comparativa publicada midió que Linkerd añade menos latencia que Istio
     * crecer-por-capas: Se empieza por el cifrado y se añaden waypoints solo para las métricas de HTTP
     * lista-de-funciones: Istio tiene más funciones en su lista que Linkerd
     * mtls-sin-codigo: Cifra con mTLS entre cargas de la malla sin tocar el código
     * nada-por-pod: No añade memoria a los pods: lo común es un proxy por nodo
     * pocas-decisiones: Sus valores de fábrica bastan para el cifrado y las métricas: hay poco que configurar para dos personas
     * proxy-obligatorio: Cualquier malla obliga a poner un proxy en cada pod
     */
    readonly prueba: 'cabe-en-el-pod' | 'comparativa-publica' | 'crecer-por-capas' | 'lista-de-funciones' | 'mtls-sin-codigo' | 'nada-por-pod' | 'pocas-decisiones' | 'proxy-obligatorio' | 'no-se';
    /**
     * Otra prueba a favor, distinta
     * cabe-en-el-pod: Según su medida, el proxy cabe en lo que queda libre en cada pod
     * comparativa-publica: Una comparativa publicada midió que Linkerd añade menos latencia que Istio
     * crecer-por-capas: Se empieza por el cifrado y se añaden waypoints solo para las métricas de HTTP
     * lista-de-funciones: Istio tiene más funciones en su lista que Linkerd
     * mtls-sin-codigo: Cifra con mTLS entre cargas de la malla sin tocar el código
     * nada-por-pod: No añade memoria a los pods: lo común es un proxy por nodo
     * pocas-decisiones: Sus valores de fábrica bastan para el cifrado y las métricas: hay poco que configurar para dos personas
     * proxy-obligatorio: Cualquier malla obliga a poner un proxy en cada pod
     */
    readonly 'otra-prueba': 'cabe-en-el-pod' | 'comparativa-publica' | 'crecer-por-capas' | 'lista-de-funciones' | 'mtls-sin-codigo' | 'nada-por-pod' | 'pocas-decisiones' | 'proxy-obligatorio' | 'no-se';
    /**
     * Lo que cuesta la elección
     * contrato: Se depende de un contrato y del calendario de un proveedor
     * en-cada-aplicacion: Cada equipo pone en su código los reintentos, los tiempos de espera y las métricas
     * muchos-recursos: Su API es la más amplia: hay muchos recursos que aprender y revisar
     * nodo-compartido: Un fallo del proxy del nodo afecta a todos los pods que hay en él
     * proxy-por-pod: Cada pod carga con un proxy: memoria, CPU y un reinicio en cada actualización
     * ritmo-edge: Hay que seguir versiones edge y decidir cuál pasa a producción
     * sin-autorizacion: No permite autorizar por identidad
     */
    readonly contrapunto: 'contrato' | 'en-cada-aplicacion' | 'muchos-recursos' | 'nodo-compartido' | 'proxy-por-pod' | 'ritmo-edge' | 'sin-autorizacion' | 'no-se';
  };
  /** Una decisión: qué eliges, dos pruebas a favor y lo que cuesta. */
  readonly hospital: {
    /**
     * Un hospital con historias clínicas, presupuesto para contratos y una auditoría al año. ¿Qué eliges?
     * istio-sidecar: Istio con un sidecar en cada pod
     * istio-ambient: Istio en modo ambient, con waypoints donde hagan falta
     * linkerd: Linkerd de código abierto (artefactos edge)
     * linkerd-de-proveedor: Linkerd en una distribución estable de un proveedor
     * sin-malla: ninguna malla
     */
    readonly eleccion: 'istio-ambient' | 'istio-sidecar' | 'linkerd' | 'linkerd-de-proveedor' | 'sin-malla' | 'no-se';
    /**
     * Una prueba a favor de la elección
     * clave-en-el-pod: La clave de cada carga vive en el proxy de su propio pod
     * estable-con-contrato: La publica un proveedor, que la llama estable y responde por ella con un contrato
     * estable-del-proyecto: El propio proyecto publica versiones estables y sus parches
     * lista-de-funciones: Istio tiene más funciones en su lista que Linkerd
     * mtls-sin-codigo: Cifra con mTLS entre cargas de la malla sin tocar el código
     * politicas-de-linkerd: Linkerd cifra, pero no puede decidir quién llama a quién
     * presupuesto-para-contratos: Hay presupuesto para el contrato que exige
     * proxy-obligatorio: Cualquier malla obliga a poner un proxy en cada pod
     */
    readonly prueba: 'clave-en-el-pod' | 'estable-con-contrato' | 'estable-del-proyecto' | 'lista-de-funciones' | 'mtls-sin-codigo' | 'politicas-de-linkerd' | 'presupuesto-para-contratos' | 'proxy-obligatorio' | 'no-se';
    /**
     * Otra prueba a favor, distinta
     * clave-en-el-pod: La clave de cada carga vive en el proxy de su propio pod
     * estable-con-contrato: La publica un proveedor, que la llama estable y responde por ella con un contrato
     * estable-del-proyecto: El propio proyecto publica versiones estables y sus parches
     * lista-de-funciones: Istio tiene más funciones en su lista que Linkerd
     * mtls-sin-codigo: Cifra con mTLS entre cargas de la malla sin tocar el código
     * politicas-de-linkerd: Linkerd cifra, pero no puede decidir quién llama a quién
     * presupuesto-para-contratos: Hay presupuesto para el contrato que exige
     * proxy-obligatorio: Cualquier malla obliga a poner un proxy en cada pod
     */
    readonly 'otra-prueba': 'clave-en-el-pod' | 'estable-con-contrato' | 'estable-del-proyecto' | 'lista-de-funciones' | 'mtls-sin-codigo' | 'politicas-de-linkerd' | 'presupuesto-para-contratos' | 'proxy-obligatorio' | 'no-se';
    /**
     * Lo que cuesta la elección
     * contrato: Se depende de un contrato y del calendario de un proveedor
     * en-cada-aplicacion: Cada equipo pone en su código los reintentos, los tiempos de espera y las métricas
     * muchos-recursos: Su API es la más amplia: hay muchos recursos que aprender y revisar
     * nodo-compartido: Un fallo del proxy del nodo afecta a todos los pods que hay en él
     * proxy-por-pod: Cada pod carga con un proxy: memoria, CPU y un reinicio en cada actualización
     * ritmo-edge: Hay que seguir versiones edge y decidir cuál pasa a producción
     * sin-autorizacion: No permite autorizar por identidad
     */
    readonly contrapunto: 'contrato' | 'en-cada-aplicacion' | 'muchos-recursos' | 'nodo-compartido' | 'proxy-por-pod' | 'ritmo-edge' | 'sin-autorizacion' | 'no-se';
  };
  /** Una decisión: qué eliges, dos pruebas a favor y lo que cuesta. */
  readonly subastas: {
    /**
     * Tres servicios de un solo equipo y en un solo lenguaje resuelven subastas de anuncios. Han medido con su carga lo que añade cada salto en el percentil 99: sidecar de Istio, 1,9 ms; linkerd-proxy, 0,9 ms; ztunnel, 0,3 ms. ¿Qué eliges?
     * istio-sidecar: Istio con un sidecar en cada pod
     * istio-ambient: Istio en modo ambient, con waypoints donde hagan falta
     * linkerd: Linkerd de código abierto (artefactos edge)
     * linkerd-de-proveedor: Linkerd en una distribución estable de un proveedor
     * sin-malla: ninguna malla
     */
    readonly eleccion: 'istio-ambient' | 'istio-sidecar' | 'linkerd' | 'linkerd-de-proveedor' | 'sin-malla' | 'no-se';
    /**
     * Una prueba a favor de la elección
     * comparativa-publica: Una comparativa publicada midió que Linkerd añade menos latencia que Istio
     * identidad-por-carga: Da a cada carga una identidad y un certificado, con un solo proxy por nodo
     * lista-de-funciones: Istio tiene más funciones en su lista que Linkerd
     * medida-propia: Con su carga, lo que añade está dentro del límite
     * politicas-de-linkerd: Linkerd cifra, pero no puede decidir quién llama a quién
     * proxy-obligatorio: Cualquier malla obliga a poner un proxy en cada pod
     * red-que-cifra: El complemento de red ya cifra entre nodos, y nadie pide identidades
     * un-equipo-un-lenguaje: Con un equipo y un lenguaje, una biblioteca pone los reintentos y las métricas una sola vez
     */
    readonly prueba: 'comparativa-publica' | 'identidad-por-carga' | 'lista-de-funciones' | 'medida-propia' | 'politicas-de-linkerd' | 'proxy-obligatorio' | 'red-que-cifra' | 'un-equipo-un-lenguaje' | 'no-se';
    /**
     * Otra prueba a favor, distinta
     * comparativa-publica: Una comparativa publicada midió que Linkerd añade menos latencia que Istio
     * identidad-por-carga: Da a cada carga una identidad y un certificado, con un solo proxy por nodo
     * lista-de-funciones: Istio tiene más funciones en su lista que Linkerd
     * medida-propia: Con su carga, lo que añade está dentro del límite
     * politicas-de-linkerd: Linkerd cifra, pero no puede decidir quién llama a quién
     * proxy-obligatorio: Cualquier malla obliga a poner un proxy en cada pod
     * red-que-cifra: El complemento de red ya cifra entre nodos, y nadie pide identidades
     * un-equipo-un-lenguaje: Con un equipo y un lenguaje, una biblioteca pone los reintentos y las métricas una sola vez
     */
    readonly 'otra-prueba': 'comparativa-publica' | 'identidad-por-carga' | 'lista-de-funciones' | 'medida-propia' | 'politicas-de-linkerd' | 'proxy-obligatorio' | 'red-que-cifra' | 'un-equipo-un-lenguaje' | 'no-se';
    /**
     * Lo que cuesta la elección
     * contrato: Se depende de un contrato y del calendario de un proveedor
     * en-cada-aplicacion: Cada equipo pone en su código los reintentos, los tiempos de espera y las métricas
     * muchos-recursos: Su API es la más amplia: hay muchos recursos que aprender y revisar
     * nodo-compartido: Un fallo del proxy del nodo afecta a todos los pods que hay en él
     * proxy-por-pod: Cada pod carga con un proxy: memoria, CPU y un reinicio en cada actualización
     * ritmo-edge: Hay que seguir versiones edge y decidir cuál pasa a producción
     * sin-autorizacion: No permite autorizar por identidad
     */
    readonly contrapunto: 'contrato' | 'en-cada-aplicacion' | 'muchos-recursos' | 'nodo-compartido' | 'proxy-por-pod' | 'ritmo-edge' | 'sin-autorizacion' | 'no-se';
  };
  /** ¿Verdadero o falso? */
  readonly juicios: {
    /** Como una comparativa midió menos latencia en Linkerd, con mucha carga Linkerd será más rápido en cualquier clúster. */
    readonly comparativas: 'falso' | 'verdadero' | 'no-se';
    /** Adoptar Istio obliga a inyectar un sidecar en cada pod. */
    readonly 'modos-de-istio': 'falso' | 'verdadero' | 'no-se';
    /** Linkerd puede rechazar una llamada según la identidad de quien la hace. */
    readonly 'politica-en-linkerd': 'falso' | 'verdadero' | 'no-se';
    /** Entre dos mallas que cumplen los requisitos, siempre es mejor la que tiene más funciones. */
    readonly 'mas-funciones': 'falso' | 'verdadero' | 'no-se';
    /** El proyecto Linkerd publica versiones estables gratuitas, igual que el proyecto Istio. */
    readonly 'versiones-de-linkerd': 'falso' | 'verdadero' | 'no-se';
    /** El coste de una malla incluye las horas de quien la actualiza y entiende sus fallos. */
    readonly 'horas-del-equipo': 'falso' | 'verdadero' | 'no-se';
    /** Para elegir por rendimiento hay que medir con el tráfico, la configuración y la carga propios. */
    readonly 'medir-con-lo-propio': 'falso' | 'verdadero' | 'no-se';
    /** Istio puede decidir por los datos de un token JWT; Linkerd decide por la identidad de la carga. */
    readonly tokens: 'falso' | 'verdadero' | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** Con mucha carga, ¿qué tiene a favor y qué tiene en contra cada malla? */
    readonly 'pros-y-contras': string;
    /** ¿En qué caso preferirías Istio y en cuál Linkerd? ¿Qué harías antes de decidir? */
    readonly 'cuando-cada-una': string;
  };
}
