import type { Source } from '../../../../core/source.ts';
import { type LiveHooks, madeObject, openCluster } from '../../../cluster/index.ts';
import { addCluster } from '../../desk/clusters.ts';
import { type Desk, home } from '../../desk/desk.ts';
import { openDesk } from '../../desk/open.ts';
import { callTool } from '../../tool/call.ts';
import type { Outcome } from '../../tool/tool.ts';
import tool from '../tool.ts';

const node = madeObject({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'kind-control-plane', labels: { 'node-role.kubernetes.io/control-plane': '' } },
  status: {
    addresses: [{ type: 'InternalIP', address: '172.18.0.2' }],
    allocatable: { cpu: '4', memory: '8Gi', pods: '110' },
    capacity: { cpu: '4', memory: '8Gi', pods: '110' },
    conditions: [
      {
        type: 'Ready',
        status: 'True',
        reason: 'KubeletReady',
        message: 'kubelet is posting ready status',
        lastTransitionTime: '2026-02-02T09:00:00Z',
      },
    ],
    nodeInfo: {
      kubeletVersion: 'v1.36.0',
      osImage: 'Debian GNU/Linux 13 (trixie)',
      kernelVersion: '6.12.0',
      containerRuntimeVersion: 'containerd://2.2.0',
      operatingSystem: 'linux',
      architecture: 'amd64',
    },
  },
});

/** A desk with some files and a cluster of one node, as `kind` makes it. */
export function deskWith(files: readonly Source[] = [], hooks: LiveHooks = {}): Desk {
  return addCluster(openDesk(files), {
    name: 'kind',
    provider: 'kind',
    context: 'kind-kind',
    live: openCluster(0, [node], hooks),
  });
}

/** Runs one line; quotes keep blanks together. */
export function type(desk: Desk, line: string, stdin = ''): Outcome {
  const words = line.match(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g) ?? [];
  const argv = words.map((word) =>
    word.replace(/'([^']*)'|"([^"]*)"/g, (_, a: string | undefined, b: string | undefined) => a ?? b ?? ''),
  );
  return callTool(tool, argv, { desk, stdin, cwd: home, env: {}, tty: true, lang: 'en' });
}

/** Types lines one after the other, a second each; `sleep N` lets time pass. What a person then has before them. */
export function transcript(start: Desk, lines: string): string {
  let desk = start;
  let out = '';
  for (const line of lines
    .trim()
    .split('\n')
    .map((one) => one.trim())) {
    const [, seconds] = /^sleep (\d+)$/.exec(line) ?? [];
    if (seconds !== undefined) {
      desk = { ...desk, clock: desk.clock + Number(seconds) };
      out += `$ ${line}\n`;
      continue;
    }
    const { stdout, stderr, exit, stays, desk: next } = type(desk, line);
    out += `$ ${line}\n${stdout}${stdout === '' || stdout.endsWith('\n') ? '' : '\n'}${stderr}${exit === 0 ? '' : `[exit ${exit}]\n`}${stays ? '^C\n' : ''}`;
    desk = { ...next, clock: next.clock + 1 };
  }
  return out;
}
