import { objectsOfKind, podsAt, until } from '../../cluster/index.ts';
import { clusterOf } from '../desk/clusters.ts';
import type { Desk } from '../desk/desk.ts';
import type { Flag } from '../tool/tool.ts';
import { builtIn } from './kinds.ts';

/** What completion offers: the kinds, and what there is in the cluster now. */
export const kindOffers = (): readonly string[] => builtIn.map(({ plural }) => plural);
export const namespaceOffers = (desk: Desk): readonly string[] => {
  const live = clusterOf(desk)?.live;
  return live ? objectsOfKind(live, '', 'Namespace').map(({ resource }) => resource.name) : [];
};
export const podOffers = (desk: Desk): readonly string[] => {
  const live = clusterOf(desk)?.live;
  return live ? podsAt(until(live, desk.clock), desk.clock).map(({ pod }) => pod.name) : [];
};
export const workloadOffers = (desk: Desk): readonly string[] => {
  const live = clusterOf(desk)?.live;
  return live
    ? [...live.objects.values()]
        .filter(({ owner, resource }) => !owner && resource.group === 'apps')
        .map(({ resource }) => `${resource.kind.toLowerCase()}/${resource.name}`)
    : [];
};

export const outputs = ['json', 'yaml', 'name', 'wide', 'jsonpath=', 'custom-columns='];
const say = (es: string, en: string) => ({ es, en });

export const output: Flag = {
  name: 'output',
  short: 'o',
  value: 'text',
  offers: outputs,
  says: say(
    'Formato: wide, name, yaml, json, jsonpath=…, custom-columns=…',
    'Format: wide, name, yaml, json, jsonpath=…, custom-columns=…',
  ),
};
export const filename: Flag = {
  name: 'filename',
  short: 'f',
  value: 'list',
  says: say(
    'Fichero o carpeta de manifiestos; `-` es la entrada estándar',
    'File or folder of manifests; `-` is standard input',
  ),
};
export const kustomize: Flag = {
  name: 'kustomize',
  short: 'k',
  value: 'text',
  says: say('Carpeta con un kustomization.yaml', 'Folder with a kustomization.yaml'),
};
export const recursive: Flag = {
  name: 'recursive',
  short: 'R',
  says: say('También las carpetas de dentro', 'Folders inside as well'),
};
export const selector: Flag = {
  name: 'selector',
  short: 'l',
  value: 'text',
  says: say('Etiquetas que tienen que llevar: app=web,tier!=db', 'Labels they must carry: app=web,tier!=db'),
};
export const fieldSelectorFlag: Flag = {
  name: 'field-selector',
  value: 'text',
  says: say('Campos por los que se elige: status.phase=Running', 'Fields to select by: status.phase=Running'),
};
export const everywhere: Flag = {
  name: 'all-namespaces',
  short: 'A',
  says: say('En todos los espacios de nombres', 'In all namespaces'),
};
export const all: Flag = { name: 'all', says: say('Todos los del espacio de nombres', 'All in the namespace') };
export const dryRun: Flag = {
  name: 'dry-run',
  value: 'text',
  bare: 'unchanged',
  offers: ['none', 'client', 'server'],
  says: say(
    'Sin cambiar nada: `client` lo escribe, `server` también lo valida',
    'Without changing anything: `client` writes it, `server` validates it too',
  ),
};
export const timeout: Flag = {
  name: 'timeout',
  value: 'duration',
  says: say('Cuánto espera como mucho', 'How long it waits at most'),
};
export const container: Flag = {
  name: 'container',
  short: 'c',
  value: 'text',
  says: say('Contenedor del pod', 'Container of the pod'),
};
export const overwrite: Flag = {
  name: 'overwrite',
  says: say('Cambia también lo que ya tiene valor', 'Change what has a value already'),
};
export const noHeaders: Flag = { name: 'no-headers', says: say('Sin cabecera', 'Without headers') };
