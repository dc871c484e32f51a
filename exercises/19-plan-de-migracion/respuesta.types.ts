// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /**
   * Los pasos, por orden. Ninguno es obligatorio y pueden repetirse.
   * abrir-la-puerta: permitir texto en claro en el puerto público de `puerta`
   * ampliar-cuota: ampliar la cuota de `tienda`
   * autorizar-a-los-observados: autorizar en `pagos` a quienes la llaman según las métricas
   * autorizar-a-los-supuestos: autorizar en `pagos` a quienes la llaman según el diagrama
   * borrar-todos-los-pods: borrar de golpe todos los pods de los cuatro espacios de nombres
   * desetiquetar-entrada: quitar de `entrada` las etiquetas de inyección
   * desetiquetar-legado: quitar de `legado` las etiquetas de inyección
   * desetiquetar-pagos: quitar de `pagos` las etiquetas de inyección
   * desetiquetar-tienda: quitar de `tienda` las etiquetas de inyección
   * desinstalar-istio: desinstalar el plano de control
   * desinstalar-revision: desinstalar la revisión `1-32`
   * ensayar-autorizacion: aplicar la autorización de `pagos` en modo de ensayo (`istio.io/dry-run`)
   * etiquetar-entrada: etiquetar `entrada` con `istio-injection=enabled`
   * etiquetar-legado: etiquetar `legado` con `istio-injection=enabled`
   * etiquetar-pagos: etiquetar `pagos` con `istio-injection=enabled`
   * etiquetar-tienda: etiquetar `tienda` con `istio-injection=enabled`
   * instalar-istio: instalar Istio, con el contenedor `istio-init` en cada pod
   * instalar-istio-con-cni: instalar Istio con su complemento CNI, sin contenedores privilegiados
   * instalar-revision: instalar al lado la revisión `1-32`, con CNI
   * mirar-metricas: mirar en las métricas de los proxies quién llama a quién
   * nombrar-el-puerto: declarar que el puerto de `correo` es TCP
   * pagos-a-la-revision: etiquetar `pagos` con `istio.io/rev=1-32` en vez de `istio-injection`
   * permisivo-malla: aplicar PERMISSIVE en toda la malla
   * permisivo-pagos: aplicar PERMISSIVE en `pagos`
   * permisivo-tienda: aplicar PERMISSIVE en `tienda`
   * quitar-autorizacion: borrar la autorización de `pagos`
   * reiniciar-entrada: reiniciar poco a poco los Deployments de `entrada`
   * reiniciar-legado: reiniciar poco a poco los Deployments de `legado`
   * reiniciar-pagos: reiniciar poco a poco los Deployments de `pagos`
   * reiniciar-tienda: reiniciar poco a poco los Deployments de `tienda`
   * strict-malla: aplicar STRICT en toda la malla
   * strict-pagos: aplicar STRICT en `pagos`
   * strict-tienda: aplicar STRICT en `tienda`
   */
  readonly plan: readonly ('abrir-la-puerta' | 'ampliar-cuota' | 'autorizar-a-los-observados' | 'autorizar-a-los-supuestos' | 'borrar-todos-los-pods' | 'desetiquetar-entrada' | 'desetiquetar-legado' | 'desetiquetar-pagos' | 'desetiquetar-tienda' | 'desinstalar-istio' | 'desinstalar-revision' | 'ensayar-autorizacion' | 'etiquetar-entrada' | 'etiquetar-legado' | 'etiquetar-pagos' | 'etiquetar-tienda' | 'instalar-istio' | 'instalar-istio-con-cni' | 'instalar-revision' | 'mirar-metricas' | 'nombrar-el-puerto' | 'pagos-a-la-revision' | 'permisivo-malla' | 'permisivo-pagos' | 'permisivo-tienda' | 'quitar-autorizacion' | 'reiniciar-entrada' | 'reiniciar-legado' | 'reiniciar-pagos' | 'reiniciar-tienda' | 'strict-malla' | 'strict-pagos' | 'strict-tienda')[];
  /**
   * Los pasos, por orden. Ninguno es obligatorio y pueden repetirse.
   * abrir-la-puerta: permitir texto en claro en el puerto público de `puerta`
   * ampliar-cuota: ampliar la cuota de `tienda`
   * autorizar-a-los-observados: autorizar en `pagos` a quienes la llaman según las métricas
   * autorizar-a-los-supuestos: autorizar en `pagos` a quienes la llaman según el diagrama
   * borrar-todos-los-pods: borrar de golpe todos los pods de los cuatro espacios de nombres
   * desetiquetar-entrada: quitar de `entrada` las etiquetas de inyección
   * desetiquetar-legado: quitar de `legado` las etiquetas de inyección
   * desetiquetar-pagos: quitar de `pagos` las etiquetas de inyección
   * desetiquetar-tienda: quitar de `tienda` las etiquetas de inyección
   * desinstalar-istio: desinstalar el plano de control
   * desinstalar-revision: desinstalar la revisión `1-32`
   * ensayar-autorizacion: aplicar la autorización de `pagos` en modo de ensayo (`istio.io/dry-run`)
   * etiquetar-entrada: etiquetar `entrada` con `istio-injection=enabled`
   * etiquetar-legado: etiquetar `legado` con `istio-injection=enabled`
   * etiquetar-pagos: etiquetar `pagos` con `istio-injection=enabled`
   * etiquetar-tienda: etiquetar `tienda` con `istio-injection=enabled`
   * instalar-istio: instalar Istio, con el contenedor `istio-init` en cada pod
   * instalar-istio-con-cni: instalar Istio con su complemento CNI, sin contenedores privilegiados
   * instalar-revision: instalar al lado la revisión `1-32`, con CNI
   * mirar-metricas: mirar en las métricas de los proxies quién llama a quién
   * nombrar-el-puerto: declarar que el puerto de `correo` es TCP
   * pagos-a-la-revision: etiquetar `pagos` con `istio.io/rev=1-32` en vez de `istio-injection`
   * permisivo-malla: aplicar PERMISSIVE en toda la malla
   * permisivo-pagos: aplicar PERMISSIVE en `pagos`
   * permisivo-tienda: aplicar PERMISSIVE en `tienda`
   * quitar-autorizacion: borrar la autorización de `pagos`
   * reiniciar-entrada: reiniciar poco a poco los Deployments de `entrada`
   * reiniciar-legado: reiniciar poco a poco los Deployments de `legado`
   * reiniciar-pagos: reiniciar poco a poco los Deployments de `pagos`
   * reiniciar-tienda: reiniciar poco a poco los Deployments de `tienda`
   * strict-malla: aplicar STRICT en toda la malla
   * strict-pagos: aplicar STRICT en `pagos`
   * strict-tienda: aplicar STRICT en `tienda`
   */
  readonly vuelta: readonly ('abrir-la-puerta' | 'ampliar-cuota' | 'autorizar-a-los-observados' | 'autorizar-a-los-supuestos' | 'borrar-todos-los-pods' | 'desetiquetar-entrada' | 'desetiquetar-legado' | 'desetiquetar-pagos' | 'desetiquetar-tienda' | 'desinstalar-istio' | 'desinstalar-revision' | 'ensayar-autorizacion' | 'etiquetar-entrada' | 'etiquetar-legado' | 'etiquetar-pagos' | 'etiquetar-tienda' | 'instalar-istio' | 'instalar-istio-con-cni' | 'instalar-revision' | 'mirar-metricas' | 'nombrar-el-puerto' | 'pagos-a-la-revision' | 'permisivo-malla' | 'permisivo-pagos' | 'permisivo-tienda' | 'quitar-autorizacion' | 'reiniciar-entrada' | 'reiniciar-legado' | 'reiniciar-pagos' | 'reiniciar-tienda' | 'strict-malla' | 'strict-pagos' | 'strict-tienda')[];
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** En la vuelta, ¿qué se retira primero y qué se va lo último? ¿Por qué? */
    readonly reversion: string;
    /** ¿Qué hay que comprobar de la capacidad antes de inyectar los proxies, y qué hay que vigilar durante la migración? */
    readonly preparacion: string;
  };
}
