// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿Qué ocurrirá? */
  readonly matriz: {
    /**
     * Exigir mTLS (`given/pruebas/strict.yaml`), en el RPC con el NameNode
     * peticiones: actúa sobre cada petición (L7)
     * conexiones: actúa sobre la conexión entera (L4)
     * nada: no cambia nada: no es aplicable
     * corta: corta la conversación entera
     */
    readonly 'cifrar-rpc': 'conexiones' | 'corta' | 'nada' | 'peticiones' | 'no-se';
    /**
     * Exigir mTLS (`given/pruebas/strict.yaml`), en la mezcla de MapReduce
     * peticiones: actúa sobre cada petición (L7)
     * conexiones: actúa sobre la conexión entera (L4)
     * nada: no cambia nada: no es aplicable
     * corta: corta la conversación entera
     */
    readonly 'cifrar-mezcla': 'conexiones' | 'corta' | 'nada' | 'peticiones' | 'no-se';
    /**
     * Dejar pasar solo a ciertas identidades (`given/pruebas/identidad.yaml`), en los datos de un DataNode
     * peticiones: actúa sobre cada petición (L7)
     * conexiones: actúa sobre la conexión entera (L4)
     * nada: no cambia nada: no es aplicable
     * corta: corta la conversación entera
     */
    readonly 'identidad-datos': 'conexiones' | 'corta' | 'nada' | 'peticiones' | 'no-se';
    /**
     * Cerrar una ruta (`given/pruebas/cerrar-ruta.yaml`), en el RPC con el NameNode
     * peticiones: actúa sobre cada petición (L7)
     * conexiones: actúa sobre la conexión entera (L4)
     * nada: no cambia nada: no es aplicable
     * corta: corta la conversación entera
     */
    readonly 'ruta-rpc': 'conexiones' | 'corta' | 'nada' | 'peticiones' | 'no-se';
    /**
     * Cerrar una ruta (`given/pruebas/cerrar-ruta.yaml`), en WebHDFS en el NameNode
     * peticiones: actúa sobre cada petición (L7)
     * conexiones: actúa sobre la conexión entera (L4)
     * nada: no cambia nada: no es aplicable
     * corta: corta la conversación entera
     */
    readonly 'ruta-webhdfs': 'conexiones' | 'corta' | 'nada' | 'peticiones' | 'no-se';
    /**
     * Encaminar por una cabecera (`given/pruebas/encaminar.yaml`), en los datos de un DataNode
     * peticiones: actúa sobre cada petición (L7)
     * conexiones: actúa sobre la conexión entera (L4)
     * nada: no cambia nada: no es aplicable
     * corta: corta la conversación entera
     */
    readonly 'cabecera-datos': 'conexiones' | 'corta' | 'nada' | 'peticiones' | 'no-se';
    /**
     * Encaminar por una cabecera (`given/pruebas/encaminar.yaml`), en la web del ResourceManager
     * peticiones: actúa sobre cada petición (L7)
     * conexiones: actúa sobre la conexión entera (L4)
     * nada: no cambia nada: no es aplicable
     * corta: corta la conversación entera
     */
    readonly 'cabecera-web': 'conexiones' | 'corta' | 'nada' | 'peticiones' | 'no-se';
    /**
     * Reintentar (`given/pruebas/reintentar.yaml`), en el RPC con el NameNode
     * peticiones: actúa sobre cada petición (L7)
     * conexiones: actúa sobre la conexión entera (L4)
     * nada: no cambia nada: no es aplicable
     * corta: corta la conversación entera
     */
    readonly 'reintentos-rpc': 'conexiones' | 'corta' | 'nada' | 'peticiones' | 'no-se';
    /**
     * Reintentar (`given/pruebas/reintentar.yaml`), en la mezcla de MapReduce
     * peticiones: actúa sobre cada petición (L7)
     * conexiones: actúa sobre la conexión entera (L4)
     * nada: no cambia nada: no es aplicable
     * corta: corta la conversación entera
     */
    readonly 'reintentos-mezcla': 'conexiones' | 'corta' | 'nada' | 'peticiones' | 'no-se';
    /**
     * Repartir entre pods, en los datos de un DataNode
     * peticiones: actúa sobre cada petición (L7)
     * conexiones: actúa sobre la conexión entera (L4)
     * nada: no cambia nada: no es aplicable
     * corta: corta la conversación entera
     */
    readonly 'reparto-datos': 'conexiones' | 'corta' | 'nada' | 'peticiones' | 'no-se';
    /**
     * Repartir entre pods, en HttpFS
     * peticiones: actúa sobre cada petición (L7)
     * conexiones: actúa sobre la conexión entera (L4)
     * nada: no cambia nada: no es aplicable
     * corta: corta la conversación entera
     */
    readonly 'reparto-httpfs': 'conexiones' | 'corta' | 'nada' | 'peticiones' | 'no-se';
    /**
     * Contar con las métricas de Istio, en el RPC con el NameNode
     * peticiones: actúa sobre cada petición (L7)
     * conexiones: actúa sobre la conexión entera (L4)
     * nada: no cambia nada: no es aplicable
     * corta: corta la conversación entera
     */
    readonly 'metricas-rpc': 'conexiones' | 'corta' | 'nada' | 'peticiones' | 'no-se';
    /**
     * Contar con las métricas de Istio, en la mezcla de MapReduce
     * peticiones: actúa sobre cada petición (L7)
     * conexiones: actúa sobre la conexión entera (L4)
     * nada: no cambia nada: no es aplicable
     * corta: corta la conversación entera
     */
    readonly 'metricas-mezcla': 'conexiones' | 'corta' | 'nada' | 'peticiones' | 'no-se';
  };
  /** ¿Qué ocurrirá? */
  readonly ocurre: {
    /** El NameNode se queda con la redirección normal del sidecar (`given/casos/namenode-redirige.yaml`). Se registran tres DataNodes. ¿Con cuántos se queda? */
    readonly registrados: number | 'no-se';
    /**
     * En ese clúster, `cuaderno` pide un bloque, el NameNode le da la dirección de un DataNode y va a ella. ¿Le llega?
     * cifrado: llega, cifrado
     * en-claro: llega, en claro
     * no-llega: no llega
     */
    readonly 'lectura-redirigida': 'cifrado' | 'en-claro' | 'no-llega' | 'no-se';
    /**
     * Con `interceptionMode: TPROXY` en el NameNode, como en `given/hadoop.yaml`, y mTLS STRICT, `cuaderno` pide un bloque. ¿Le llega?
     * cifrado: llega, cifrado
     * en-claro: llega, en claro
     * no-llega: no llega
     */
    readonly 'lectura-transparente': 'cifrado' | 'en-claro' | 'no-llega' | 'no-se';
    /**
     * Igual, pero el Service de los DataNodes olvida el puerto 9866 (`given/casos/datos-sin-publicar.yaml`). ¿Le llega?
     * cifrado: llega, cifrado
     * en-claro: llega, en claro
     * no-llega: no llega
     */
    readonly 'sin-publicar': 'cifrado' | 'en-claro' | 'no-llega' | 'no-se';
    /**
     * Alguien llama `http-rpc` al puerto 8020 del NameNode (`given/casos/rpc-como-http.yaml`). ¿Le llega el bloque?
     * cifrado: llega, cifrado
     * en-claro: llega, en claro
     * no-llega: no llega
     */
    readonly 'puerto-mal-llamado': 'cifrado' | 'en-claro' | 'no-llega' | 'no-se';
    /**
     * WebHDFS se publica por la puerta de entrada (`given/casos/puerta.yaml`). Alguien de fuera abre un fichero y sigue la redirección. ¿Le llega?
     * llega: llega
     * no-llega: no llega
     */
    readonly 'webhdfs-desde-fuera': 'llega' | 'no-llega' | 'no-se';
    /**
     * En Linkerd, el puerto 8020 está marcado como opaco (`given/casos/linkerd.yaml`). ¿Cómo viaja el RPC?
     * cifrado: con mTLS
     * en-claro: en claro
     */
    readonly 'opaco-en-linkerd': 'cifrado' | 'en-claro' | 'no-se';
  };
  /** ¿Verdadero o falso? */
  readonly juicios: {
    /** Con mTLS entre todos los pods, Kerberos sobra: la malla ya sabe qué usuario lee cada fichero */
    readonly kerberos: 'falso' | 'verdadero' | 'no-se';
    /** Si Hadoop ya cifra con `dfs.encrypt.data.transfer`, la malla reconoce esos bytes y no los cifra otra vez */
    readonly 'doble-cifrado': 'falso' | 'verdadero' | 'no-se';
    /** Marcar un puerto como opaco o TCP quita las funciones de HTTP, pero no el mTLS */
    readonly opaco: 'falso' | 'verdadero' | 'no-se';
    /** Un Service sin dirección propia (headless) hace que la malla reparta las lecturas entre los DataNodes */
    readonly headless: 'falso' | 'verdadero' | 'no-se';
    /** Con mTLS STRICT, un cliente de Hadoop sin proxy deja de poder leer */
    readonly 'sin-proxy': 'falso' | 'verdadero' | 'no-se';
    /** El RPC de HDFS usa protobuf, así que la malla lo trata como gRPC */
    readonly 'l7-en-rpc': 'falso' | 'verdadero' | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** Pon dos ejemplos de lo que la malla aporta a un clúster de Hadoop. En cada uno, di en qué conversación y con qué función. */
    readonly 'que-puede': string;
    /** ¿Qué no puede hacer la malla en Hadoop y qué hay que cuidar al meterla? */
    readonly 'que-no': string;
  };
}
