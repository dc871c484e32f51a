import type { Fields, LiveCluster } from '../../../cluster/index.ts';
import type { Command, Flag } from '../../tool/tool.ts';
import { mustFindAll } from '../ask/args.ts';
import { all, dryRun, filename, kustomize, output, recursive, selector, workloadOffers } from '../flags.ts';
import type { Item } from '../items.ts';
import { at, fieldsOf, itemsOf, withAt } from '../json.ts';
import { didName } from '../kinds.ts';
import { online, type Session } from '../session.ts';
import { Stop, wrong } from '../stop.ts';
import { dryRunOf, dryText } from '../write.ts';
import { type One, oneByOne } from './apply.ts';
import { change } from './change.ts';
import { named } from './scale.ts';

const common: readonly Flag[] = [filename, kustomize, recursive, selector, all, dryRun, output];
const beyond = ['local', 'template=', 'field-manager='];

/** Where a kind keeps its pods' specification. */
function specPath({ kind }: Item): readonly string[] {
  switch (kind.kind) {
    case 'Pod':
      return ['spec'];
    case 'CronJob':
      return ['spec', 'jobTemplate', 'spec', 'template', 'spec'];
    default:
      return ['spec', 'template', 'spec'];
  }
}

/** Changes the containers of what a call names: those of `-c`, or all (`*`). */
function onContainers(
  session: Session,
  items: readonly Item[],
  word: string,
  edit: (container: Fields) => Fields,
  which: string,
) {
  const dry = dryRunOf(session);
  return oneByOne(session, items, (live, item): One => {
    const path = specPath(item);
    const fits = (name: unknown) => which === '*' || String(name) === which;
    const names = [
      ...itemsOf(at(item.view, ...path, 'containers')),
      ...itemsOf(at(item.view, ...path, 'initContainers')),
    ].map(({ name }) => name);
    if (names.length === 0) throw wrong(`${didName(item.kind)}/${item.name} is not a resource with containers`);
    if (!names.some(fits)) throw wrong(`unable to find container named ${JSON.stringify(which)}`);
    const editAll = (data: Fields, key: string) => {
      const list = itemsOf(at(data, ...path, key));
      return list.length === 0
        ? data
        : (withAt(
            data,
            [...path, key],
            list.map((one) => (fits(one.name) ? edit(one) : one)),
          ) as Fields);
    };
    return stored(live, item, (data) => editAll(editAll(data, 'containers'), 'initContainers'), word, dry);
  });
}

function stored(
  live: LiveCluster,
  item: Item,
  edit: (data: Fields) => Fields,
  word: string,
  dry: ReturnType<typeof dryRunOf>,
): One {
  const done = change(live, item, edit, dry);
  return {
    ...done,
    word: `${word}${dryText(dry)}`,
    did: done.put.did === 'unchanged' ? 'unchanged' : 'configured',
  };
}

/** Words with `=` are values, the others name objects. */
function parted(words: readonly string[]): { readonly objects: readonly string[]; readonly pairs: readonly string[] } {
  return { objects: words.filter((word) => !isPair(word)), pairs: words.filter(isPair) };
}
const isPair = (word: string): boolean => word.includes('=') || /^[^/]+-$/.test(word);

function withWords(session: Session, operands: readonly string[]): Session {
  return { ...session, call: { ...session.call, operands } };
}

const image: Command = {
  name: 'image',
  says: { es: 'Cambia la imagen de un contenedor', en: 'Change the image of a container' },
  takes: '(-f FILENAME | TYPE NAME) CONTAINER_NAME_1=CONTAINER_IMAGE_1 ... CONTAINER_NAME_N=CONTAINER_IMAGE_N',
  offers: workloadOffers,
  flags: common,
  beyond,
  run: online((session) => {
    const { objects, pairs } = parted(session.call.operands);
    if (pairs.length === 0) throw new Stop('error: at least one image update is required');
    if (objects.length === 0 && !session.call.flags.has('filename'))
      throw new Stop('error: one or more resources must be specified as <resource> <name> or <resource>/<name>');
    const images = new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
    const items = named(withWords(session, objects), 'set image');
    const dry = dryRunOf(session);
    const done = oneByOne(session, items, (live, item): One => {
      const path = specPath(item);
      const names = [
        ...itemsOf(at(item.view, ...path, 'containers')),
        ...itemsOf(at(item.view, ...path, 'initContainers')),
      ].map(({ name }) => String(name));
      const unknown = [...images.keys()].find((name) => name !== '*' && !names.includes(name));
      if (unknown !== undefined) throw wrong(`unable to find container named ${JSON.stringify(unknown)}`);
      const edit = (data: Fields, key: string) => {
        const list = itemsOf(at(data, ...path, key));
        if (list.length === 0) return data;
        return withAt(
          data,
          [...path, key],
          list.map((one) => ({ ...one, image: images.get(String(one.name)) ?? images.get('*') ?? one.image })),
        ) as Fields;
      };
      return stored(live, item, (data) => edit(edit(data, 'containers'), 'initContainers'), 'image updated', dry);
    });
    return {
      ...done,
      out: session.call.flags.has('output') ? (done.out ?? '') : onlyChanged(done.out ?? '', done.facts ?? []),
    };
  }),
};

/** An object whose image is the same already is not told. */
function onlyChanged(out: string, facts: readonly { readonly data: Readonly<Record<string, unknown>> }[]): string {
  const names = new Set(facts.map(({ data }) => String(data.name)));
  return out.includes('dry run')
    ? out
    : out
        .split('\n')
        .filter((line) => line === '' || names.has(/\/(\S+) /.exec(line)?.[1] ?? ''))
        .join('\n');
}

const env: Command = {
  name: 'env',
  says: { es: 'Cambia las variables de entorno', en: 'Change the environment variables' },
  takes: 'RESOURCE/NAME KEY_1=VAL_1 ... KEY_N=VAL_N',
  offers: workloadOffers,
  flags: [
    ...common,
    { name: 'containers', short: 'c', value: 'text' },
    { name: 'env', short: 'e', value: 'text', says: { es: 'clave=valor', en: 'key=value' } },
    {
      name: 'from',
      value: 'text',
      says: { es: 'configmap/nombre o secret/nombre', en: 'configmap/name or secret/name' },
    },
    { name: 'prefix', value: 'text' },
    { name: 'keys', value: 'list' },
    { name: 'list', says: { es: 'Las lista y no cambia nada', en: 'List them and change nothing' } },
    { name: 'overwrite' },
  ],
  beyond: [...beyond, 'resolve'],
  run: online((session) => {
    const { flags } = session.call;
    const { objects, pairs } = parted([...session.call.operands, ...flags.all('env')]);
    const items = named(withWords(session, objects), 'set env');
    if (flags.on('list')) {
      return {
        out: items
          .flatMap((item) => {
            const path = specPath(item);
            return itemsOf(at(item.view, ...path, 'containers')).map(
              (one) =>
                `# ${didName(item.kind).replace(/\..*/, '')}s/${item.name}, container ${String(one.name)}\n${itemsOf(
                  one.env,
                )
                  .map((variable) =>
                    variable.valueFrom
                      ? `# ${String(variable.name)} from ${Object.keys(fieldsOf(variable.valueFrom))[0] ?? ''}\n`
                      : `${String(variable.name)}=${String(variable.value ?? '')}\n`,
                  )
                  .join('')}`,
            );
          })
          .join(''),
      };
    }
    const from = flags.text('from');
    const added = [
      ...pairs
        .filter((pair) => pair.includes('='))
        .map((pair): Fields => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1) })),
      ...(from === undefined ? [] : referenced(session, from)),
    ];
    const removed = new Set(pairs.filter((pair) => !pair.includes('=')).map((pair) => pair.slice(0, -1)));
    if (added.length === 0 && removed.size === 0)
      throw new Stop('error: at least one environment variable must be provided');
    const names = new Set(added.map(({ name }) => String(name)));
    const edit = (container: Fields): Fields => {
      const before = itemsOf(container.env).filter(({ name }) => !removed.has(String(name)));
      const kept = before.map((one) =>
        names.has(String(one.name)) ? (added.find(({ name }) => name === one.name) ?? one) : one,
      );
      const fresh = added.filter(({ name }) => !before.some((one) => one.name === name));
      const all_ = [...kept, ...fresh];
      const { env: _, ...rest } = container;
      return all_.length === 0 ? rest : { ...rest, env: all_ };
    };
    return onContainers(session, items, 'env updated', edit, flags.text('containers') ?? '*');
  }),
};

function referenced(session: Session, from: string): readonly Fields[] {
  const { flags } = session.call;
  const [source] = mustFindAll(session, [from], 'set env');
  if (!source || !/^(?:ConfigMap|Secret)$/.test(source.kind.kind))
    throw wrong(`unsupported resource specified in --from`);
  const keys = flags.has('keys') ? flags.list('keys') : Object.keys(fieldsOf(source.view.data)).sort();
  const ref = source.kind.kind === 'Secret' ? 'secretKeyRef' : 'configMapKeyRef';
  return keys.map((key) => ({
    name: `${flags.text('prefix') ?? ''}${key}`.toUpperCase().replace(/[^A-Z0-9_]/g, '_'),
    valueFrom: { [ref]: { key, name: source.name } },
  }));
}

const resources: Command = {
  name: 'resources',
  says: {
    es: 'Cambia lo que piden y lo que pueden los contenedores',
    en: 'Change what containers request and may use',
  },
  takes: '(-f FILENAME | TYPE NAME) ([--limits=LIMITS & --requests=REQUESTS]',
  offers: workloadOffers,
  flags: [
    ...common,
    { name: 'limits', value: 'text', says: { es: 'cpu=200m,memory=512Mi', en: 'cpu=200m,memory=512Mi' } },
    { name: 'requests', value: 'text', says: { es: 'cpu=100m,memory=256Mi', en: 'cpu=100m,memory=256Mi' } },
    { name: 'containers', short: 'c', value: 'text' },
  ],
  beyond,
  run: online((session) => {
    const { flags } = session.call;
    const read = (flag: string): Fields =>
      Object.fromEntries(
        (flags.text(flag) ?? '')
          .split(',')
          .filter(Boolean)
          .map((pair) => {
            const [name = '', amount] = pair.split('=');
            if (amount === undefined) throw wrong(`invalid argument syntax ${pair}, expected <resource>=<value>`);
            return [name, amount] as const;
          }),
      );
    if (!flags.has('limits') && !flags.has('requests'))
      throw new Stop('error: you must specify an update to requests or limits (in the form of --requests/--limits)');
    const [limits, requests] = [read('limits'), read('requests')];
    const edit = (container: Fields): Fields => {
      const merged = (key: string, more: Fields) => ({ ...fieldsOf(at(container, 'resources', key)), ...more });
      const kept = (values: Fields) =>
        Object.fromEntries(Object.entries(values).filter(([, amount]) => amount !== '0'));
      const [most, asked] = [kept(merged('limits', limits)), kept(merged('requests', requests))];
      return {
        ...container,
        resources: {
          ...(Object.keys(most).length > 0 && { limits: most }),
          ...(Object.keys(asked).length > 0 && { requests: asked }),
        },
      };
    };
    return onContainers(
      session,
      named(session, 'set resources'),
      'resource requirements updated',
      edit,
      flags.text('containers') ?? '*',
    );
  }),
};

const account: Command = {
  name: 'serviceaccount',
  aliases: ['sa'],
  says: { es: 'Cambia la ServiceAccount', en: 'Change the ServiceAccount' },
  takes: '(-f FILENAME | TYPE NAME) SERVICE_ACCOUNT',
  flags: common,
  beyond,
  run: online((session) => {
    const words = session.call.operands;
    const name = words.at(-1);
    if (name === undefined || words.length < 2) throw new Stop('error: serviceaccount is required');
    const dry = dryRunOf(session);
    return oneByOne(session, named(withWords(session, words.slice(0, -1)), 'set serviceaccount'), (live, item) =>
      stored(
        live,
        item,
        (data) =>
          withAt(
            withAt(data, [...specPath(item), 'serviceAccountName'], name),
            [...specPath(item), 'serviceAccount'],
            name,
          ) as Fields,
        'serviceaccount updated',
        dry,
      ),
    );
  }),
};

const setSelector: Command = {
  name: 'selector',
  says: { es: 'Cambia el selector de un Service', en: 'Change the selector of a Service' },
  takes: '(-f FILENAME | TYPE NAME) EXPRESSIONS',
  flags: common,
  beyond: [...beyond, 'resource-version='],
  run: online((session) => {
    const words = session.call.operands;
    const expression = words.at(-1) ?? '';
    if (!expression.includes('='))
      throw new Stop('error: one or more resources must be specified as <resource> <name> or <resource>/<name>');
    const labels = Object.fromEntries(
      expression.split(',').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    );
    const dry = dryRunOf(session);
    return oneByOne(session, named(withWords(session, words.slice(0, -1)), 'set selector'), (live, item) => {
      if (item.kind.kind !== 'Service') throw wrong('setting a selector is only supported for Services');
      return stored(
        live,
        item,
        (data) => withAt(data, ['spec', 'selector'], labels) as Fields,
        'selector updated',
        dry,
      );
    });
  }),
};

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_set/ */
export const set: Command = {
  name: 'set',
  says: { es: 'Cambia un aspecto de un objeto', en: 'Change one aspect of an object' },
  commands: [
    env,
    image,
    resources,
    setSelector,
    account,
    { name: 'subject', says: { es: 'Cambia a quién da derechos', en: 'Change whom it grants rights' } },
  ],
};
