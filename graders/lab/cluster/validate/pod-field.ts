import type { IPodSpec } from 'kubernetes-models/v1';
import { own } from '../../../core/own.ts';
import type { Resource } from '../../../model/manifests/manifests.ts';
import { isPlainAddress } from '../../../model/workloads/cidr.ts';
import { isDnsLabel, isDnsSubdomain, isQualifiedName } from '../../../model/workloads/names.ts';
import { placeOf } from '../../../model/workloads/places.ts';
import { podTemplatesOf } from '../../../model/workloads/templates.ts';
import { isSet, items, object, text, texts } from '../../../model/workloads/values.ts';
import { law, type Say } from './law.ts';

const messages = {
  label: {
    es: '`{value}` no sirve como `{field}`: hasta 63 minúsculas, cifras y `-`, sin `-` en los extremos.',
    en: '`{value}` is not a valid `{field}`: at most 63 lowercase letters, digits and `-`, no `-` at the ends.',
  },
  subdomain: {
    es: '`{value}` no sirve como `{field}`: solo minúsculas, cifras, `-` y `.`.',
    en: '`{value}` is not a valid `{field}`: only lowercase letters, digits, `-` and `.`.',
  },
  nameservers: {
    es: 'Con `dnsPolicy: None` el pod no tiene DNS propio: hace falta `dnsConfig.nameservers`.',
    en: 'With `dnsPolicy: None` the pod has no DNS of its own: `dnsConfig.nameservers` is needed.',
  },
  manyServers: {
    es: '`nameservers` lleva como mucho 3 servidores, y aquí hay {count}.',
    en: '`nameservers` takes at most 3 servers, and there are {count} here.',
  },
  deadline: {
    es: '`activeDeadlineSeconds` es para pods que terminan: {kind:un|una} {kind} no lo admite.',
    en: '`activeDeadlineSeconds` is for pods that finish: a {kind} does not take it.',
  },
  hostUsers: {
    es: 'Con `hostUsers: false` el pod tiene usuarios propios y no puede usar `{field}` del nodo.',
    en: 'With `hostUsers: false` the pod has users of its own and cannot use `{field}` of the node.',
  },
  windows: {
    es: '`windowsOptions` es de los pods de Windows, y este pide Linux en `os`.',
    en: '`windowsOptions` is of Windows pods, and this one asks for Linux in `os`.',
  },
  notOnWindows: {
    es: '`{field}` es de los pods de Linux, y este pide Windows en `os`.',
    en: '`{field}` is of Linux pods, and this one asks for Windows in `os`.',
  },
  hostProcess: {
    es: 'Con `hostProcess: true` los contenedores son procesos del nodo: el pod exige `hostNetwork: true`.',
    en: 'With `hostProcess: true` the containers are processes of the node: the pod demands `hostNetwork: true`.',
  },
  hostProcessAll: {
    es: '`hostProcess` vale lo mismo en todo el pod: o son procesos del nodo todos los contenedores, o ninguno.',
    en: '`hostProcess` is the same in the whole pod: all containers are processes of the node, or none is.',
  },
  gate: {
    es: 'La puerta `{gate}` ya está en `schedulingGates`.',
    en: 'The gate `{gate}` is already in `schedulingGates`.',
  },
  gateName: {
    es: '`{gate}` no sirve como puerta: es un nombre con un dominio delante, como `empresa.com/lista`.',
    en: '`{gate}` is not a valid gate: it is a name with a domain in front of it, as in `company.com/ready`.',
  },
  claim: {
    es: 'Cada entrada de `resourceClaims` nombra un `resourceClaimName` o un `resourceClaimTemplateName`, y solo uno.',
    en: 'Each entry of `resourceClaims` names one `resourceClaimName` or one `resourceClaimTemplateName`, and only one.',
  },
  claimTwice: {
    es: 'Ya hay otra entrada de `resourceClaims` llamada `{name}`.',
    en: 'There is already another entry of `resourceClaims` named `{name}`.',
  },
  override: {
    es: '`hostnameOverride` y `{field}: true` no pueden ir juntos: los dos dicen cómo se llama la máquina.',
    en: '`hostnameOverride` and `{field}: true` cannot go together: both say what the machine is called.',
  },
  alias: {
    es: '`{ip}` no es una dirección IP.',
    en: '`{ip}` is not an IP address.',
  },
} as const;

/** Kinds whose pods are to run for ever. */
const neverEnding = ['Deployment', 'ReplicaSet', 'DaemonSet', 'StatefulSet', 'ReplicationController'];

export const podFieldLaw = law({
  of: 'pods',
  messages,
  check(manifests, say) {
    for (const { owner, spec } of podTemplatesOf(manifests)) {
      checkNames(owner, spec, say);
      const servers = texts(object(spec.dnsConfig)?.nameservers);
      if (spec.dnsPolicy === 'None' && servers.length === 0) say('nameservers', placeOf(owner, spec, 'dnsPolicy'), {});
      if (servers.length > 3)
        say('manyServers', placeOf(owner, spec.dnsConfig, 'nameservers'), { count: servers.length });
      if (isSet(spec.activeDeadlineSeconds) && neverEnding.includes(owner.kind))
        say('deadline', placeOf(owner, spec, 'activeDeadlineSeconds'), { kind: owner.kind });
      checkSharing(owner, spec, say);
      const gates = items(spec.schedulingGates).map(({ name }) => text(name) ?? '');
      const gate = gates.find((name, index) => gates.indexOf(name) < index);
      if (gate !== undefined) say('gate', placeOf(owner, spec, 'schedulingGates'), { gate });
      for (const holder of [...items(spec.schedulingGates), ...items(spec.readinessGates)]) {
        const [field, written] = 'name' in holder ? ['name', holder.name] : ['conditionType', holder.conditionType];
        const name = text(written) ?? '';
        if (!isQualifiedName(name)) say('gateName', placeOf(owner, holder, field), { gate: name });
      }
      const claims = items(spec.resourceClaims).map(({ name }) => text(name) ?? '');
      const twice = claims.find((name, index) => claims.indexOf(name) < index);
      if (twice !== undefined) say('claimTwice', placeOf(owner, spec, 'resourceClaims'), { name: twice });
      const given = isSet(spec.hostnameOverride);
      for (const field of ['hostNetwork', 'setHostnameAsFQDN'] as const)
        if (given && spec[field] === true) say('override', placeOf(owner, spec, 'hostnameOverride'), { field });
      for (const claim of items(spec.resourceClaims))
        if (isSet(claim.resourceClaimName) === isSet(claim.resourceClaimTemplateName))
          say('claim', placeOf(owner, claim), {});
      const server = servers.find((value) => !isPlainAddress(value));
      if (server !== undefined) say('alias', placeOf(owner, spec.dnsConfig, 'nameservers'), { ip: server });
      for (const value of texts(object(spec.dnsConfig)?.searches)) {
        // Names of servers may begin with `_`, and a dot at the end says that nothing follows.
        const bare =
          value === '.'
            ? 'a'
            : value
                .replace(/\.$/, '')
                .replace(/(^|\.)_/g, '$1')
                .replaceAll('_', '-');
        if (!isDnsSubdomain(bare))
          say('subdomain', placeOf(owner, spec.dnsConfig, 'searches'), { field: 'searches', value });
      }
      for (const alias of items(spec.hostAliases)) {
        const ip = text(alias.ip);
        if (ip !== undefined && !isPlainAddress(ip)) say('alias', placeOf(owner, alias, 'ip'), { ip });
        const value = texts(alias.hostnames).find((name) => !isDnsSubdomain(name));
        if (value !== undefined) say('subdomain', placeOf(owner, alias, 'hostnames'), { field: 'hostnames', value });
      }
    }
  },
});

/** What a pod cannot share with its node, and what is only of nodes of another system. */
function checkSharing(owner: Resource, spec: IPodSpec, say: Say<typeof messages>): void {
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC'] as const)
    if (spec.hostUsers === false && spec[field] === true) say('hostUsers', placeOf(owner, spec, field), { field });
  checkHostProcess(owner, spec, say);
  const system = text(object(spec.os)?.name);
  if (system === 'windows') checkWindows(owner, spec, say);
  if (system !== 'linux') return;
  const contexts = [spec, ...items(spec.initContainers), ...items(spec.containers)].map((one) =>
    object(one.securityContext),
  );
  for (const context of contexts)
    if (isSet(context?.windowsOptions)) say('windows', placeOf(owner, context, 'windowsOptions'), {});
}

const linuxOfPod = ['hostPID', 'hostIPC', 'hostUsers', 'shareProcessNamespace'] as const;
const linuxOfBoth = ['appArmorProfile', 'seLinuxOptions', 'seccompProfile', 'runAsUser', 'runAsGroup'];
const linuxOfPodContext = [
  ...linuxOfBoth,
  'fsGroup',
  'fsGroupChangePolicy',
  'sysctls',
  'supplementalGroups',
  'supplementalGroupsPolicy',
  'seLinuxChangePolicy',
];
const linuxOfContainer = [
  ...linuxOfBoth,
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
];

/** @see https://kubernetes.io/docs/concepts/windows/intro/#compatibility-v1-pod-spec-containers-securitycontext */
function checkWindows(owner: Resource, spec: IPodSpec, say: Say<typeof messages>): void {
  for (const field of linuxOfPod) {
    const value: unknown = spec[field];
    // To share nothing with the node is what every pod does; of the others even `false` is a choice.
    const isChosen = field === 'hostPID' || field === 'hostIPC' ? value === true : isSet(value);
    if (isChosen) say('notOnWindows', placeOf(owner, spec, field), { field });
  }
  const containers = [...items(spec.initContainers), ...items(spec.containers)];
  const contexts: readonly { readonly context: object | undefined; readonly fields: readonly string[] }[] = [
    { context: object(spec.securityContext), fields: linuxOfPodContext },
    ...containers.map((one) => ({ context: object(one.securityContext), fields: linuxOfContainer })),
  ];
  for (const { context, fields } of contexts)
    for (const field of fields) {
      const value = own(context as Readonly<Record<string, unknown>> | undefined, field);
      if (isSet(value) && !(field === 'sysctls' && items(value as []).length === 0))
        say('notOnWindows', placeOf(owner, context, field), { field });
    }
}

/** @see https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/ */
function checkHostProcess(owner: Resource, spec: IPodSpec, say: Say<typeof messages>): void {
  const ofPod = object(object(spec.securityContext)?.windowsOptions)?.hostProcess;
  const containers = [...items(spec.initContainers), ...items(spec.containers)];
  const written = containers.map((one) => object(object(one.securityContext)?.windowsOptions)?.hostProcess);
  const isMixed = written.some((one) => isSet(one) && isSet(ofPod) && one !== ofPod);
  const asProcesses = written.filter((one) => (isSet(one) ? one : ofPod) === true).length;
  const at = placeOf(owner, spec, isSet(ofPod) ? 'securityContext' : 'containers');
  if (isMixed || (asProcesses > 0 && asProcesses < containers.length)) say('hostProcessAll', at, {});
  if (asProcesses > 0 && spec.hostNetwork !== true) say('hostProcess', at, {});
}

function checkNames(owner: Resource, spec: IPodSpec, say: Say<typeof messages>): void {
  // A StatefulSet gives its pods names of its own, and nobody looks at those of its template.
  const named = owner.kind === 'StatefulSet' ? [] : (['hostname', 'subdomain'] as const);
  for (const field of named) {
    const value = text(spec[field]);
    if (value !== undefined && !isDnsLabel(value)) say('label', placeOf(owner, spec, field), { field, value });
  }
  for (const field of ['serviceAccountName', 'nodeName', 'priorityClassName', 'runtimeClassName'] as const) {
    const value = text(spec[field]);
    if (value !== undefined && !isDnsSubdomain(value)) say('subdomain', placeOf(owner, spec, field), { field, value });
  }
}
