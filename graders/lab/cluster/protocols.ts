/**
 * Software with a protocol of its own on the ports it is known for. What it does with a request of HTTP is no answer of a
 * service: most of it closes the connection, and mongod writes back that it does not speak HTTP there.
 */
const ownProtocol: ReadonlySet<string> = new Set([
  'redis',
  'valkey',
  'memcached',
  'postgres',
  'mysql',
  'mariadb',
  'mongo',
  'rabbitmq',
  'cassandra',
  'nats',
  'zookeeper',
]);

/** The page where RabbitMQ is managed; NATS has one for monitoring. */
const webPorts: ReadonlyMap<string, number> = new Map([
  ['rabbitmq', 15672],
  ['nats', 8222],
]);

/** Whether a server surely takes no HTTP on a port. */
export function speaksNoHttp(product: string | undefined, port: number): boolean {
  return product !== undefined && ownProtocol.has(product) && webPorts.get(product) !== port;
}
