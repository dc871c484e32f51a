import { hopMessages } from '../../../core/trace.ts';

/** What becomes of the conversations of Hadoop when a mesh is between both ends. */
export const hops = hopMessages('hadoop-flows', {
  opaque: {
    es: 'Lo que viaja por el puerto {port} es un protocolo de Hadoop, no HTTP: el proxy ve una conexión y bytes.',
    en: 'What travels on port {port} is a protocol of Hadoop, not HTTP: the proxy sees a connection and bytes.',
  },
  misdeclared: {
    es: 'El puerto {port} se llama `{name}`, así que el proxy espera HTTP. Recibe los primeros bytes de un protocolo de Hadoop y corta la conexión.',
    en: 'Port {port} is called `{name}`, so the proxy expects HTTP. It gets the first bytes of a protocol of Hadoop and closes the connection.',
  },
  perRequest: {
    es: 'La función distingue una petición de otra: actúa en la capa 7.',
    en: 'The function tells one request from another: it acts on layer 7.',
  },
  perConnection: {
    es: 'La función actúa sobre la conexión entera, sea lo que sea lo que lleve: es de capa 4.',
    en: 'The function acts on the whole connection, whatever it carries: it is of layer 4.',
  },
  noEffect: {
    es: 'Con la función aplicada, a esta conversación le pasa lo mismo que sin ella.',
    en: 'With the function applied, the same becomes of this conversation as without it.',
  },
  breaks: {
    es: 'Con la función aplicada, la conversación deja de llegar: la regla no ve lo que pide mirar y se cierra entera.',
    en: 'With the function applied, the conversation no longer arrives: the rule cannot see what it asks to look at and shuts all of it.',
  },
  onePod: {
    es: '`{host}` lleva a un solo pod, que es el que tiene lo que se pide: no hay entre quién repartir.',
    en: '`{host}` leads to one pod, the one that has what is asked for: there is nobody to spread over.',
  },
  severalPods: {
    es: 'Detrás de `{host}` hay {n} pods que valen lo mismo.',
    en: 'Behind `{host}` there are {n} pods that are as good as each other.',
  },
  registered: {
    es: '`{pod}` se registra, y el NameNode apunta la dirección desde la que le llega la conexión: `{address}`.',
    en: '`{pod}` registers, and the NameNode writes down the address the connection comes from: `{address}`.',
  },
  seenAsLoopback: {
    es: 'El sidecar de `{pod}` abre él la conexión al proceso, desde `127.0.0.6`: el proceso no ve quién llama.',
    en: 'The sidecar of `{pod}` itself opens the connection to the process, from `127.0.0.6`: the process does not see who calls.',
  },
  replaced: {
    es: 'Ya había otro DataNode en `{address}`: el NameNode lo da de baja y se queda con `{pod}`.',
    en: 'There was another DataNode at `{address}` already: the NameNode removes it and keeps `{pod}`.',
  },
  unregistered: {
    es: '`{pod}` no llega al NameNode, así que no se registra.',
    en: '`{pod}` does not reach the NameNode, so it does not register.',
  },
  located: {
    es: 'El NameNode dice que el bloque está en `{address}`, y el cliente va allí por su cuenta.',
    en: 'The NameNode says that the block is at `{address}`, and the client goes there by itself.',
  },
  nobodyHasIt: {
    es: 'El NameNode no conoce a ningún DataNode que tenga el bloque.',
    en: 'The NameNode knows no DataNode that has the block.',
  },
  redirects: {
    es: 'El NameNode contesta 307: los datos los da `{host}`.',
    en: 'The NameNode answers 307: `{host}` gives the data.',
  },
});
