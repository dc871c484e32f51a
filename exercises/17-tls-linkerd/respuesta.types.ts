// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿Qué ocurrirá? */
  readonly tramos: {
    /**
     * De `web` a `http://api/`: los dos en `tienda`, con proxy.
     * mtls: mTLS de Linkerd
     * tls-de-la-aplicacion: solo el TLS de la aplicación
     * sin-cifrar: sin cifrar
     */
    readonly 'web-a-api': 'mtls' | 'sin-cifrar' | 'tls-de-la-aplicacion' | 'no-se';
    /**
     * De `web` a `http://viejo.legado/`: `legado` no está en la malla.
     * mtls: mTLS de Linkerd
     * tls-de-la-aplicacion: solo el TLS de la aplicación
     * sin-cifrar: sin cifrar
     */
    readonly 'web-a-viejo': 'mtls' | 'sin-cifrar' | 'tls-de-la-aplicacion' | 'no-se';
    /**
     * `viejo` llama a `http://api.tienda/`. ¿Qué recibe?
     * respuesta: la respuesta de `api`
     * prohibido: un 403 del proxy
     */
    readonly 'viejo-a-api': 'prohibido' | 'respuesta' | 'no-se';
    /**
     * De `web` a `tcp://db.datos:5432`, un puerto opaco.
     * mtls: mTLS de Linkerd
     * tls-de-la-aplicacion: solo el TLS de la aplicación
     * sin-cifrar: sin cifrar
     */
    readonly 'web-a-db': 'mtls' | 'sin-cifrar' | 'tls-de-la-aplicacion' | 'no-se';
    /**
     * ¿Qué entienden los proxies de lo que `web` envía a ese puerto de `db`?
     * peticiones: peticiones
     * bytes: solo bytes
     * nada: nada: no pasa por ellos
     */
    readonly 'lo-que-se-ve-de-db': 'bytes' | 'nada' | 'peticiones' | 'no-se';
    /**
     * De `web` a `http://pagos/`, que lleva `skip-inbound-ports: "8080"`, el puerto de su contenedor.
     * mtls: mTLS de Linkerd
     * tls-de-la-aplicacion: solo el TLS de la aplicación
     * sin-cifrar: sin cifrar
     */
    readonly 'web-a-pagos': 'mtls' | 'sin-cifrar' | 'tls-de-la-aplicacion' | 'no-se';
    /**
     * De `lotes` a `http://api/`. `lotes` lleva `skip-outbound-ports: "80"`.
     * mtls: mTLS de Linkerd
     * tls-de-la-aplicacion: solo el TLS de la aplicación
     * sin-cifrar: sin cifrar
     */
    readonly 'lotes-a-api': 'mtls' | 'sin-cifrar' | 'tls-de-la-aplicacion' | 'no-se';
    /**
     * De `web` a `http://cache.datos:8080/`, un Service sin IP propia (headless).
     * mtls: mTLS de Linkerd
     * tls-de-la-aplicacion: solo el TLS de la aplicación
     * sin-cifrar: sin cifrar
     */
    readonly 'web-a-cache': 'mtls' | 'sin-cifrar' | 'tls-de-la-aplicacion' | 'no-se';
    /**
     * La sonda que el kubelet envía a `api`.
     * mtls: mTLS de Linkerd
     * tls-de-la-aplicacion: solo el TLS de la aplicación
     * sin-cifrar: sin cifrar
     */
    readonly 'sonda-a-api': 'mtls' | 'sin-cifrar' | 'tls-de-la-aplicacion' | 'no-se';
    /**
     * De `web` a `udp://nombres.datos:53`.
     * mtls: mTLS de Linkerd
     * tls-de-la-aplicacion: solo el TLS de la aplicación
     * sin-cifrar: sin cifrar
     */
    readonly 'web-a-nombres': 'mtls' | 'sin-cifrar' | 'tls-de-la-aplicacion' | 'no-se';
    /**
     * De `web` a `https://banco.ejemplo.org/`, fuera del clúster.
     * mtls: mTLS de Linkerd
     * tls-de-la-aplicacion: solo el TLS de la aplicación
     * sin-cifrar: sin cifrar
     */
    readonly 'web-al-banco': 'mtls' | 'sin-cifrar' | 'tls-de-la-aplicacion' | 'no-se';
    /**
     * `web` llama a `http://informes/`. ¿Qué identidad presenta quien responde?
     * la-del-service: informes.tienda.svc.cluster.local
     * la-del-deployment: informes.tienda.serviceaccount.identity.linkerd.cluster.local
     * la-de-la-cuenta: api.tienda.serviceaccount.identity.linkerd.cluster.local
     */
    readonly 'identidad-de-informes': 'la-de-la-cuenta' | 'la-del-deployment' | 'la-del-service' | 'no-se';
  };
  /**
   * Los pasos, en un orden que pueda darse. Alguno puede sobrar.
   * aplicacion-configurada: La aplicación carga el certificado y abre el puerto con TLS
   * ca-publica: Una autoridad pública firma el certificado del pod
   * certificado-firmado: `identity` firma un certificado para esa cuenta, válido 24 horas
   * certificado-renovado: Antes de que pasen las 24 horas, el proxy pide otro certificado
   * clave-generada: El proxy genera una clave privada, que no sale del pod
   * csr-enviada: El proxy envía a `identity` una petición de firma (CSR) con el token
   * emisor-instalado: Al instalar Linkerd, `identity` recibe un certificado de emisor firmado por el ancla de confianza
   * mtls-negociado: El proxy negocia mTLS con otro: cada uno presenta su certificado y comprueba el ajeno
   * proxy-identificado: El proxy comprueba la cadena hasta el ancla de confianza y queda listo
   * secreto-creado: Se crea un Secret con el certificado de cada Service
   * token-comprobado: `identity` pregunta a la API de Kubernetes si el token es válido y de qué cuenta es
   * token-montado: El kubelet monta en el pod un token de su ServiceAccount
   */
  readonly orden: readonly ('aplicacion-configurada' | 'ca-publica' | 'certificado-firmado' | 'certificado-renovado' | 'clave-generada' | 'csr-enviada' | 'emisor-instalado' | 'mtls-negociado' | 'proxy-identificado' | 'secreto-creado' | 'token-comprobado' | 'token-montado')[];
  /** ¿Verdadero o falso? */
  readonly juicios: {
    /** Con Linkerd instalado, todo el tráfico de los pods de la malla va cifrado */
    readonly 'todo-el-trafico': 'falso' | 'verdadero' | 'no-se';
    /** Hay un certificado por Service */
    readonly 'por-service': 'falso' | 'verdadero' | 'no-se';
    /** Como los certificados de los proxies se renuevan solos, no hay que ocuparse de ninguna caducidad */
    readonly ancla: 'falso' | 'verdadero' | 'no-se';
    /** Si la aplicación ya usa TLS, Linkerd lo descifra para medir sus peticiones */
    readonly 'tls-ajeno': 'falso' | 'verdadero' | 'no-se';
    /** De serie, un pod de la malla rechaza las conexiones sin mTLS */
    readonly exigido: 'falso' | 'verdadero' | 'no-se';
    /** En `linkerd viz tap`, una línea sin TLS de una sonda del kubelet es señal de un fallo */
    readonly sondas: 'falso' | 'verdadero' | 'no-se';
    /** Marcar un puerto como opaco lo deja sin cifrar */
    readonly opaco: 'falso' | 'verdadero' | 'no-se';
    /** La clave privada de un proxy no sale nunca de su pod */
    readonly 'clave-privada': 'falso' | 'verdadero' | 'no-se';
    /** El TLS entre los proxies es TLS 1.3 */
    readonly version: 'falso' | 'verdadero' | 'no-se';
    /** Que haya mTLS entre dos pods no limita quién puede llamar a quién */
    readonly autorizacion: 'falso' | 'verdadero' | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** ¿Cómo consigue Linkerd que dos pods hablen con TLS sin que nadie reparta certificados? */
    readonly mecanismo: string;
    /** ¿Qué tráfico queda cifrado y cuál no? ¿Qué ventaja tiene que sea automático? */
    readonly alcance: string;
  };
}
