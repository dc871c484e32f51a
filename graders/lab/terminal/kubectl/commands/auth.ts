import { type AccessRequest, canI, stateAt } from '../../../cluster/index.ts';
import type { Command } from '../../tool/tool.ts';
import { everywhere, noHeaders } from '../flags.ts';
import { kindNamed, kindsOf } from '../kinds.ts';
import { tableText } from '../print/table.ts';
import { online, type Session } from '../session.ts';
import { Stop } from '../stop.ts';

const canICommand: Command = {
  name: 'can-i',
  says: { es: 'Si alguien puede hacer algo', en: 'Whether somebody may do something' },
  takes: 'VERB [TYPE | TYPE/NAME | NONRESOURCEURL]',
  flags: [
    everywhere,
    noHeaders,
    { name: 'quiet', short: 'q', says: { es: 'Solo el código de salida', en: 'The exit code only' } },
    { name: 'list', says: { es: 'Todo lo que puede', en: 'All that is allowed' } },
    { name: 'subresource', value: 'text' },
  ],
  run: online((session) => {
    const { call, live } = session;
    const { flags } = call;
    const who = identity(session);
    const state = stateAt(live, live.clock);
    const where = flags.on('all-namespaces') ? {} : { namespace: session.namespace };
    const allowed = (verb: string, resource: string, group: string, name?: string) =>
      canI(state, { ...who, ...where, verb, resource, group, ...(name !== undefined && { name }) }).outcome.decision ===
      'allowed';
    if (flags.on('list')) return { out: listed(session, allowed, !flags.on('no-headers')) };
    const [verb, written, extra] = call.operands;
    if (verb === undefined || written === undefined)
      throw new Stop(
        "error: you must specify two arguments: verb resource or verb resource/resourceName.\nSee 'kubectl auth can-i -h' for help and examples.",
      );
    const [type = '', slashed] = written.startsWith('/') ? [written] : written.split('/', 2);
    const kind = type === '*' || type.startsWith('/') ? undefined : kindNamed(live, type);
    const subresource = flags.text('subresource');
    const resource = `${kind?.plural ?? type}${subresource === undefined ? '' : `/${subresource}`}`;
    const warnings = [
      ...(kind === undefined && type !== '*' && !type.startsWith('/')
        ? [`Warning: the server doesn't have a resource type '${type}'\n`]
        : []),
      ...(kind && !kind.namespaced
        ? [
            `Warning: resource '${kind.plural}' is not namespace scoped${kind.group === '' ? '' : ` in group '${kind.group}'`}\n`,
          ]
        : []),
    ];
    const scoped = kind && !kind.namespaced ? {} : where;
    const name = slashed ?? extra;
    const decision = canI(state, {
      ...who,
      ...scoped,
      verb,
      resource,
      group: kind?.group ?? '',
      ...(name !== undefined && { name }),
    }).outcome.decision;
    const yes = decision === 'allowed';
    return {
      out: flags.on('quiet') ? '' : `${yes ? 'yes' : 'no'}\n`,
      err: warnings.join(''),
      exit: yes ? 0 : 1,
      facts: [{ did: 'access.asked', data: { verb, resource, allowed: yes } }],
    };
  }),
};

/** Who asks: the administrator of the kubeconfig, or whom `--as` names. */
export function identity({ call }: Pick<Session, 'call'>): Pick<AccessRequest, 'user' | 'groups'> {
  const as = call.flags.text('as');
  const groups = call.flags.all('as-group');
  if (as === undefined) return { user: 'kubernetes-admin', groups: ['system:masters', 'system:authenticated'] };
  return { user: as, groups: [...groups, 'system:authenticated'] };
}

function listed(
  { live }: Session,
  allowed: (verb: string, resource: string, group: string) => boolean,
  headers: boolean,
): string {
  const verbs = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete'];
  const rows = kindsOf(live).flatMap(({ plural, group }) => {
    const may = verbs.filter((verb) => allowed(verb, plural, group));
    return may.length === 0
      ? []
      : [
          [
            group === '' ? plural : `${plural}.${group}`,
            '[]',
            '[]',
            `[${may.length === verbs.length ? '*' : may.join(' ')}]`,
          ],
        ];
  });
  return tableText(headers ? ['Resources', 'Non-Resource URLs', 'Resource Names', 'Verbs'] : undefined, rows).replace(
    /^RESOURCES.*$/m,
    (line) =>
      line
        .replace('RESOURCES', 'Resources')
        .replace('NON-RESOURCE URLS', 'Non-Resource URLs')
        .replace('RESOURCE NAMES', 'Resource Names')
        .replace('VERBS', 'Verbs'),
  );
}

const whoami: Command = {
  name: 'whoami',
  says: { es: 'Quién eres para el clúster', en: 'Who you are for the cluster' },
  flags: [],
  run: online((session) => {
    const { user = '', groups = [] } = identity(session);
    return {
      out: tableText(
        ['Attribute', 'Value'],
        [
          ['Username', user],
          ['Groups', `[${groups.join(' ')}]`],
        ],
      ),
    };
  }),
};

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_auth/ */
export const auth: Command = {
  name: 'auth',
  says: { es: 'Permisos', en: 'Rights' },
  commands: [canICommand, whoami, { name: 'reconcile', says: { es: 'Completa roles', en: 'Complete roles' } }],
};
