import { code } from '../../../core/code.ts';
import { isAddress, parseCidr } from '../../../model/workloads/cidr.ts';
import { isDnsSubdomain, isQualifiedName } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { type ServiceView, servicesIn } from '../../../model/workloads/services.ts';
import { isSet, text, texts } from '../../../model/workloads/values.ts';
import { keySpanOf } from '../../../parse/yaml/located.ts';
import { law, type Say } from './law.ts';

const messages = {
  noPorts: {
    es: 'El Service no abre ningún puerto: falta `ports`. Solo puede faltar si es headless (`clusterIP: None`) o `ExternalName`.',
    en: 'The Service opens no port: `ports` is missing. It may only be missing when headless (`clusterIP: None`) or `ExternalName`.',
  },
  unnamed: {
    es: 'Con varios puertos cada uno necesita un `name`.',
    en: 'With several ports each one needs a `name`.',
  },
  noExternalName: {
    es: 'Un Service de tipo `ExternalName` es un alias: le falta `externalName`, el nombre DNS al que lleva.',
    en: 'A Service of type `ExternalName` is an alias: it lacks `externalName`, the DNS name it leads to.',
  },
  badExternalName: {
    es: '`{name}` no es un nombre DNS. `externalName` no admite direcciones con `http://`, puertos ni rutas.',
    en: '`{name}` is not a DNS name. `externalName` takes no `http://` addresses, ports nor paths.',
  },
  headless: {
    es: 'Un Service `{type}` necesita una IP del clúster: no puede ser headless (`clusterIP: None`).',
    en: 'A `{type}` Service needs a cluster IP: it cannot be headless (`clusterIP: None`).',
  },
  aliasWithIp: {
    es: 'Un Service `ExternalName` no tiene IP del clúster: quita `clusterIP`.',
    en: 'An `ExternalName` Service has no cluster IP: remove `clusterIP`.',
  },
  clusterIp: {
    es: '`{value}` no es una IP. `clusterIP` es una dirección, `None` (con mayúscula) o se omite.',
    en: '`{value}` is not an IP. `clusterIP` is an address, `None` (capitalized) or omitted.',
  },
  onlyFor: {
    es: '`{field}` solo se admite en un Service de tipo {types}, y este es `{type}`.',
    en: '`{field}` is only allowed in a Service of type {types}, and this one is `{type}`.',
  },
  externalIp: {
    es: '`{value}` no es una dirección IP.',
    en: '`{value}` is not an IP address.',
  },
  protocol: {
    es: '`{protocol}` no sirve como `appProtocol`: es un nombre conocido o lleva un dominio delante, como `kubernetes.io/h2c`.',
    en: '`{protocol}` is not a valid `appProtocol`: it is a known name or carries a domain, as in `kubernetes.io/h2c`.',
  },
  healthCheck: {
    es: '`healthCheckNodePort` es de un Service `LoadBalancer` con `externalTrafficPolicy: Local`.',
    en: '`healthCheckNodePort` is of a `LoadBalancer` Service with `externalTrafficPolicy: Local`.',
  },
  range: {
    es: '`{value}` no es un bloque de direcciones: se escribe como `203.0.113.0/24`.',
    en: '`{value}` is not an address block: it is written like `203.0.113.0/24`.',
  },
} as const;

type Sayer = Say<typeof messages>;

export const serviceLaw = law({
  messages,
  check(manifests, say) {
    for (const service of servicesIn(manifests)) {
      checkPorts(service, say);
      checkAddress(service, say);
      checkExposure(service, say);
    }
  },
});

const typeOf = ({ spec }: ServiceView): string => text(spec.type) ?? 'ClusterIP';

function checkPorts(service: ServiceView, say: Sayer): void {
  const { resource, spec, ports } = service;
  const mayHaveNone = spec.clusterIP === 'None' || typeOf(service) === 'ExternalName';
  if (ports.length === 0 && !mayHaveNone) say('noPorts', placeOf(resource, resource.data, 'spec'), {});
  if (ports.length < 2) return;
  for (const port of ports) if (text(port.name) === undefined) say('unnamed', placeOf(resource, port, 'port'), {});
}

function checkAddress(service: ServiceView, say: Sayer): void {
  const { resource, spec } = service;
  const type = typeOf(service);
  const ip = text(spec.clusterIP);
  const at = placeOf(resource, spec, 'clusterIP');
  if (type === 'ExternalName') {
    const name = text(spec.externalName);
    if (name === undefined) say('noExternalName', placeOf(resource, spec, 'type'), {});
    else if (!isDnsSubdomain(name.replace(/\.$/, '')))
      say('badExternalName', placeOf(resource, spec, 'externalName'), { name });
    if (ip !== undefined) say('aliasWithIp', at, {});
  } else if (ip === 'None' && type !== 'ClusterIP') say('headless', at, { type });
  else if (ip !== undefined && ip !== 'None' && !isAddress(ip)) say('clusterIp', at, { value: ip });
}

function checkExposure(service: ServiceView, say: Sayer): void {
  const { resource, spec } = service;
  const type = typeOf(service);
  const only = (field: keyof typeof spec, types: readonly string[]) => {
    const at = keySpanOf(spec, field) ?? placeOf(resource, spec, field);
    if (!types.includes(type)) say('onlyFor', at, { field, type, types: types.map(code) });
  };
  const open = texts(spec.externalIPs).length > 0;
  const wrong = texts(spec.externalIPs).find((value) => !isAddress(value));
  if (wrong !== undefined) say('externalIp', placeOf(resource, spec, 'externalIPs'), { value: wrong });
  if (isSet(spec.externalTrafficPolicy) && !open) only('externalTrafficPolicy', ['NodePort', 'LoadBalancer']);
  if (texts(spec.loadBalancerSourceRanges).length > 0) only('loadBalancerSourceRanges', ['LoadBalancer']);
  if (text(spec.loadBalancerClass) !== undefined) only('loadBalancerClass', ['LoadBalancer']);
  if (isSet(spec.allocateLoadBalancerNodePorts)) only('allocateLoadBalancerNodePorts', ['LoadBalancer']);
  if (spec.healthCheckNodePort && !(type === 'LoadBalancer' && spec.externalTrafficPolicy === 'Local'))
    say('healthCheck', placeOf(resource, spec, 'healthCheckNodePort'), {});
  for (const port of service.ports) {
    const protocol = port.appProtocol;
    if (typeof protocol === 'string' && !isQualifiedName(protocol))
      say('protocol', placeOf(resource, port, 'appProtocol'), { protocol });
  }
  for (const value of texts(spec.loadBalancerSourceRanges)) {
    if (!parseCidr(value.trim())) say('range', placeOf(resource, spec, 'loadBalancerSourceRanges'), { value });
  }
}
