// Generado a partir de exercise.yaml con `npm run generate`. No lo edites.

export interface Respuesta {
  /** ¿Qué ocurrirá? */
  readonly predicciones: {
    /**
     * `norte/cliente` llama a `http://abierto/`. Nadie ha escrito ninguna política en `norte`. ¿Cómo viaja?
     * cifrado: cifrado con mTLS
     * en-claro: en claro
     * no-llega: no llega
     */
    readonly 'malla-a-permisivo': 'cifrado' | 'en-claro' | 'no-llega' | 'no-se';
    /**
     * `fuera/intruso`, sin proxy, llama a `http://abierto.norte/`. ¿Cómo viaja?
     * cifrado: cifrado con mTLS
     * en-claro: en claro
     * no-llega: no llega
     */
    readonly 'fuera-a-permisivo': 'cifrado' | 'en-claro' | 'no-llega' | 'no-se';
    /**
     * `fuera/intruso` llama a `http://cerrado.sur/`. ¿Cómo viaja?
     * cifrado: cifrado con mTLS
     * en-claro: en claro
     * no-llega: no llega
     */
    readonly 'fuera-a-estricto': 'cifrado' | 'en-claro' | 'no-llega' | 'no-se';
    /**
     * `norte/cliente` llama a `http://apagado.sur/`, cuyo mTLS está en DISABLE. ¿Cómo viaja?
     * cifrado: cifrado con mTLS
     * en-claro: en claro
     * no-llega: no llega
     */
    readonly 'malla-a-apagado': 'cifrado' | 'en-claro' | 'no-llega' | 'no-se';
    /**
     * `norte/cliente` llama a `http://forzado.sur/`. El DestinationRule pide hablar en claro y el espacio de nombres exige mTLS. ¿Cómo viaja?
     * cifrado: cifrado con mTLS
     * en-claro: en claro
     * no-llega: no llega
     */
    readonly 'malla-a-forzado': 'cifrado' | 'en-claro' | 'no-llega' | 'no-se';
    /**
     * `sur/cerrado` llama a `http://abierto.norte/`. ¿Le afecta que `sur` exija mTLS a quien le llama?
     * si: sí, solo puede hablar en claro
     * no: no, habla con mTLS como siempre
     */
    readonly 'malla-a-fuera': 'no' | 'si' | 'no-se';
  };
  /** ¿Verdadero o falso? */
  readonly juicios: {
    /** Con mTLS en STRICT, cualquier servicio de la malla queda autorizado a llamar solo a los que debe */
    readonly 'cifrar-y-autorizar': 'falso' | 'verdadero' | 'no-se';
    /** PERMISSIVE impide que alguien sin proxy hable con el servicio */
    readonly 'permisivo-seguro': 'falso' | 'verdadero' | 'no-se';
    /** Para que dos sidecars usen mTLS hace falta un DestinationRule con `ISTIO_MUTUAL` */
    readonly 'hace-falta-destination-rule': 'falso' | 'verdadero' | 'no-se';
    /** Un DestinationRule con `ISTIO_MUTUAL` obliga a que el servidor rechace el tráfico en claro */
    readonly 'destination-rule-exige': 'falso' | 'verdadero' | 'no-se';
    /** Un PeerAuthentication con selector en `istio-system` se aplica a los pods con esas etiquetas en toda la malla */
    readonly 'selector-en-la-raiz': 'falso' | 'verdadero' | 'no-se';
    /** Un RequestAuthentication basta para exigir que toda petición lleve un token */
    readonly 'jwt-obligatorio': 'falso' | 'verdadero' | 'no-se';
    /** Los certificados de los pods duran alrededor de un día y se renuevan sin intervención */
    readonly rotacion: 'falso' | 'verdadero' | 'no-se';
    /** En STRICT, las sondas del kubelet siguen funcionando */
    readonly 'sondas-estrictas': 'falso' | 'verdadero' | 'no-se';
  };
  /** Con tus palabras, en dos o tres frases. Entre acentos graves (`…`) el texto puede ocupar varias líneas. */
  readonly explica?: {
    /** ¿Qué es mTLS y de dónde sale la identidad con que se presenta cada pod? */
    readonly mtls: string;
    /** ¿Con qué se exige mTLS a quien llama, y con qué se decide quién puede llamar? */
    readonly 'exigir-y-autorizar': string;
  };
}
