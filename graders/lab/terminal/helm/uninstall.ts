import { textAt } from '../../../core/fields.ts';
import { type LiveCluster, removeObject } from '../../cluster/index.ts';
import { withCluster } from '../desk/clusters.ts';
import { noted } from '../desk/desk.ts';
import { exists } from '../mesh/session.ts';
import type { Call, Outcome } from '../tool/tool.ts';
import { identityOf, isKept } from './deploy.ts';
import { badName } from './install.ts';
import { foreign } from './manifest.ts';
import { fails, inCluster, wantsAtLeast } from './session.ts';
import { historyOf, type Release, withoutRelease, withRelease } from './store.ts';
import { renderedOf } from './upgrade.ts';

/** `helm uninstall RELEASE…`. @see https://github.com/helm/helm/blob/main/pkg/action/uninstall.go */
export function uninstall(call: Call): Outcome {
  const wrong = wantsAtLeast(call, 1, 'RELEASE_NAME [...]');
  if (wrong) return wrong;
  let desk = call.desk;
  let stdout = '';
  for (const name of call.operands) {
    const one = inCluster({ ...call, desk }, (session) => {
      const at = { ...call, desk };
      if (badName(name) !== undefined) return fails(at, `uninstall: Release name is invalid: ${name}`);
      const history = historyOf(session, name);
      const last = history.at(-1);
      const told = `release "${name}" uninstalled\n`;
      if (!last)
        return call.flags.on('ignore-not-found')
          ? { desk, stdout: told, stderr: '', exit: 0 }
          : fails(at, `uninstall: Release not loaded: ${name}: release: not found`);
      if (last.status === 'uninstalled' && call.flags.on('keep-history'))
        return fails(at, `the release named ${JSON.stringify(name)} is already deleted`);
      const pieces = last.status === 'uninstalled' ? [] : renderedOf(last).pieces;
      const kept = pieces.filter(({ object }) => isKept(object));
      const mine = pieces.filter(({ object }) => {
        const { kind, name: of, namespace, group } = identityOf(object);
        const found = session.live.resources.find(
          (here) => here.kind === kind && here.group === group && here.name === of && here.namespace === namespace,
        );
        return found !== undefined && !isKept(object) && foreign(found.metadata, name, last.namespace) === undefined;
      });
      const list = kept.map(({ object }) => `[${String(object.kind)}] ${textAt(object.metadata, 'name')}\n`).join('');
      const info = kept.length === 0 ? '' : `These resources were kept due to the resource policy:\n${list}\n`;
      if (call.flags.on('dry-run')) return { desk, stdout: told, stderr: '', exit: 0 };
      const without = mine.reduce<LiveCluster>(
        (live, { object }) => removeObject(live, identityOf(object), desk.clock),
        session.live,
      );
      const stored = history.reduce<LiveCluster>(
        (live, release) => afterwards(live, release, release === last, call, desk.clock),
        without,
      );
      const next = withCluster(desk, session.named, stored);
      const isMesh = last.chart === 'istiod' && exists(session, 'Deployment', 'istiod', last.namespace);
      return {
        desk: isMesh ? noted(next, 'mesh.removed', { mesh: 'istio' }) : next,
        stdout: info + told,
        stderr: '',
        exit: 0,
      };
    });
    desk = one.desk;
    stdout += one.stdout;
    if (one.exit !== 0) return { ...one, stdout };
  }
  return { desk, stdout, stderr: '', exit: 0, seconds: 1 };
}

function afterwards(live: LiveCluster, release: Release, isLast: boolean, { flags }: Call, clock: number): LiveCluster {
  if (!flags.on('keep-history')) return withoutRelease(live, release, clock);
  const description = flags.text('description') ?? 'Uninstallation complete';
  if (isLast) return withRelease(live, { ...release, status: 'uninstalled', description }, clock);
  return release.status === 'deployed' ? withRelease(live, { ...release, status: 'superseded' }, clock) : live;
}
