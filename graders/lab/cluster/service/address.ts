import { clusterIp } from '../addresses.ts';
import { text } from '../read.ts';
import type { Service } from './find.ts';

/** `clusterIP: None`: the name resolves to the pods themselves and no port is translated. */
export function isHeadless(service: Service): boolean {
  return service.data.spec?.clusterIP === 'None';
}

/** The virtual address of a Service; undefined where it has none. */
export function addressOf(service: Service): string | undefined {
  const { clusterIP, type } = service.data.spec ?? {};
  if (isHeadless(service) || type === 'ExternalName') return undefined;
  return text(clusterIP) || clusterIp(service.namespace ?? 'default', service.name);
}
