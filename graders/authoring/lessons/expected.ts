import { askCluster, askImage, askRequest } from '../../ask.ts';
import { askMigration, askScaling, askUpdate } from '../../ask-over-time.ts';
import { check } from '../../check.ts';
import { readAmount } from '../../checks/traffic/amount.ts';
import { shareOf } from '../../checks/traffic/shares.ts';
import type { Finding } from '../../core/finding.ts';
import type { Source } from '../../core/source.ts';
import type {
  CheckAction,
  ClusterAction,
  ImageAction,
  LabAction,
  LabBlock,
  LoadAction,
  MigrationAction,
  RequestAction,
  UpdateAction,
} from '../../course/lessons/blocks.ts';
import { loadOf, migrationOf } from '../../course/lessons/load.ts';
import { isCallable } from '../../lab/request/index.ts';
import { sayFinding } from '../../render/words.ts';
import { isOfCourse } from '../../rules/rule.ts';

/** Tries an action of an example in the lab. @returns what is not as the author expects; nothing where all of it is */
export function unmet(block: LabBlock, action: LabAction): readonly string[] {
  const files = sourcesOf(block);
  if ('peticion' in action) return requested(files, action);
  if ('cluster' in action) return settled(files, action);
  if ('comprobar' in action) return checked(files, action);
  if ('imagen' in action) return built(files, action);
  if ('actualizar' in action) return updated(files, action);
  if ('carga' in action) return scaled(files, action);
  if ('migrar' in action) return migrated(files, action);
  return ['there are no commands in the page yet'];
}

const sourcesOf = ({ archivos, fijos = {} }: LabBlock): readonly Source[] =>
  Object.entries({ ...archivos, ...fijos }).map(([path, text]) => ({ path, text }));

const manifests = (files: readonly Source[]) => files.filter(({ path }) => /\.ya?ml$/.test(path));

function requested(files: readonly Source[], action: RequestAction): readonly string[] {
  const { peticion: url, desde: from = 'outside', metodo, cabeceras, espera } = action;
  if (!isCallable(url)) return [`${url} is no absolute URL`];
  const asked = {
    url,
    from,
    ...(metodo !== undefined && { method: metodo }),
    ...(cabeceras && { headers: cabeceras }),
  };
  const { problems, ...rest } = askRequest(manifests(files), asked);
  if (!('answer' in rest) || !rest.answer) return unread(problems);
  const { outcome } = rest.answer.trace;
  if (outcome.refusal === 'unknown-source') return [`there is no workload ${from}`];
  return [
    ...(Object.keys(espera ?? {}).length > 0 ? [] : ['says not what it expects']),
    ...differs('status', espera?.status, outcome.status),
    ...differs('refusal', espera?.refusal, outcome.refusal ?? 'none'),
    ...differs('tls', espera?.tls, outcome.tls),
    ...Object.entries(espera?.split ?? {}).flatMap(([key, wanted]) => {
      const share = shareOf(outcome.destinations, 'version', key);
      return readAmount(wanted)(share) ? [] : [`${key} gets ${Math.round(share * 1000) / 10}% and not ${wanted}`];
    }),
  ];
}

function settled(files: readonly Source[], { espera }: ClusterAction): readonly string[] {
  const { problems, ...rest } = askCluster(manifests(files));
  if (!('answer' in rest) || !rest.answer) return unread(problems);
  const { workloads, services, refused } = rest.answer;
  const named = <T extends { readonly name: string; readonly namespace: string }>(all: readonly T[], name: string) =>
    all.find((one) => one.name === name || `${one.namespace}/${one.name}` === name);
  const missing = (name: string) => [`there is no ${name} in the cluster`];
  return [
    ...(Object.keys(espera ?? {}).length > 0 ? [] : ['says not what it expects']),
    ...Object.entries(espera?.ready ?? {}).flatMap(([name, count]) => {
      const workload = named(workloads, name);
      return workload ? differs(`ready of ${name}`, count, workload.ready) : missing(name);
    }),
    ...Object.entries(espera?.reason ?? {}).flatMap(([name, reason]) => {
      const pods = named(workloads, name)?.pods;
      if (!pods) return missing(name);
      const found = [...new Set(pods.map(({ status }) => status))];
      return found.includes(reason) ? [] : [`the pods of ${name} are ${found.join(', ') || 'none'} and not ${reason}`];
    }),
    ...Object.entries(espera?.endpoints ?? {}).flatMap(([name, count]) => {
      const service = named(services, name);
      const ready = service?.endpoints.filter((endpoint) => endpoint.ready).length;
      return ready === undefined ? missing(name) : differs(`endpoints of ${name}`, count, ready);
    }),
    ...(espera?.refused
      ? differs(
          'refused',
          [...espera.refused].sort().join(', '),
          [...new Set(refused.map(({ kind, name }) => `${kind}/${name}`))].sort().join(', '),
        )
      : []),
  ];
}

function checked(files: readonly Source[], { espera }: CheckAction): readonly string[] {
  const found = check(files, isOfCourse).flatMap(({ findings }) => findings);
  if (!espera) return ['says not what it expects'];
  return differs('findings', [...espera].sort().join(', '), [...new Set(found.map(({ id }) => id))].sort().join(', '));
}

function built(files: readonly Source[], { imagen, espera }: ImageAction): readonly string[] {
  const dockerfile = files.find(({ path }) => path === imagen);
  if (!dockerfile) return [`there is no file ${imagen}`];
  const context = files.filter((file) => file !== dockerfile).map((file) => ({ ...file, mode: 0o644 }));
  const { problems, ...rest } = askImage(dockerfile, () => context);
  if (!('answer' in rest)) return unread(problems);
  const { described } = rest.answer;
  if (Object.keys(espera ?? {}).length === 0 || !espera) return ['says not what it expects'];
  if (!described.built) return differs('refusal', espera.refusal ?? 'none', described.refusal.kind);
  const { start, size, layers } = described;
  return [
    ...differs('refusal', espera.refusal, 'none'),
    ...(espera.user === undefined || espera.user === start.user.name || espera.user === String(start.user.uid)
      ? []
      : [`the user is ${start.user.name} (${start.user.uid}) and not ${espera.user}`]),
    ...differs('listens', espera.listens?.join(', '), start.listens.map(({ port }) => port).join(', ')),
    ...differs('starts', espera.starts, start.starts),
    ...differs('layers', espera.layers, layers.length),
    ...differs('exit', espera.exit, start.exit),
    ...(espera.prints === undefined || start.output?.includes(espera.prints)
      ? []
      : [`prints ${JSON.stringify(start.output)} and not ${JSON.stringify(espera.prints)}`]),
    ...(espera.megabytes !== undefined && size.megabytes > espera.megabytes
      ? [`the image has ${size.megabytes} MB and not at most ${espera.megabytes}`]
      : []),
  ];
}

function updated(files: readonly Source[], { actualizar: workload, nueva: image, espera }: UpdateAction) {
  const { problems, ...rest } = askUpdate(manifests(files), { workload, image });
  if (!('answer' in rest) || !rest.answer) return unread(problems);
  const { picture } = rest.answer;
  if (!picture) return [`there is no ${workload} to update`];
  const { moments, end } = picture;
  return [
    ...(Object.keys(espera ?? {}).length > 0 ? [] : ['says not what it expects']),
    ...differs('end', espera?.end, end),
    ...differs('ready', espera?.ready, Math.min(...moments.map(({ oldReady, newReady }) => oldReady + newReady))),
    ...differs('pods', espera?.pods, Math.max(...moments.map(({ oldPods, newPods }) => oldPods + newPods))),
  ];
}

function scaled(files: readonly Source[], action: LoadAction): readonly string[] {
  const { espera } = action;
  const { problems, ...rest } = askScaling(manifests(files), loadOf(action));
  if (!('answer' in rest) || !rest.answer) return unread(problems);
  const { picture } = rest.answer;
  if (!picture) return ['there is no HorizontalPodAutoscaler'];
  const replicas = picture.moments.map((moment) => moment.replicas);
  return [
    ...(Object.keys(espera ?? {}).length > 0 ? [] : ['says not what it expects']),
    ...differs('blind', espera?.blind, picture.blind),
    ...differs('most', espera?.most, Math.max(...replicas)),
    ...differs('end', espera?.end, replicas.at(-1)),
  ];
}

function migrated(files: readonly Source[], action: MigrationAction): readonly string[] {
  const { espera, migrar, pasos } = action;
  const ids = pasos.map(({ id }) => id);
  const unknown = migrar.filter((id) => !ids.includes(id));
  const absent = pasos.flatMap(({ does }) =>
    'file' in does && !files.some(({ path }) => path === does.file) ? [does.file] : [],
  );
  if (unknown.length > 0) return unknown.map((id) => `there is no step ${id}`);
  if (absent.length > 0) return absent.map((file) => `there is no file ${file}`);
  const { problems, ...rest } = askMigration(manifests(files), migrationOf(action));
  if (!('answer' in rest) || !rest.answer) return unread(problems);
  const steps = rest.answer.picture?.steps ?? [];
  const lost = steps.filter(({ instants }) => instants.some((one) => one.length > 0)).map(({ id }) => id);
  return [
    ...(Object.keys(espera ?? {}).length > 0 ? [] : ['says not what it expects']),
    ...differs('lost', espera?.lost?.join(', '), lost.join(', ')),
    ...differs('refused', espera?.refused ?? 'none', steps.find(({ refused }) => refused)?.id ?? 'none'),
  ];
}

function differs<T>(what: string, wanted: T | undefined, found: T | undefined): readonly string[] {
  return wanted === undefined || wanted === found ? [] : [`${what}: ${String(found)} and not ${String(wanted)}`];
}

function unread(problems: readonly Finding[]): readonly string[] {
  const [first] = problems;
  if (!first) return ['has no manifest'];
  return [`cannot be read: ${sayFinding(first, 'en')} (${first.at.path})`];
}
