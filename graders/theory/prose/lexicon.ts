import type { Lexicon } from './rubric.ts';

/**
 * The words of the course by what they stand for. Verbs stand in the forms whose stems differ; the stemmer finds the rest. What only
 * one exercise speaks of belongs in the `lexicon` of its check.
 */
export const courseLexicon: Lexicon = {
  it: 'ella, ello, ellas, ellos, it, this one',
  // Kubernetes
  kubernetes: 'kubernetes, k8s',
  'control-plane': 'plano de control, planos de control, control plane, master, maestro, nodo maestro, nodo master',
  worker:
    'nodo, nodos, nodo de trabajo, nodos de trabajo, nodo trabajador, nodos trabajadores, worker, workers, worker node, worker nodes, node, nodes',
  scheduler: 'planificador, scheduler, kube scheduler',
  kubelet: 'kubelet',
  'api-server': 'servidor de api, servidor de la api, api server, apiserver, kube apiserver, la api',
  etcd: 'etcd',
  controller:
    'controlador, controladores, controller, controllers, controller manager, kube controller manager, bucle de control, bucles de control, control loop, control loops, bucle, bucles, loop, loops, reconciliador',
  pod: 'pod, pods',
  deployment: 'deployment, deployments, deploy, deploiment, deployement',
  replica:
    'réplica, réplicas, copias, número de réplicas, número de pods, replicas, copies, cantidad de pods, cantidad de réplicas, cuántos, cuántas',
  label: 'etiqueta, etiquetas, label, labels',
  selector: 'selector, selectores, selectors',
  choose:
    'elegir, elige, eligen, elija, escoger, escoge, selecciona, seleccionar, selecciona, buscar, busca, busque, encuentra, encontrar, localiza, filtra, identifica, choose, chooses, select, selects, find, finds',
  match:
    'coincidir, coincide, coinciden, coincida, coincidan, casar, casan, cuadran, hace match, hacen match, match, matches, matching, concuerda, concuerdan',
  bear: 'llevar, lleva, llevan, lleven, lleve, tener, tiene, tienen, tenga, tengan, carry, carries, have, has',
  ready:
    'listo, listos, lista, listas, ready, preparado, preparados, disponible, disponibles, pasa la sonda, pasan la sonda, pase la sonda, pasen la sonda, pasa su sonda, pasan su sonda, pase su sonda, pasa la prueba, pasa el readiness, pasan el readiness, pase el readiness, pasan su readiness, pasa su readiness, pasa la readiness, pasan la readiness, responde bien, available',
  'not-ready':
    'no está listo, no están listos, no estén listos, no esté listo, no está lista, no están listas, no listo, no listos, no lista, no listas, no está preparado, no están preparados, no están disponibles, no está disponible, no está ready, no están ready, no ready, no estén ready, aún no listos, no pasa la sonda, no pasan la sonda, no pase la sonda, no pasen la sonda, no pasa su sonda, no pasan su sonda, no pasa el readiness, no pasan el readiness, no pasa la readiness, no pasan la readiness, no pasan su readiness, no pasa su readiness, falla la sonda, fallan la sonda, sonda falle, sonda falla, falla el readiness, falla su sonda, fallan su sonda, falla la readiness, no superan la sonda, not ready, arent ready, are not ready, is not ready, isnt ready, unready, no está en estado ready, no están en estado ready, fallan la readiness, fallan el readiness, fail their readiness, fail the readiness, fails its readiness, fails the readiness, failing readiness, no pasan el chequeo, no responde la sonda',
  maintain:
    'mantener, mantiene, mantienen, asegurar, asegura, se asegura de que haya, garantizar, garantiza, vigilar, vigila, siempre haya, haya siempre, tener siempre, hay siempre, siempre hay, existan de verdad, se encarga de que haya, se encarga de que las haya, se ocupa de que haya, gestiona, gestionar, keep, keeps, keeping, ensure, ensures, maintain, maintains, makes sure, make sure',
  replenish:
    'reponer, repone, reponen, reponga, reemplaza el pod, reemplaza los pods, crea otro, crea otra, crean otro, crear otro, levanta otro, levanta otra, levantar otro, lanza otro, arranca otro, pone otro, crea uno nuevo, crea los que faltan, crea las que faltan, crea los pods que faltan, crea los que falten, crea las que falten, creando los que faltan, creando los que falten, creando las que falten, creando las que faltan, creates the missing, replaces lost, creates another, recrea, recrear, levantan otro, arrancan otro, starts another, creates a new one, brings up another, mata uno, lo repone, los repone',
  address:
    'ip, ips, dirección, direcciones, nombre, nombres, dns, url, name, address, punto de acceso, punto de entrada, puerta de entrada, entrada, acceso, endpoint',
  stable:
    'fijo, fija, fijos, fijas, estable, estables, siempre el mismo, siempre la misma, siempre es el mismo, siempre es la misma, siempre igual, único, única, permanente, constante, invariable, stable, fixed, permanent, single',
  gradual:
    'poco a poco, poco apoco, pocoapoco, de a poco, gradual, graduales, gradualmente, de uno en uno, de una en una, uno a uno, una a una, uno por uno, una por una, de a uno, de pocos en pocos, progresivo, progresiva, progresivamente, por tandas, por partes, por turnos, escalonado, escalonada, escalonadamente, paulatino, paulatinamente, rolling update, rollingupdate, rolling, actualización continua, gradually, one by one, one at a time, little by little',
  'at-once':
    'de golpe, a la vez, al mismo tiempo, de una vez, de una sola vez, de una, simultáneamente, at once, all at once, at the same time, juntos, todos juntos, todas juntas',
  all: 'todos, todas, todo, all',
  only: 'solo, solamente, únicamente, exclusivamente, only, just',
  restart: 'reiniciar, reinicia, reinician, reinicio, restart, restarts, restarted',
  app: 'aplicación, aplicaciones, app, apps, carga, cargas, workload, workloads, programa, programas, servicio del usuario',
  decide:
    'decidir, decide, deciden, decisión, decisiones, elegir, elige, eligen, asignar, asigna, asignan, planificar, planifica, gestionar, gestiona, gestionan, dirigir, dirige, coordinar, coordina, administrar, administra, controlar, controla, cerebro, organizar, organiza, decisions, decides, manage, manages, assigns, manda, mandan, dirigen, orquesta, orquestar, coordinan, deciding, controls, coordinates, schedules, makes decisions, makes the decisions, programa los pods, programar los pods',
  where: 'dónde, en qué, adónde, where, which',
  start:
    'arrancar, arranca, arrancan, arranque, lanzar, lanza, lanzan, poner en marcha, pone en marcha, ponen en marcha, puesta en marcha, ejecutar, ejecuta, ejecutan, correr, corre, corren, levantar, levanta, iniciar, inicia, start, starts, run, runs, launch, launches, hospedar, hospedan, alojar, alojan, albergar, albergan, encender, enciende, prender, prende, echa a andar, echan a andar, pone a correr, ponen a correr, pone a funcionar, host, hosts',
  part: 'parte, formar parte, forma parte, componente, pertenece, dentro, está en, part, component, belongs',
  desired:
    'estado deseado, estado que quieres, estado que queremos, estado que quiere, deseado, lo que quieres, lo que queremos, lo que se quiere, lo que quiere, cómo quieres, cómo queremos, lo que se pidió, lo que se ha pedido, lo que pide, lo que has pedido, lo pedido, lo declarado, lo deseado, lo que dice el manifiesto, desired state, desired, what you want, quiero, qué quieres, qué quiere, qué queremos, el qué, what they want, what we want, how many, lo que uno quiere, lo que tú quieres, lo que le pediste, lo que pediste, lo que has dicho, lo que dijiste, lo que debería haber, lo que tiene que haber, lo que debe haber',
  actual:
    'estado actual, estado real, estado observado, lo que hay, lo que existe, actual, real, realidad, current state, actual state, reality, lo que está corriendo, lo que está pasando, lo que está ejecutándose, the real state',
  compare:
    'comparar, compara, comparan, comprobar, comprueba, comprueban, vigilar, vigila, vigilan, observar, observa, observan, mirar, mira, miran, mirando, reconciliar, reconcilia, reconciliación, compare, compares, watch, watches, check, checks, reconcile, reconciles, reconciling, comparando, comparing, vigilando, revisa, revisan, chequea, chequean',
  correct:
    'corregir, corrige, corrigen, ajustar, ajusta, ajustan, acercar, acerca, reponer, repone, actuar, actúa, actúan, arreglar, arregla, arreglan, trabaja hasta, crea la que falta, crea las que faltan, crea los que faltan, fix, fixes, correct, corrects, adjust, coincidir, cuadrar, hace coincidir, lo corrige, los corrige, closes the gap',
  declare:
    'declarar, declara, declaras, declarativo, declarativa, describir, describe, describes, definir, define, defines, escribir, escribes, escribe, indicar, indicas, indica, especificar, especificas, especifica, pedir, pides, decir, dices, declare, specify, decis, decimos, le digo, says, say, declares, states, apuntas, anotas, pedimos, pedís, decirle, le dices, le decimos, tell, tells',
  manifest:
    'manifiesto, manifiestos, yaml, fichero yaml, archivo yaml, archivo de configuración, fichero de configuración, manifest, manifests',
  user: 'tú, uno, usuario, usuarios, administrador, desarrollador, operador, nosotros, user, you, vos, administradores, cliente, the user, users, quien despliega',
  // Mallas
  mesh: 'malla, mallas, maya, malla de servicios, service mesh, mesh, red de servicios',
  proxy: 'proxy, proxies, proxys, sidecar, sidecars, envoy',
  beside:
    'junto a, al lado, en cada pod, a cada pod, cada pod, cada servicio, cada uno, cada instancia, interceptar, intercepta, interceptan, pasan, pasa, entra y sale, sidecar, sidecars, each pod, each service, next to, alongside, pegado, pegada, delante de, cada contenedor, every pod, every service, next to each, por cada pod, a su lado, vecino',
  gateway: 'api gateway, gateway, puerta de enlace',
  infrastructure:
    'infraestructura, capa de infraestructura, infrastructure, infrastructure layer, capa dedicada, dedicated layer, capa de red, capa aparte, capa extra, layer for',
  handle:
    'gestionar, gestiona, manejar, maneja, controlar, controla, administrar, administra, ocupar, ocupa, encargar, encarga, facilita, se dedica, regula, handles, handle, manages, takes care, atender, atiende, orquesta, coordina, coordinar, handling, deals with, in charge of, responsable de',
  communication:
    'comunicación, comunicaciones, comunican, comunicarse, tráfico, llamadas, peticiones, conversaciones, hablan entre, se hablan, communication, traffic, service to service, service to service communication, cómo hablan, cómo se comunican, se comuniquen, hablar entre, hablen entre, hablando entre, talk to each other',
  code: 'código, código fuente, programa, librería, librerías, code',
  program: 'programar, programa, tocar, toca, toques, implementar, escribir, reescribir, touch, write',
  developer: 'desarrollador, desarrolladores, programador, programadores, developer, developers',
  replace: 'sustituir, sustituye, reemplazar, reemplaza, en vez de los services, replaces, replace',
  encrypt:
    'cifrar, cifra, cifran, cifrado, cifrada, cifradas, cifrados, encriptar, encripta, encriptado, encriptación, mtls, tls, tls mutuo, encrypts, encrypted, encryption, seguridad, sifra, sifran, sifrado, sifrada, sifrar, encripte, encrypting, confidencial',
  metrics:
    'métrica, métricas, traza, trazas, observabilidad, telemetría, mide, medir, miden, monitorizar, monitoriza, monitorear, monitorea, visibilidad, quién llama a quién, qué servicio llama, ver todo lo que pasa, metrics, traces, observability, monitoreo, monitorización, tracing, telemetry, dashboards, tableros, gráficas, ver quién llama, saber quién llama, dónde está el cuello, dónde se atasca, qué servicio va lento, qué servicio tarda, estadística, estadísticas',
  retry:
    'reintento, reintentos, reintentar, reintenta, tiempo de espera, tiempos de espera, timeout, timeouts, cortacircuitos, circuit breaker, circuit breaking, corta los circuitos, resiliencia, retries, retry, reintenten, reintentarlo, fallo pasajero, fallos pasajeros, fallos transitorios, fallitos, cortar las llamadas, corta las llamadas, dejar de llamar, deja de llamar, resilience, fault tolerance, tolerancia a fallos',
  route:
    'enrutar, enruta, enrutamiento, encaminar, encamina, encaminamiento, repartir el tráfico, reparte el tráfico, repartir tráfico, reparte tráfico, reparto por pesos, reparto del tráfico, reparto de tráfico, balanceo, balancea, balancear, dividir, divide, canary, canario, pesos, porcentajes, desvía, routing, route, load balancing, split, splits, splits traffic, splitting, a porcentajes, por porcentajes, porcentaje, release gradually, repartir, canaries, canarios, desviar, tráfico entre versiones, tráfico entre la, entre versiones, probar una versión, probar versiones',
  cost: 'añadir, añade, añaden, consumir, consume, consumen, consumo, gastar, gasta, gastan, cuesta, coste, costo, costes, precio, desventaja, inconveniente, a cambio, penaliza, aumenta, add, adds, cost, costs, consumes, extra, cuestan, costos, peaje, contras, pega, pegas, se paga, pagar, pagas, se come, se comen, comen, comerse, ocupa, ocupan, suma, suman, no es gratis, price, downside, drawback, pay, a costa, penalización',
  overhead:
    'latencia, latencias, recursos, rendimiento, memoria, cpu, procesador, complejidad, sobrecarga, más lento, ralentiza, overhead, latency, memory, complexity, ram, milisegundo, milisegundos, ms, retardo, demora, salto, saltos, depurar, debuggear, mantenimiento, operación, curva de aprendizaje, crds, más difícil, procesamiento',
  free: 'gratis, sin coste, sin costo, no cuesta nada, free',
  mistake:
    'error, errores, errores de la aplicación, errores de negocio, errores de lógica, fallos de la aplicación, bug, bugs, cualquier fallo, todos los fallos, cualquier error, todos los errores, any failure, all failures',
  meshes: 'las mallas, ambas mallas, las dos mallas, both meshes',
  istio: 'istio',
  linkerd: 'linkerd',
  envoy: 'envoy, emboy, enboy',
  'own-proxy':
    'rust, micro proxy, microproxy, proxy propio, su propio proxy, proxy suyo, proxy ligero, proxy ultraligero, proxies ligeros, proxies ultraligeros, proxy pequeño, proxy in house, linkerd2 proxy, linkerd proxy, lightweight proxy, own proxy, own lightweight proxy, micro proxi',
  istiod: 'istiod',
  pilot: 'pilot, mixer, citadel',
  'linkerd-parts':
    'destination, identity, proxy injector, inyector de proxies, controlador de destino, el de destinos, el de identidad, el que inyecta, inyector, injector, destination controller',
  featureful:
    'más funciones, más funcionalidades, más features, mayor cantidad de funciones, abanico mayor, más opciones, más posibilidades, más completo, completo, completa, configurable, más control, flexible, potente, complejo, compleja, de todo, más características, more features, more configurable, powerful, complex, más complicado, funcionalidades avanzadas, enrutamiento avanzado, más amplio, más amplia, más cosas, montón de crds, montón de opciones, montón de cosas, navaja suiza, afinar, más capacidades, más ajustes, más avanzado, más avanzada, algo avanzado, más rico, más rica, muchas opciones, muchas funciones, hace más, more capabilities, richer, wider, fine grained, more powerful, muchas más funciones, muchas más funcionalidades, muchas funcionalidades, muchas más cosas, muchas cosas',
  simple:
    'simple, simples, simplicidad, sencillo, sencilla, sencillez, fácil, fácil de usar, ligero, ligera, liviano, básica, básico, menos latencia, menos memoria, menos recursos, consume poco, consumen poco, gasta poco, poca memoria, menos trabajo, rápido de instalar, simpler, lighter, easy, easier, lightweight, simpleza, se aprende, en una tarde, no complicarse, no complicarte, sin complicarse, leerse el manual, chiquito, pesa menos, cuesta menos, en minutos, en cinco minutos, cinco minutos, rapidito, rápido de aprender, menos cosas, fáciles, ease of use, straightforward, less overhead, less latency, less memory, menos overhead, pequeño, ligerito, más rápido, faster, lightest, sencillas, cómodo, cómoda, amigable, intuitivo, gasta menos, gastan menos, consume menos, consumen menos, con poca gente, poca gente, casi no hay que tocar nada, se instala en un rato, casi sin configurar',
  traffic:
    'tráfico, llamada, llamadas, conexión, conexiones, comunicación, comunicaciones, peticiones, traffic, calls, connections',
  certificate: 'certificado, certificados, certificate, certificates, cert, carné, credencial, credenciales, certs',
  identity: 'identidad, identity, identidades, identities',
  issuer:
    'identity, servicio de identidad, controlador de identidad, autoridad, autoridad de certificación, ca, plano de control, control plane, istiod',
  'service-account':
    'serviceaccount, service account, cuenta de servicio, cuenta del pod, service acount, service accounts, serviceaccounts',
  obtain:
    'pedir, pide, piden, obtener, obtiene, obtienen, recibir, recibe, reciben, usar, usa, usan, tener, tiene, tienen, pedirle, solicita, get, gets, uses, consigue, consiguen, receives, receive, requests, request, asks, se lo pide, le pide, le piden, genera un csr, csr',
  issue:
    'firmar, firma, firman, emitir, emite, emiten, dar, da, les da, entregar, entrega, repartir, reparte, expide, issue, issues, sign, signs, gives, expiden, provides, proporciona, proporcionan, le da, les entrega, se lo da, signed, issued, firme',
  renew:
    'renovar, renueva, renuevan, renovando, rotar, rota, rotan, rotación, pide otro, piden otro, renew, renews, rotates, rotation, rotated, renewed, vuelve a pedir, vuelven a pedir, refresca, se refresca, refreshes, pide uno nuevo, pide otro nuevo, solito',
  each: 'cada, por cada, para cada, each, every',
  service: 'service, services, servicio, servicios',
  meshed:
    'pods de la malla, pods de la maya, pods con proxy, pods inyectados, los dos extremos, los dos lados, dentro de la malla, en la malla, tienen el proxy, tienen proxy, llevan el proxy, llevan proxy, pods que están en la malla, que están dentro de la malla, dos proxies, entre proxies, meshed pods, meshed, dentro de la maya, ambos dentro, los dos dentro, estar dentro, entre pods de la maya, entre pods de la malla, entre pods inyectados, en los dos lados, en ambos lados, en los dos extremos, ambos tienen proxy, los dos tienen proxy, con proxy, in the mesh, inside the mesh, both pods, llevan los dos el proxy, tienen los dos el proxy, los dos llevan el proxy, los dos llevan proxy, tienen proxy los dos, llevan proxy los dos, que tienen proxy los dos, los dos con proxy, que llevan el proxy',
  unmeshed:
    'fuera de la malla, de fuera, sin proxy, no tiene proxy, no lleva proxy, no tienen proxy, no llevan proxy, no tiene sidecar, no lleva sidecar, no tienen sidecar, no llevan sidecar, sin sidecar, no está en la malla, no están en la malla, sin inyectar, unmeshed, unmeshed pods, without a proxy, hacia fuera, está fuera, no trae el proxy, no trae proxy, sin el proxy, no tenga proxy, no tenga el proxy, no lleve proxy, no lleve el proxy, afuera, not in the mesh, outside the mesh, no proxy, externos, externo, bases de datos externas',
  plaintext:
    'en claro, sin cifrar, texto plano, texto claro, no va cifrado, no va cifrada, no se cifra, plaintext, in the clear, unencrypted, plain text, no está cifrado, no esté cifrado, no cifrado, no viene cifrado, no venga cifrado, sin tls, sin mtls, texto sin cifrar, no vaya cifrado, cleartext, tal cual, a pelo, no queda cifrado, no queda cifrada, no quedan cifrados, no quedan cifradas, no se cifran, queda sin cifrar, quedan sin cifrar, no viaja cifrado, no viajan cifrados',
  everything:
    'todo el tráfico, todas las conexiones, todas las llamadas, todo lo que pasa por el clúster, all traffic, all the traffic',
  reject:
    'rechazar, rechaza, rechazan, impedir, bloquear, bloquea, bloquean, exigir, exige, exigen, obliga, obligar, obligue, solo acepta, solo aceptan, requires, require, demands, reject, rejects, refuse, enforce, no deja pasar, no dejar pasar, no deja entrar, cierra la puerta, obligatorio, obligas, obligan, exiges, rechazado, rejected, forces, force, no acepta, no admite, no se acepta, solo se acepta, solo admite, demanding, mandatory, rechace, rechacen, exija, exijan, exigirlo, exigirlos, exigírselo, no aceptan, no admiten, no acepten',
  mtls: 'mtls, tls mutuo, mutual tls',
  encrypted:
    'cifrar, cifra, cifran, cifrado, cifrada, cifradas, cifrados, encriptar, encripta, encriptado, encriptada, encripted, encrypts, encrypted, sin que nadie lo lea, sifra, sifran, sifrado, sifrada, sifrar, encriptan, encripte',
  'both-ends':
    'los dos lados, los dos extremos, las dos partes, ambos, ambas, ambas partes, ambos lados, ambos extremos, cliente y servidor, el cliente y el servidor, tanto el cliente como el servidor, el uno al otro, mutuamente, también lo hace el cliente, both sides, both ends, each other, las dos puntas, ambas puntas, los dos, las dos, cada lado, cada extremo, cada uno, both, both parties, mutuo, mutua, recíproco, el que llama y el que recibe, quien llama y quien recibe, el que llama y el que responde, el que llama y el llamado, el que pide y el que responde, en los dos sentidos',
  'only-server': 'solo el servidor, solamente el servidor, únicamente el servidor, only the server',
  authenticate:
    'autenticar, autentica, autentican, autenticarse, autenticación, comprueban quién, comprueba quién, verifican, verifica, identificarse, se identifican, authenticate, authenticates, verify, demostrar, demuestra, demuestran, demuestren, acreditan, acredita, autentifica, autentifican, prueban quién, prueba quién, prove, proves, saben quién, quiénes son, quién es quién, verifies, verifying',
  show: 'presentar, presenta, presentan, presentarse, enseñar, enseña, enseñan, mostrar, muestra, muestran, present, presents, traen, trae, lleva, llevan, con su certificado',
  authorize:
    'autorizar, autoriza, autorizan, decide quién, deciden quién, desir quién, dice quién puede, dicen quién puede, quién puede, qué servicios pueden, qué identidades, permitir, permite, permiten, permitidas, denegar, deniega, deniegan, limitar, limita, authorize, authorizes, who may, who can, allow, allows, permiso, permisos, who may call, who is allowed, allowed, quién entra, quién puede entrar, permitidos, solo la sa, puede hacer, puede llamar, pueden llamar, autorizado, autorizados, autorices, le dejas, a quién dejas, a quién se deja, prohibir, prohíbe, reglas de acceso, control de acceso, access control, grants',
  'peer-authentication': 'peerauthentication, peer authentication, peerautentication, strict, modo estricto',
  permissive: 'permissive, permisivo, modo permisivo',
  'authorization-policy':
    'authorizationpolicy, authorization policy, authorizationpolicies, autorizationpolicy, autorization policy, política de autorización, políticas de autorización',
  'destination-rule': 'destinationrule, destination rule, destinationrules',
  // Tráfico en Istio
  'virtual-service':
    'virtualservice, virtual service, virtualservices, virtual services, virtualservis, virtual servis',
  subset: 'subset, subsets, subconjunto, subconjuntos',
  version: 'versión, versiones, version, versions, v1, v2, vercion, verciones',
  group: 'agrupar, agrupa, agrupan, agrupas, pones que, groups, group',
  destine:
    'enrutar, enruta, enrutan, enrutamiento, rutear, rutea, ruteo, ruteos, elige el camino, decide el camino, manda las peticiones, manda la petición, envía las peticiones, envía la petición, encaminar, encamina, encaminan, encaminamiento, a dónde va, a dónde van, a dónde se envía, a dónde se manda, a dónde, adónde va, adónde, decide dónde, dice dónde, el dónde, hacia dónde, dónde va, dónde van, por dónde va, a qué destino, a qué versión, a qué servicio, a qué subset, elige el destino, elegir el destino, escoge el destino, elige la ruta, elija la ruta, reparte el tráfico, repartir el tráfico, se reparte el tráfico, reparto del tráfico, reparto de tráfico, reparte las peticiones, reparto por pesos, divide el tráfico, dirige el tráfico, dirige las peticiones, desvía, pesos, routing, routes, route, where each request goes, where a request goes, where requests go, where traffic goes, splits traffic, splits the traffic, weights',
  // Observabilidad
  errors:
    'errores, no haya errores, no haya más errores, no tenga errores, no tenga más errores, no dé errores, no dé más errores, no aumenten los errores, no suban los errores, no haya fallos, fallos, tasa de error, tasa de errores, porcentaje de errores, proporción de errores, número de errores, cuántos errores, cuántos fallos, respuestas 5xx, 5xx, 500, respuestas de error, errors, error rate',
  latency:
    'latencia, latencias, tiempo de respuesta, tiempos de respuesta, percentil, percentiles, p95, p99, p50, cuánto tarda, cuánto tardan, tarda, tardan, duración, lentitud, latency, response time, response times',
  'more-features':
    'más funciones, más funcionalidades, más features, más opciones, más completo, más completa, completo, completa, configurable, flexible, potente, casi de todo, de todo, políticas muy finas, políticas más ricas, enrutamiento avanzado, funcionalidades avanzadas, más posibilidades, more features, more options, powerful, configurable, hace más, más cosas, fine grained, más control, control fino, más capacidades, granular, muchas funciones, muchas opciones, montón de funciones, montón de opciones, más potente, avanzado, avanzadas, avanzada, richer, rico en funciones, rica, jwt, more control, más amplio, casi cualquier requisito, cualquier requisito, casi cualquier cosa, muchas más funciones, muchas más funcionalidades, muchas más cosas, muchas cosas',
  heavy:
    'complejo, compleja, complejidad, complicado, complicada, pesado, pesada, más memoria, más recursos, mayor consumo, consume mucha memoria, consumen más, bastante memoria, mucha memoria, difícil, más latencia, complex, complexity, heavy, more memory, more resources, pesa más, pesa mucho, consume muchos recursos, muchos recursos, consume mucho, consume bastante, consume más, gasta más, gasta mucho, gasta bastante, equipo dedicado, cost cpu, cpu and memory, cpu y memoria, come memoria, comen memoria, se come la memoria, más overhead, curva, empinada, más caro, cara, expensive, cuesta operar, cuesta aprender, más trabajo, gente que sepa, gente que lo sepa, gente que lo conozca, quien lo sepa, difícil de operar, heavier, harder, complicada de operar, overhead, se nota en memoria, se nota en la memoria, hace falta un equipo, un equipo que la entienda, un equipo que lo entienda, consume más, mucho que aprender, muchas cosas que aprender',
  'fewer-features':
    'menos funciones, menos funcionalidades, menos opciones, pocas funciones, faltan funciones, faltan funcionalidades, faltan cosas, menos completo, menos completa, menos flexible, edge, proveedor, proveedores, de pago, fewer features, less features, lacks features, hace menos, menos cosas, vendor, buoyant, releases estables, versiones estables, se queda corto, se queda corta, limitado, limitada, limitadas, offers fewer, no llega a tanto, menos control, menos capacidades, no todas las funciones, missing features, fewer options, less control, menos potente, no tiene tantas, no decide por los campos, no decide por los datos, no valida tokens, no mira el token, no lee el token, no hay versiones estables, le faltan, tiene menos',
  policy: 'política, políticas, políticas de autorización, autorización, policy, policies',
  'without-policy': 'sin políticas, sin autorización',
  always: 'siempre, obligatoriamente, por fuerza, always',
  demanding:
    'políticas avanzadas, políticas abanzadas, reglas avanzadas, reglas complicadas, requisitos complejos, requisitos avanzados, necesidades complejas, empresa grande, empresas grandes, organización grande, organizaciones grandes, muchos equipos, token, tokens, jwt, banco, varios clústeres, varios clusters, muchas políticas, enrutamiento avanzado, muchos servicios, advanced policies, large company, large organization, avanzado, avanzados, avanzadas, algo avanzado, faltan funciones, falta son funciones, más funciones, reglas muy finas, reglas finas, control fino, wasm, multicluster, egress, muchas reglas, muchas opciones, muchas funciones, mucho control, más control, necesitas todo, gran empresa, corporación, corporaciones, gateway, máquinas virtuales, vms, complejas, complejos, complejo, advanced, complex, enterprise, fine grained',
  small:
    'equipo pequeño, equipos pequeños, empresa pequeña, empresas pequeñas, pocas personas, poca gente, pocos recursos, poca memoria, tres personas, dos personas, startup, somos pocos, simplicidad, pocos servicios, small team, small teams, few resources, little memory, sencillo, sencillez, sencilla, simple, fácil, fácil de usar, falta es gente, poco presupuesto, quiero cifrar, solo quiero, solo quieres, solo cifrar, only need, just need, just want, sin experiencia, poca experiencia, equipo chico, equipos chicos, empresa chica, chico, chica, pequeño, pequeña, arrancar pronto, empezar rápido, rapidito, no complicarse, no complicarte, pocos, somos tres, somos cuatro, small, simplicity',
  measure:
    'medir, mide, mides, mediría, medirlo, medirla, medimos, pruebas de rendimiento, pruebas de carga, benchmark propio, probar, measure, test',
  load: 'carga, cargas, tráfico real, propio tráfico, load',
  // Docker
  image: 'imagen, imágenes, image, images, plantilla, molde, template',
  container: 'contenedor, contenedores, container, containers, contendor, contenedro',
  immutable:
    'inmutable, inmutables, inmutabilidad, imutable, inmodificable, inalterable, immutable, solo lectura, read only, readonly, fija, estática, congelado, congelada, intocable, intacta, queda igual, queda igualita, sigue igual, se queda igual, inalterada, estático, frozen, never touched, ya no se toca, no se puede tocar, no se puede cambiar, no se puede modificar, no se cambia nunca, no cambia nunca, nunca cambia, algo fijo, no se altera',
  change:
    'cambiar, cambia, cambian, cambio, cambie, modificar, modifica, modifique, modificación, modificado, alterar, altera, editar, edita, mutar, muta, mutable, actualizar, actualiza, change, changes, changing, modify, modifying, modified, update, varía, varían, variar, tocar, toca, tocan, ensuciar, ensucia',
  'write-layer':
    'capa de escritura, capa escribible, capa propia de escritura, capa de lectura y escritura, capa de lectura escritura, capa superior de escritura, capa fina de escritura, capa delgada de escritura, capa editable, capa rw, capa r w, capa modificable, capa mutable, capa grabable, capita de escritura, capa donde escribe, capa donde se escribe, capa para escribir, writable layer, write layer, escritura propia, capa extra, capa adicional, capa del contenedor, capita, su propia capa, propia capa, capa suya, capa temporal, capa nueva, thin writable layer',
  layer: 'capa, capas, layer, layers',
  write:
    'escribir, escribe, escriben, escrito, guardar, guarda, guardan, grabar, graba, anotar, write, writes, save, store',
  volume: 'volumen, volúmenes, volume, volumes, bind mount',
  file: 'fichero, ficheros, archivo, archivos, datos, dato, file, files, data, información',
  lose: 'perder, pierde, pierden, perdido, desaparecer, desaparece, desaparecen, se borran los datos, los datos se borran, se borra todo, se borran los archivos, se borran los ficheros, se borra su contenido, se borra lo que, se va, se van, perderse, lost, lose, loses, disappear, disappears, gone, esfumarse, esfuma, adiós, chau, se esfuma, se carga los datos, se carga los archivos, no queda nada, no hay manera de recuperar, no se recupera, irrecuperable, elimina esa capa, elimina la capa, borra esa capa, borra la capa, se lleva, se acabó, wiped, wipes, vanish, vanishes, perderás, perdería, pierdes',
  survive:
    'sobrevivir, sobrevive, sobreviven, conservar, conserva, conservan, persistir, persiste, persisten, permanecer, permanece, sigue ahí, siguen ahí, seguir ahí, mantener, mantiene, mantienen, queda, quedan, survive, survives, persist, persists, keep, keeps, kept, stay, sigue en disco, siguen en disco, sigue en el disco, permanecen, están donde, no pasa nada, intacto, intactos, se quedan, se queda, quedan guardados, queda guardado, remain, remains, still there, stays, ahí siguen, ahí sigue, sigue estando, siguen estando, sigue existiendo, no se toca, no se tocan, aguanta, aguantan',
  remove:
    'borrar, borra, borras, borrarlo, borrado, eliminar, elimina, eliminas, eliminarlo, quitar, quita, quitan, retirar, retira, retiran, rm, remove, removed, delete, deleted, destruir, destruyes, matar, mata, matan, kill, kills, borrarla, borrarlos, eliminarla, destruirlo, tirar, tirarlo, docker rm, removing, deleting, deletes, removes',
  stop: 'detener, detiene, detienes, detenido, parar, para el contenedor, paras, paran, parado, pararlo, apagar, apagas, stop, stopped, detenerlo, detenerse, docker stop, detengo, apagarlo, stops, stopping',
  run: 'ejecutar, ejecuta, ejecutan, ejecución, ejecutando, ejecutándose, correr, corre, corren, corriendo, en marcha, arrancar, arranca, arrancan, arrancado, funcionar, funciona, funcionando, vivo, viva, activo, run, runs, running, levantar, levanta',
  process:
    'proceso, procesos, process, processes, mata el proceso, mata al proceso, mata solo el proceso, termina el proceso, kills the process',
  instance: 'instancia, instancias, instance, ejemplar, instanciar, instancia',
  create:
    'crear, crea, crean, creas, creado, creación, crearse, sacar, saca, salir, sale, salen, nacer, nace, generar, genera, obtener, obtiene, lanzar, lanza, lanzas, create, creates, created, arrancar, arrancan, arranca, levantar, levantan, instanciar, instancias, start, started, spin up',
  build:
    'construir, construye, construyen, construyes, construido, construcción, compilar, build, built, builds, docker build',
  from: 'a partir de, a partir del, a base de, basado en, basada en, basándose en, desde, de una, de la, de un, del, from, based on, sale de, salen de, nace de, partiendo de, usando, con una, con la',
  many: 'muchos, muchas, varios, varias, múltiples, tantos, tantas, cuantos, cuantas, many, several, multiple',
  dockerfile: 'dockerfile',
  commit: 'commit',
  kernel: 'núcleo, kernel',
  share:
    'compartir, comparte, comparten, compartido, comparta, mismo, misma, mismos, mismas, común, share, shares, shared, same',
  own: 'propio, propia, propios, propias, suyo, suya, aparte, own',
  machine: 'anfitrión, host, máquina, servidor físico, ordenador, sistema operativo',
  // Lo que se hace, se gana o se paga
  'kube-proxy': 'kube proxy',
  'docker-run': 'docker run, el run, un run',
  equals: 'igual a, equivale a, equals',
  constantly:
    'todo el tiempo, continuamente, constantemente, sin parar, una y otra vez, en bucle, permanentemente, cada rato, a cada rato, siempre, forever, all the time, constantly, continuously, over and over, keep, keeps',
  unaware:
    'no se entera, no se enteran, ni se entera, ni se enteran, sin que se entere, sin que se enteren, sin enterarse, transparente, transparentes, transparent, transparently, unaware, no sabe que, sin que la aplicación se entere, sin que las aplicaciones se enteren, sin que el programa se entere, sin que la app se entere, ni saben que está ahí, ni sabe que está ahí, no saben que está ahí, no tiene que saber nada, no tienen que saber nada',
  burden:
    'una pieza más, otra pieza más, más piezas, una cosa más, otra cosa que mantener, más cosas que mantener, hay que aprender, hay que mantenerla, hay que mantener, mantener la malla, alguien tiene que operarla, más difícil de depurar, debuggear, somebody has to run it, someone has to run it, another moving part, más complejidad, más latencia, más memoria, más consumo, más recursos, más cpu, más ram, más lenta, más lento, more latency, more memory, un salto más, extra hop, more complexity, complica, hay que aprender a manejarla, hay que aprenderla, hay que aprender a usarla, otra cosa que hay que mantener, una cosa más que mantener',
  'both-use':
    'las dos usan, ambas usan, las dos llevan, ambas llevan, los dos usan, ambos usan, both use, both of them use',
  'nothing-to-do':
    'no hay que hacer nada, no tienes que hacer nada, no tiene que hacer nada, no tienen que hacer nada, no se encarga de nada, no hace nada, no hacen nada, no haces nada, no se le olvida, no se olvida, nadie se olvida, menos trabajo, menos laburo, sin hacer nada, no hay que preocuparse, no se preocupa, no se preocupan, no te preocupas, out of the box, sin configurar nada, no hay que configurar nada, sin tocar nada, nothing to do, no code changes, no extra work, no hay que acordarse, no te puedes olvidar, olvidarse de',
  trial:
    'un piloto, hacer un piloto, piloto, prueba de concepto, poc, proof of concept, pruebas de carga, prueba de carga, probar las dos, probaría las dos, probar ambas, probaría ambas, medir las dos, mediría las dos, mediría ambas, load test, load tests, test both, benchmark propio, benchmarks propios, propio benchmark, haría una prueba, haría pruebas, hacer una prueba, hacer pruebas, hago una prueba, hacemos una prueba, haríamos una prueba, una prueba con la carga',
  'virtual-machine': 'máquina virtual, máquinas virtuales, mv, vm, virtual machine',
};
