import { code } from '../../../core/code.ts';
import { isCanonicalCidr, isPlainAddress, isReservedAddress } from '../../../model/workloads/cidr.ts';
import { isDnsSubdomain, isQualifiedName } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { type ServiceView, servicesIn } from '../../../model/workloads/services.ts';
import { isSet, pairs, text, texts } from '../../../model/workloads/values.ts';
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
  externalIpReserved: {
    es: '`{value}` no es una dirección a la que se pueda llegar desde fuera.',
    en: '`{value}` is not an address that can be reached from outside.',
  },
  clusterIps: {
    es: '`clusterIPs` empieza por la dirección de `clusterIP`, y no puede ir sin ella.',
    en: '`clusterIPs` begins with the address of `clusterIP`, and cannot go without it.',
  },
  manyIps: {
    es: '`clusterIPs` lleva una dirección por familia, IPv4 e IPv6; `None` va solo.',
    en: '`clusterIPs` has one address for each family, IPv4 and IPv6; `None` goes alone.',
  },
  aliasField: {
    es: 'Un Service `ExternalName` no tiene direcciones propias: quita `{field}`.',
    en: 'An `ExternalName` Service has no addresses of its own: remove `{field}`.',
  },
  family: {
    es: 'La familia `{family}` ya está en `ipFamilies`.',
    en: 'The family `{family}` is already in `ipFamilies`.',
  },
  otherFamily: {
    es: '`{value}` no es de la familia {family} que dice `ipFamilies`.',
    en: '`{value}` is not of the family {family} that `ipFamilies` says.',
  },
  healthCheckRange: {
    es: '`healthCheckNodePort` es un puerto del nodo, de 30000 a 32767, y aquí hay {port}.',
    en: '`healthCheckNodePort` is a port of the node, from 30000 to 32767, and here it is {port}.',
  },
  healthCheck: {
    es: '`healthCheckNodePort` es de un Service `LoadBalancer` con `externalTrafficPolicy: Local`.',
    en: '`healthCheckNodePort` is of a `LoadBalancer` Service with `externalTrafficPolicy: Local`.',
  },
  range: {
    es: '`{value}` no es un bloque de direcciones: se escribe como `203.0.113.0/24`, sin bits detrás del prefijo.',
    en: '`{value}` is not an address block: it is written like `203.0.113.0/24`, without bits after the prefix.',
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

const rangesAnnotation = 'service.beta.kubernetes.io/load-balancer-source-ranges';

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
    for (const field of ['clusterIPs', 'ipFamilies', 'ipFamilyPolicy'] as const) {
      const value: unknown = spec[field];
      if (Array.isArray(value) ? value.length > 0 : isSet(value))
        say('aliasField', placeOf(resource, spec, field), { field });
    }
    const name = text(spec.externalName);
    if (name === undefined) say('noExternalName', placeOf(resource, spec, 'type'), {});
    else if (!isDnsSubdomain(name.replace(/\.$/, '')))
      say('badExternalName', placeOf(resource, spec, 'externalName'), { name });
    if (ip !== undefined) say('aliasWithIp', at, {});
  } else if (ip === 'None' && type !== 'ClusterIP') say('headless', at, { type });
  else if (ip !== undefined && ip !== 'None' && !isPlainAddress(ip)) say('clusterIp', at, { value: ip });
  if (type !== 'ExternalName') checkFamilies(service, say);
}

/** @see https://kubernetes.io/docs/concepts/services-networking/dual-stack/ */
function checkFamilies({ resource, spec }: ServiceView, say: Sayer): void {
  const ips = texts(spec.clusterIPs);
  const at = placeOf(resource, spec, 'clusterIPs');
  if (ips.length > 0 && ips[0] !== (text(spec.clusterIP) ?? '')) say('clusterIps', at, {});
  const wrong = ips.find((value, index) => !isPlainAddress(value) && !(index === 0 && value === 'None'));
  const six = ips.map((value) => value.includes(':'));
  if (wrong !== undefined) say('clusterIp', at, { value: wrong });
  else if (new Set(six).size < ips.length) say('manyIps', at, {});
  const families = texts(spec.ipFamilies as readonly string[] | undefined);
  const twice = families.find((family, index) => families.indexOf(family) < index);
  if (twice !== undefined) say('family', placeOf(resource, spec, 'ipFamilies'), { family: twice });
  const given = ips.length > 0 ? ips : [text(spec.clusterIP) ?? ''];
  for (const [index, family] of families.entries()) {
    const value = given[index];
    if (value !== undefined && isPlainAddress(value) && value.includes(':') !== (family === 'IPv6'))
      say('otherFamily', at, { value, family });
  }
}

function checkExposure(service: ServiceView, say: Sayer): void {
  const { resource, spec } = service;
  const type = typeOf(service);
  const only = (field: keyof typeof spec, types: readonly string[]) => {
    const at = keySpanOf(spec, field) ?? placeOf(resource, spec, field);
    if (!types.includes(type)) say('onlyFor', at, { field, type, types: types.map(code) });
  };
  const open = texts(spec.externalIPs).length > 0;
  const wrong = texts(spec.externalIPs).find((value) => !isPlainAddress(value));
  const reserved = texts(spec.externalIPs).find(isReservedAddress);
  if (wrong !== undefined) say('externalIp', placeOf(resource, spec, 'externalIPs'), { value: wrong });
  else if (reserved !== undefined)
    say('externalIpReserved', placeOf(resource, spec, 'externalIPs'), { value: reserved });
  if (spec.externalTrafficPolicy && !open) only('externalTrafficPolicy', ['NodePort', 'LoadBalancer']);
  if (texts(spec.loadBalancerSourceRanges).length > 0) only('loadBalancerSourceRanges', ['LoadBalancer']);
  if (text(spec.loadBalancerClass) !== undefined) only('loadBalancerClass', ['LoadBalancer']);
  if (isSet(spec.allocateLoadBalancerNodePorts)) only('allocateLoadBalancerNodePorts', ['LoadBalancer']);
  if (spec.healthCheckNodePort && !(type === 'LoadBalancer' && spec.externalTrafficPolicy === 'Local'))
    say('healthCheck', placeOf(resource, spec, 'healthCheckNodePort'), {});
  else if (spec.healthCheckNodePort && (spec.healthCheckNodePort < 30_000 || spec.healthCheckNodePort > 32_767))
    say('healthCheckRange', placeOf(resource, spec, 'healthCheckNodePort'), { port: spec.healthCheckNodePort });
  for (const port of service.ports) {
    const protocol = port.appProtocol;
    if (typeof protocol === 'string' && !isQualifiedName(protocol))
      say('protocol', placeOf(resource, port, 'appProtocol'), { protocol });
  }
  const listed = texts(spec.loadBalancerSourceRanges);
  for (const value of listed)
    if (!isCanonicalCidr(value.trim())) say('range', placeOf(resource, spec, 'loadBalancerSourceRanges'), { value });
  // The old annotation speaks where the field is silent.
  const { annotations } = resource.metadata;
  const ranges = pairs(annotations).find(([key]) => key === rangesAnnotation)?.[1];
  if (listed.length > 0 || ranges === undefined) return;
  const at = placeOf(resource, annotations, rangesAnnotation);
  if (type !== 'LoadBalancer') say('onlyFor', at, { field: rangesAnnotation, type, types: ['`LoadBalancer`'] });
  else
    for (const value of ranges.trim() === '' ? [] : ranges.split(','))
      if (!isCanonicalCidr(value.trim())) say('range', at, { value });
}
