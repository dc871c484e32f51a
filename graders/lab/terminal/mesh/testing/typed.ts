import { addCluster, openedCluster } from '../../desk/clusters.ts';
import type { Desk, Flow } from '../../desk/desk.ts';
import { openDesk } from '../../desk/open.ts';
import { runScript } from '../../shell/interpret.ts';
import { programsOf } from '../../shell/programs.ts';
import { freshShell } from '../../shell/state.ts';
import { tools } from '../../tools.ts';

/** A desk with some files and a cluster without a mesh. */
export function deskWith(files: Readonly<Record<string, string>> = {}, traffic: readonly Flow[] = []): Desk {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  return addCluster(openDesk(sources), { ...openedCluster({ name: 'kind', provider: 'kind' }, 0, []), traffic });
}

const programs = programsOf(tools);

/** Types lines into a shell. @returns the desk after them and what a person then has before them */
export function typed(
  desk: Desk,
  lines: string,
): { readonly desk: Desk; readonly text: string; readonly exit: number } {
  const ran = runScript({ desk, shell: freshShell }, lines, programs, { lang: 'en' });
  const text = ran.steps
    .map(({ command, output, exit }) => `$ ${command}\n${output}${exit === 0 ? '' : `[exit ${exit}]\n`}`)
    .join('');
  return { desk: ran.session.desk, text, exit: ran.steps.at(-1)?.exit ?? 0 };
}

/** An application of two pieces, as it ran before any mesh. */
export const shop = `
apiVersion: v1
kind: Namespace
metadata: { name: tienda }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: tienda }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: nginx:1.29, ports: [{ containerPort: 80 }] }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: api, namespace: tienda }
spec:
  selector: { matchLabels: { app: api } }
  template:
    metadata: { labels: { app: api } }
    spec: { containers: [{ name: api, image: nginx:1.29, ports: [{ containerPort: 80 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: api, namespace: tienda }
spec: { selector: { app: api }, ports: [{ port: 80 }] }
`;
