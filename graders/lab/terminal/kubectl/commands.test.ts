import { describe, expect, it } from 'vitest';
import { few } from '../../../vitest/quick.ts';
import { openCluster } from '../../cluster/index.ts';
import { addCluster } from '../desk/clusters.ts';
import type { Desk } from '../desk/desk.ts';
import { openDesk } from '../desk/open.ts';
import { callTool } from '../tool/call.ts';
import type { Command } from '../tool/tool.ts';
import { deskWith, transcript, type } from './testing/transcript.ts';
import tool from './tool.ts';

const web = (more = '', image = 'nginx:1.28') =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  ${more}\n  selector: { matchLabels: { app: web } }\n  template:\n    metadata: { labels: { app: web } }\n    spec: { containers: [{ name: web, image: "${image}" }] }\n`;
const desk = (text: string) => deskWith([{ path: 'a.yaml', text }]);
const typed = (start: Desk, ...lines: string[]) =>
  lines.reduce((now, line) => type(now, `kubectl ${line}`).desk, start);
const says = (start: Desk, line: string) => {
  const { stdout, stderr } = type(start, `kubectl ${line}`);
  return `${stdout}${stderr}`.trim();
};

describe('apply', () => {
  it('keeps what others changed and takes away what is wanted no more', () => {
    const first = typed(
      desk(`${web('replicas: 2')}`),
      'apply -f a.yaml',
      'scale deploy web --replicas=4',
      'label deploy web dueno=yo',
    );
    const second = { ...first, files: desk(web('paused: true')).files };
    const done = typed(second, 'apply -f a.yaml');
    expect(says(done, 'get deploy web -o jsonpath={.spec.replicas}/{.spec.paused}/{.metadata.labels.dueno}')).toBe(
      '1/true/yo',
    );
  });

  it('does not touch replicas that the manifest does not name', () => {
    const done = typed(desk(web()), 'apply -f a.yaml', 'scale deploy web --replicas=4', 'apply -f a.yaml');
    expect(says(done, 'get deploy web -o jsonpath={.spec.replicas}')).toBe('4');
  });

  it('tells a field that does not exist as the server does, and where it is', () => {
    const { stderr, notes } = type(desk(web('replcas: 2')), 'kubectl apply -f a.yaml');
    expect(stderr).toBe(
      'Error from server (BadRequest): error when creating "a.yaml": Deployment in version "v1" cannot be handled as a Deployment: strict decoding error: unknown field "spec.replcas"\n',
    );
    expect(notes?.map(({ en }) => en.slice(0, 9))).toEqual(['a.yaml:5:']);
  });

  it('needs the definition of a kind that somebody else brings', () => {
    expect(
      says(
        desk('apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: v }\nspec: {}'),
        'apply -f a.yaml',
      ),
    ).toBe(
      'error: resource mapping not found for name: "v" namespace: "" from "a.yaml": no matches for kind "VirtualService" in version "networking.istio.io/v1"\nensure CRDs are installed first',
    );
  });

  it('goes on with the others where one is refused', () => {
    const both = `${web()}---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: Mal }\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: bien }\n`;
    const { stdout, exit } = type(desk(both), 'kubectl apply -f a.yaml');
    expect([stdout, exit]).toEqual(['deployment.apps/web created\nconfigmap/bien created\n', 1]);
  });

  it('changes nothing in a dry run', () => {
    const done = typed(
      desk(web()),
      'apply -f a.yaml --dry-run=client',
      'apply -f a.yaml --dry-run=server',
      'create ns a --dry-run=client',
      'delete ns default --dry-run=client',
    );
    expect(says(done, 'get deploy')).toBe('No resources found in default namespace.');
  });

  it('refuses another selector', () => {
    const first = typed(desk(web()), 'apply -f a.yaml');
    const other = { ...first, files: desk(web().replaceAll('app: web', 'app: otra')).files };
    expect(says(other, 'apply -f a.yaml')).toBe(
      'The Deployment "web" is invalid: spec.selector: Invalid value: {"matchLabels":{"app":"otra"}}: field is immutable',
    );
  });

  it('says which namespace is missing, and which does not fit', () => {
    expect(says(desk(web()), 'apply -f a.yaml -n nada')).toBe(
      'Error from server (NotFound): error when creating "a.yaml": namespaces "nada" not found',
    );
    expect(
      says(desk(web().replace('name: web }', 'name: web, namespace: default }')), 'apply -f a.yaml -n kube-system'),
    ).toContain('does not match the namespace "kube-system"');
  });
});

describe('get', () => {
  const some = typed(desk(web('replicas: 2')), 'apply -f a.yaml', 'rollout status deploy/web');

  it.each([
    ['get pods -l app=web,nada!=x --no-headers -o name', /^pod\/web-\w+-\w+\npod\/web-\w+-\w+$/],
    ["get pods -l 'app in (web, otra)' -o name", /^pod/],
    ['get pods -l app!=web', /^No resources found in default namespace.$/],
    ['get pods --field-selector=status.phase=Running -o name', /^pod/],
    ['get pods --field-selector=status.phase!=Running', /^No resources found/],
    [
      'get pods --field-selector=spec.image=x',
      /^Error from server \(BadRequest\): .*field label not supported: spec.image$/,
    ],
    ['get deploy/web svc/kubernetes', /^NAME +READY[\s\S]*deployment.apps\/web +2\/2[\s\S]*service\/kubernetes/],
    ['get deploy web nada', /^NAME[\s\S]*Error from server \(NotFound\): deployments.apps "nada" not found$/],
    ['get pod web/x', /^error: there is no need to specify a resource type as a separate argument/],
    ['get pods -o jsonpath={.items[0].spec.containers[0].image}', /^nginx:1.28$/],
    ['get pods -o jsonpath=\'{.items[?(@.status.phase=="Running")].metadata.labels.app}\'', /^web web$/],
    [
      'get pods -o jsonpath=\'{.items[*]["metadata.name", "spec.nodeName"]}\'',
      /^web-\w+-\w+ web-\w+-\w+ kind-control-plane kind-control-plane$/,
    ],
    ['get pods -o \'go-template={{range .items}}{{.metadata.labels.app}}{{"\\n"}}{{end}}\'', /^web\nweb$/],
    ["get pods -o go-template --template '{{len .items}}'", /^2$/],
    ['get deploy web -o go-template={{.spec.nada}}', /^<no value>$/],
    ['get deploy web -o kyaml', /^timonel: .*kyaml/],
    ['get deploy web -o nada', /^error: unable to match a printer suitable for the output format "nada"/],
    ['get pods --sort-by=.nada', /^error: couldn't find any field with path/],
    ['get pods -A -o name', /^pod\/web/],
    ['get', /^error: You must provide one or more resources/],
    ['get pods web -l a=b', /^error: name cannot be provided when a selector is specified$/],
  ])('%s', (line, expected) => expect(says(some, line)).toMatch(expected));

  it('watches until nothing changes', () => {
    const { stdout, desk: next } = type(type(desk(web()), 'kubectl apply -f a.yaml').desk, 'kubectl get pods -w');
    expect(stdout.split('\n').map((row) => row.split(/ +/)[2])).toEqual([
      'STATUS',
      'ContainerCreating',
      'Running',
      undefined,
    ]);
    expect(next.clock).toBeGreaterThan(1);
  });
});

describe('workloads', () => {
  it('undo goes back to the revision before, and pause holds an update', () => {
    const start = typed(
      desk(web()),
      'apply -f a.yaml',
      'rollout status deploy/web',
      'set image deploy/web web=nginx:1.29',
      'rollout status deploy/web',
    );
    const image = (now: Desk) => says(now, 'get deploy web -o jsonpath={.spec.template.spec.containers[0].image}');
    expect(image(start)).toBe('nginx:1.29');
    expect(image(typed(start, 'rollout undo deploy/web'))).toBe('nginx:1.28');
    expect(image(typed(start, 'rollout undo deploy/web', 'rollout undo deploy/web'))).toBe('nginx:1.29');
    expect(says(start, 'rollout undo deploy/web --to-revision=7')).toBe(
      'error: unable to find specified revision 7 in history',
    );
    const paused = typed(start, 'rollout pause deploy/web', 'set image deploy/web web=nginx:1.27');
    expect(says(paused, 'get rs -o name').split('\n')).toHaveLength(2);
    expect(says(typed(paused, 'rollout resume deploy/web'), 'get rs -o name').split('\n')).toHaveLength(3);
  });

  it('a restart makes every pod anew', () => {
    const start = typed(desk(web('replicas: 2')), 'apply -f a.yaml', 'rollout status deploy/web');
    const names = (now: Desk) => says(now, 'get pods -o name').split('\n');
    const restarted = typed(start, 'rollout restart deploy/web', 'rollout status deploy/web');
    const later = { ...restarted, clock: restarted.clock + 60 };
    expect(names(later)).toHaveLength(2);
    expect(names(later).some((name) => names(start).includes(name))).toBe(false);
  });

  it('a rollout that exceeds its deadline says so', () => {
    const start = typed(desk(web('progressDeadlineSeconds: 30', 'ngnix')), 'apply -f a.yaml');
    const { stderr, exit, desk: next } = type(start, 'kubectl rollout status deploy/web');
    expect([stderr, exit]).toEqual(['error: deployment "web" exceeded its progress deadline\n', 1]);
    expect(next.clock).toBe(30);
  });

  it('environment, resources and accounts are set and taken away', () => {
    const start = typed(
      desk(web()),
      'apply -f a.yaml',
      'set env deploy/web A=1 B=2',
      'set env deploy/web A-',
      'set resources deploy web --limits=cpu=200m --requests=cpu=100m',
    );
    expect(says(start, 'set env deploy/web --list')).toBe('# deployments/web, container web\nB=2');
    expect(says(start, 'get deploy web -o jsonpath={.spec.template.spec.containers[0].resources}')).toBe(
      '{"limits":{"cpu":"200m"},"requests":{"cpu":"100m"}}',
    );
  });

  it('an autoscaler is made for a workload, and is blind without metrics', () => {
    const start = typed(desk(web()), 'apply -f a.yaml', 'autoscale deploy web --min=2 --max=5 --cpu=50%');
    const later = { ...start, clock: 60 };
    expect(says(later, 'get hpa --no-headers')).toMatch(/^web +Deployment\/web +cpu: <unknown>\/50% +2 +5 +2 +\d+s$/);
    expect(says(later, 'top pods')).toBe('error: Metrics API not available');
  });

  it('what a load uses is measured where the world has one', () => {
    const busy = typed(
      deskWith([{ path: 'a.yaml', text: web() }], { usage: () => ({ cpu: 250, memory: 64 * 2 ** 20 }) }),
      'apply -f a.yaml',
      'rollout status deploy/web',
    );
    expect(says(busy, 'top pods --no-headers')).toMatch(/^web-\w+-\w+ +250m +64Mi$/);
  });
});

describe('waiting', () => {
  it('for conditions, values and the end of things', () => {
    const start = typed(desk(web()), 'apply -f a.yaml');
    expect(says(start, 'wait --for=condition=available deploy/web')).toBe('deployment.apps/web condition met');
    expect(says(start, "wait --for=jsonpath='{.status.readyReplicas}'=1 deploy/web")).toBe(
      'deployment.apps/web condition met',
    );
    expect(says(start, 'wait --for=delete deploy/web --timeout=1s')).toBe(
      'error: timed out waiting for the condition on deployments.apps/web',
    );
    expect(says(start, 'wait --for=condition=Ready pod -l app=nada --timeout=1s')).toBe(
      'error: no matching resources found',
    );
    expect(says(start, 'wait --for=nada deploy/web')).toBe('error: unrecognized condition: "nada"');
  });

  it('until a deleted pod is gone: a server soon, a shell after its grace', () => {
    const clock = (line: string) => {
      const start = typed(deskWith(), line, 'wait --for=condition=Ready pod/p');
      return type(start, 'kubectl delete pod p').desk.clock - start.clock;
    };
    expect(clock('run p --image=nginx:1.28')).toBe(1);
    expect(clock('run p --image=busybox --command -- sleep 3600')).toBe(30);
  });
});

describe('inside', () => {
  const start = typed(deskWith(), 'run p --image=nginx:1.28 --env=COLOR=azul', 'wait --for=condition=Ready pod/p');

  it.each([
    ['exec p -- printenv COLOR', 'azul', 0],
    ['exec p -- cat /usr/share/nginx/html/nada', 'exit code 1', 1],
    ['exec p -- nada', 'executable file not found in $PATH', 1],
    ['exec p', 'you must specify at least one command', 1],
    ['exec p ls', 'Use exec [POD] -- [COMMAND] instead', 1],
    ['exec nada -- ls', 'pods "nada" not found', 1],
    ['exec p -c nada -- ls', 'container nada not found in pod p_default', 1],
    ['logs p', 'start worker processes', 0],
    ['logs p --tail=1', 'start worker processes', 0],
    ['logs p -p', 'previous terminated container "p" in pod "p" not found', 1],
    ['port-forward p 8080:80', 'Forwarding from 127.0.0.1:8080 -> 80', 0],
    ['port-forward p 8080:http', "does not have a named port 'http'", 1],
    ['port-forward svc/nada 80', 'services "nada" not found', 1],
  ])('%s', (line, expected, exit) => {
    const done = type(start, `kubectl ${line}`);
    expect(`${done.stdout}${done.stderr}`).toContain(expected);
    expect(done.exit).toBe(exit);
  });

  it('a forwarded port stays open', () => {
    expect(type(start, 'kubectl port-forward pod/p :80').stays).toMatchObject({
      kind: 'port-forward',
      pod: 'p',
      remote: 80,
    });
  });

  it('what nobody knows is said to be unknown', () => {
    const opaque = typed(deskWith(), 'run q --image=ejemplo.es/algo:1', 'wait --for=condition=Ready pod/q');
    expect(type(opaque, 'kubectl logs q').beyond?.es).toContain('no sabe');
  });
});

it('without a cluster nobody answers', () => {
  const nothing = openDesk();
  expect(says(nothing, 'get pods')).toBe(
    'The connection to the server localhost:8080 was refused - did you specify the right host or port?',
  );
  expect(says(nothing, 'version --client')).toMatch(/^Client Version: v1\.36/);
  expect(says(nothing, 'config current-context')).toBe('error: current-context is not set');
});

it('every command says what it is for in both languages, and answers --help', () => {
  const all = (command: Command, path: readonly string[]): readonly (readonly string[])[] => [
    path,
    ...(command.commands ?? []).flatMap((one) => all(one, [...path, one.name])),
  ];
  for (const path of few(all(tool.command, ['kubectl']), 10)) {
    for (const lang of ['es', 'en'] as const) {
      const { stdout, exit } = callTool(tool, [...path, '--help'], {
        desk: deskWith(),
        stdin: '',
        cwd: '/',
        env: {},
        tty: true,
        lang,
      });
      expect([exit, stdout.length > 40]).toEqual([0, true]);
    }
  }
});

it('types the same twice and gives the same', () => {
  const lines =
    'kubectl create deployment a --image=nginx --replicas=3\nsleep 9\nkubectl get pods -o wide\nkubectl get events\nkubectl get deploy a -o yaml';
  expect(transcript(deskWith(), lines)).toBe(transcript(deskWith(), lines));
});

describe('what somebody leaves in a container', () => {
  const both = `${web('replicas: 1')}---\napiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { app: web }, ports: [{ port: 80 }] }\n`;
  const start = typed(desk(both), 'apply -f a.yaml', 'rollout status deploy/web');
  const write = "exec deploy/web -- sh -c 'echo nuevo > /usr/share/nginx/html/index.html'";

  it('is there for the next command, and is what others are served', () => {
    expect(says(typed(start, write), 'exec deploy/web -- cat /usr/share/nginx/html/index.html')).toBe('nuevo');
    expect(says(typed(start, write), 'exec deploy/web -- curl -s http://web')).toBe('nuevo');
    expect(says(typed(start, write), 'exec deploy/web -- curl -s localhost')).toBe('nuevo');
  });

  it('is gone with its pod', () => {
    const anew = typed(start, write, 'delete pod -l app=web', 'rollout status deploy/web');
    expect(says(anew, 'exec deploy/web -- curl -s http://web')).toContain('Welcome to nginx!');
  });

  it('says so where nobody knows what is printed', () => {
    expect(type(start, 'kubectl exec deploy/web -- uname -a').notes?.map(({ en }) => en)).toEqual([
      'The lab does not know what `uname -a` prints inside the container.',
    ]);
  });
});

describe('requests from inside', () => {
  const both = `${web('replicas: 2')}---\napiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { selector: { app: web }, ports: [{ port: 80 }] }\n`;
  const start = typed(desk(both), 'apply -f a.yaml', 'rollout status deploy/web');

  it.each([
    ['exec deploy/web -- curl -s http://web', 'Welcome to nginx!', 0],
    ["exec deploy/web -- curl -s -o /dev/null -w '%{http_code}' http://web/nada", '404', 0],
    ['exec deploy/web -- curl -fsS http://web/nada', 'curl: (22)', 22],
    ['exec deploy/web -- curl -sS http://otra', 'curl: (6) Could not resolve host: otra', 6],
    ['exec deploy/web -- curl -sS http://web:81', 'curl: (7) Failed to connect to web port 81', 7],
    ["exec deploy/web -- sh -c 'curl -sI http://web'", 'HTTP/1.1 200 OK', 0],
    ['exec deploy/web -- curl -s localhost', 'Welcome to nginx!', 0],
    ["exec deploy/web -- curl -s -o /dev/null -w '%{http_code}' http://127.0.0.1/nada", '404', 0],
    ['exec deploy/web -- curl -sS localhost:81', 'curl: (7) Failed to connect to localhost port 81', 7],
    ['run t --image=busybox --rm -it --restart=Never -- wget -qO- http://web', 'Welcome to nginx!', 0],
    [
      'run t --image=busybox --rm -it --restart=Never -- wget -qO- http://web:81',
      "wget: can't connect to remote host",
      1,
    ],
    ['run t --image=curlimages/curl --rm -it --restart=Never -- curl -s http://web', 'Welcome to nginx!', 0],
    ['run t --image=curlimages/curl --rm -it --restart=Never -- -s http://web', 'Welcome to nginx!', 0],
    ['exec deploy/web -- sh -c "curl -s http://web/ > /tmp/a; grep -c nginx /tmp/a"', '', 0],
  ])('%s', (line, expected, exit) => {
    const done = type(start, `kubectl ${line}`);
    expect(`${done.stdout}${done.stderr}`).toContain(expected);
    expect([done.exit, done.desk.sent.length, done.beyond]).toEqual([exit, 1, undefined]);
  });

  it.each([
    ["exec deploy/web -- sh -c 'for i in $(seq 4); do curl -s -o /dev/null http://web; done'", '', 0, 4],
    [
      `exec deploy/web -- sh -c 'curl -s -o /dev/null -w "%{http_code} " web; curl -s -o /dev/null -w %{http_code} web/nada'`,
      '200 404',
      0,
      2,
    ],
    ["exec deploy/web -- sh -c 'curl -sf web/nada || exit 3'", 'command terminated with exit code 3', 3, 1],
    ["exec deploy/web -- sh -c 'wget -qO- web; echo $?'", '127', 0, 0],
    [
      "run t --image=busybox --rm -i --restart=Never -- sh -c 'n=0; while [ $n -lt 3 ]; do wget -q --spider web; n=$((n+1)); done'",
      '',
      0,
      3,
    ],
  ])('of a script: %s', (line, expected, exit, sent) => {
    const done = type(start, `kubectl ${line}`);
    expect(`${done.stdout}${done.stderr}`).toContain(expected);
    expect([done.exit, done.desk.sent.length, done.beyond]).toEqual([exit, sent, undefined]);
    expect(done.desk.files).toEqual(start.files);
  });

  it('of a script without an end go on until somebody stops it', () => {
    const done = type(
      start,
      "kubectl exec deploy/web -- sh -c 'while true; do curl -s -o /dev/null web; sleep 1; done'",
    );
    expect(done.stays).toEqual({ kind: 'watch' });
    expect(done.desk.sent.length).toBeGreaterThan(50);
  });

  it('see the version that an update brought', () => {
    const at = (version: string) => `deployment b --image=docker.io/jocatalin/kubernetes-bootcamp:${version}`;
    const first = typed(deskWith(), `create ${at('v1')}`, 'expose deploy b --port=8080', 'rollout status deploy/b');
    const asks = 'run t --image=busybox --rm -it --restart=Never -- wget -qO- http://b:8080';
    expect(says(first, asks)).toContain('| v=1');
    const second = typed(
      first,
      'set image deploy/b kubernetes-bootcamp=docker.io/jocatalin/kubernetes-bootcamp:v2',
      'rollout status deploy/b',
    );
    expect(says({ ...second, clock: second.clock + 5 }, asks)).toContain('| v=2');
  });
});

it('lists the machines of a world that names none', () => {
  const start = addCluster(openDesk(), { name: 'c', provider: 'given', context: 'c', live: openCluster(0) });
  expect(
    says(start, 'get nodes --no-headers')
      .split('\n')
      .map((row) => row.split(/ +/).slice(0, 3)),
  ).toEqual(['node-1', 'node-2', 'node-3'].map((name) => [name, 'Ready', '<none>']));
  expect(says(start, 'describe node node-2')).toContain('InternalIP:  192.168.8.12');
});
