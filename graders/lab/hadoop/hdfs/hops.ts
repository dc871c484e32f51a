import { hopMessages } from '../../../core/trace.ts';

/** What HDFS and YARN decide about blocks, and what a loss does to them. */
export const hops = hopMessages('hdfs', {
  placed: {
    es: 'Cada bloque tiene {n} {n:réplica|réplicas} en {fewest} racks como poco y {most} como mucho, según los racks en que están de verdad las máquinas.',
    en: 'Each block has {n} {n:replica|replicas}, in {fewest} racks at least and {most} at most, by the racks the machines really are in.',
  },
  local: {
    es: 'La primera réplica va a `{writer}`, donde se ejecuta el cliente; la segunda, a otro rack, y la tercera, al de la segunda.',
    en: 'The first replica goes to `{writer}`, where the client runs; the second to another rack, and the third to that of the second.',
  },
  remote: {
    es: 'El cliente no se ejecuta en ningún DataNode: la primera réplica va a uno cualquiera.',
    en: 'The client runs on no DataNode: the first replica goes to any.',
  },
  oneRack: {
    es: 'Nadie dice a Hadoop en qué rack está cada nombre: todos están en `/default-rack`, y las réplicas de un bloque pueden caer juntas.',
    en: 'Nobody tells Hadoop which rack each name is in: all are in `/default-rack`, and the replicas of a block may end up together.',
  },
  copies: {
    es: 'Cada byte ocupa {n} discos: {replicas} réplicas de HDFS por {volumes} del almacenamiento que hay debajo.',
    en: 'Each byte takes {n} disks: {replicas} replicas of HDFS times {volumes} of the storage underneath.',
  },
  claimed: {
    es: 'YARN compara nombres de anfitrión: con {share} % de las tareas encuentra un NodeManager que se llama como un DataNode con su bloque.',
    en: 'YARN compares host names: for {share}% of the tasks it finds a NodeManager named like a DataNode that has their block.',
  },
  real: {
    es: 'De verdad, {share} % de las tareas leen de un disco de su propia máquina; el resto recibe su bloque por la red.',
    en: 'In fact {share}% of the tasks read from a disk of their own machine; the others get their block over the network.',
  },
  died: {
    es: 'Los bloques de `{name}` se pierden con él. El NameNode lo da por muerto a los {seconds} s sin latidos.',
    en: 'The blocks of `{name}` go with it. The NameNode takes it for dead after {seconds} s without heartbeats.',
  },
  returned: {
    es: '`{name}` vuelve con sus bloques: su almacenamiento no estaba en lo que se ha perdido.',
    en: '`{name}` comes back with its blocks: its storage was not in what was lost.',
  },
  blocks: {
    es: 'De cada 100 bloques, {lost} se pierden y {under} se quedan con menos réplicas.',
    en: 'Of every 100 blocks, {lost} are lost and {under} are left with fewer replicas.',
  },
  restored: {
    es: 'El NameNode manda copiarlos desde las réplicas que quedan, y vuelven a tener las de antes. Nadie lo pide.',
    en: 'The NameNode has them copied from the replicas that are left, and they have as many as before. Nobody asks for it.',
  },
  notRestored: {
    es: 'No quedan DataNodes suficientes para tener tantas réplicas como antes.',
    en: 'There are not enough DataNodes left to have as many replicas as before.',
  },
});
