/** How a client encrypts: without proxy, as its proxy sees fit, or as a DestinationRule says. */
export type ClientMode = 'none' | 'auto' | 'DISABLE' | 'SIMPLE' | 'MUTUAL' | 'ISTIO_MUTUAL';
