import { describe, expect, it } from 'vitest';
import { settle } from '../settle.ts';
import { world } from '../testing/world.ts';

/** Runs one pod of a closed world and tells what became of it. */
function run(spec: string, more = '') {
  const text = `apiVersion: v1\nkind: Pod\nmetadata: { name: p, labels: { app: p } }\nspec: ${spec}\n${more}`;
  const resources = world(text);
  expect(resources.length).toBeGreaterThan(0);
  const { state, hops } = settle(resources, { world: 'closed' });
  const [pod] = state.pods;
  return {
    phase: pod?.phase,
    ready: pod?.ready,
    why: pod?.problem?.message.replace('cluster/', ''),
    reasons: pod?.containers.map(({ reason, state }) => reason ?? state),
    listens: pod?.containers.map(({ listens }) => listens),
    hops,
  };
}

const one = (rest: string, image = 'nginx') => `{ containers: [{ name: web, image: ${image}, ${rest} }] }`;

describe('a pod with one container', () => {
  it('is ready when its image serves', () => {
    expect(run('{ containers: [{ name: web, image: nginx:1.29 }] }')).toMatchObject({
      phase: 'Running',
      ready: true,
      listens: [[80]],
    });
  });

  it.each([
    ['an image nobody has', '{ containers: [{ name: web, image: ngnix }] }', 'ImagePullBackOff', 'imageMissingNear'],
    ['a name that is no image', '{ containers: [{ name: web, image: Nginx }] }', 'InvalidImageName', 'imageInvalid'],
    ['an image it may not pull', one('imagePullPolicy: Never'), 'ErrImageNeverPull', 'imageNeverPulled'],
    ['a command that ends', one('command: [echo, hola]'), 'CrashLoopBackOff', 'restarting'],
    ['a shell without a script', one('command: [sh]'), 'CrashLoopBackOff', 'restarting'],
    ['nginx in the background', one('command: [nginx]'), 'CrashLoopBackOff', 'daemonised'],
    ['arguments split at a blank', one('command: [nginx, -g, daemon, off;]'), 'CrashLoopBackOff', 'usage'],
    ['a directive without its semicolon', one('command: [nginx, -g, daemon off]'), 'CrashLoopBackOff', 'usage'],
    ['flags where the program belongs', one('args: [-g, daemon off;]'), 'CrashLoopBackOff', 'optionAlone'],
    ['a program that is not in the image', one('command: [/app/start]'), 'StartError', 'programMissing'],
    [
      'a Secret that does not exist',
      one('envFrom: [{ secretRef: { name: s } }]'),
      'CreateContainerConfigError',
      'objectMissing',
    ],
    [
      'root where it is forbidden',
      one('securityContext: { runAsNonRoot: true }'),
      'CreateContainerConfigError',
      'runsAsRoot',
    ],
    ['a user that cannot write', one('securityContext: { runAsUser: 101 }'), 'CrashLoopBackOff', 'cannotWrite'],
    [
      'no capabilities',
      one('securityContext: { capabilities: { drop: [ALL] } }'),
      'CrashLoopBackOff',
      'capabilityMissing',
    ],
    ['a read-only disk', one('securityContext: { readOnlyRootFilesystem: true }'), 'CrashLoopBackOff', 'cannotWrite'],
    ['memory in thousandths', one('resources: { limits: { memory: 128m } }'), 'RunContainerError', 'memoryTooSmall'],
    [
      'a liveness probe on another port',
      one('livenessProbe: { httpGet: { port: 8080 } }'),
      'CrashLoopBackOff',
      'probeRefused',
    ],
    [
      'a liveness probe on a page it lacks',
      one('livenessProbe: { httpGet: { path: /health, port: 80 } }'),
      'CrashLoopBackOff',
      'probeStatus',
    ],
    [
      'a startup probe that fails',
      one('startupProbe: { tcpSocket: { port: 81 } }'),
      'CrashLoopBackOff',
      'probeRefused',
    ],
    [
      'a probe of the node',
      one('livenessProbe: { httpGet: { host: localhost, port: 80 } }'),
      'CrashLoopBackOff',
      'probeHost',
    ],
    [
      'a probe that runs what is not there',
      one('livenessProbe: { exec: { command: [ps, aux, --no] } }', 'gcr.io/distroless/static'),
      'CreateContainerError',
      'noCommand',
    ],
    [
      'a database without its password',
      '{ containers: [{ name: db, image: postgres:18 }] }',
      'CrashLoopBackOff',
      'variableMissing',
    ],
  ])('is not ready with %s', (_, spec, reason, why) => {
    expect(run(spec)).toMatchObject({ ready: false, reasons: [reason], why });
  });

  it.each([
    ['livenessProbe: { httpGet: { port: http } }', true, undefined],
    ['livenessProbe: { exec: { command: [no-such-program] } }', true, undefined],
    ['readinessProbe: { tcpSocket: { port: http } }', false, 'probePortName'],
    ['readinessProbe: { exec: { command: [no-such-program] } }', false, 'probeProgram'],
    ['startupProbe: { exec: { command: [/no/such/program, a] } }', false, 'probeProgram'],
  ])('restarts nothing for a probe that cannot be asked: %s', (probe, ready, why) => {
    const pod = run(one(probe));
    expect(pod).toMatchObject({ phase: 'Running', ready, reasons: ['running'] });
    expect(pod.why).toBe(why);
  });

  it('restarts a container for a command of its shell that is not found', () => {
    const pod = run(one('livenessProbe: { exec: { command: [sh, -c, no-such-program] } }'));
    expect(pod).toMatchObject({ ready: false, reasons: ['CrashLoopBackOff'], why: 'probeCommand' });
  });

  it('runs but is not ready when its readiness probe fails', () => {
    const pod = run(one('readinessProbe: { httpGet: { path: /listo, port: 80 } }'));
    expect(pod).toMatchObject({ phase: 'Running', ready: false, reasons: ['running'], why: 'probeStatus' });
  });

  it.each([
    ['the server in the foreground', one('command: [nginx, -g, daemon off;]')],
    ['the program first among the arguments', one('args: [nginx, -g, "daemon off;"]')],
    [
      'a shell that ends in the server',
      one(`command: [sh, -c, "echo hola > /usr/share/nginx/html/index.html && exec nginx -g 'daemon off;'"]`),
    ],
    ['a daemon and something that waits', one('command: [sh, -c, "nginx && tail -f /var/log/nginx/access.log"]')],
    [
      'a good probe of each kind',
      one(
        'livenessProbe: { httpGet: { path: "/?a=1", port: 80 } }, readinessProbe: { tcpSocket: { port: 80 } }, startupProbe: { exec: { command: [curl, -f, "http://localhost/"] } }',
      ),
    ],
    ['a named port', one('ports: [{ name: web, containerPort: 80 }], livenessProbe: { httpGet: { port: web } }')],
    [
      'the capabilities nginx needs',
      one('securityContext: { capabilities: { drop: [ALL], add: [CHOWN, SETGID, SETUID, NET_BIND_SERVICE] } }'),
    ],
    ['an optional Secret', one('envFrom: [{ secretRef: { name: s, optional: true } }]')],
    [
      'BusyBox as a web server',
      '{ containers: [{ name: web, image: busybox, command: [httpd, -f, -p, "8080", -h, /www], readinessProbe: { tcpSocket: { port: 8080 } } }] }',
    ],
    [
      'a program the catalogue may have forgotten',
      '{ containers: [{ name: cron, image: "alpine:3.23", command: [crond, -f] }] }',
    ],
    [
      'a probe of a port the catalogue may have forgotten',
      '{ containers: [{ name: j, image: jaegertracing/all-in-one, readinessProbe: { httpGet: { port: 14269 } } }] }',
    ],
    [
      'a probe with a tool the catalogue may have forgotten',
      '{ containers: [{ name: m, image: "mongo:8", livenessProbe: { exec: { command: [mongosh, --eval, "1"] } } }] }',
    ],
    [
      'the real program of an image',
      '{ containers: [{ name: p, image: prom/prometheus, command: [/bin/prometheus], args: [--config.file=/etc/p.yml] }] }',
    ],
    ['an image of somebody', '{ containers: [{ name: web, image: ghcr.io/equipo/web:1 }] }'],
    [
      'a database with its password',
      '{ containers: [{ name: db, image: postgres:18, env: [{ name: POSTGRES_PASSWORD, value: x }] }] }',
    ],
  ])('is ready with %s', (_, spec) => expect(run(spec)).toMatchObject({ ready: true, why: undefined }));
});

describe('a pod that ends', () => {
  it.each([
    ['Never', 'exit 0', 'Succeeded'],
    ['OnFailure', 'exit 0', 'Succeeded'],
    ['Never', 'exit 3', 'Failed'],
    ['OnFailure', 'exit 3', 'Running'],
    ['Always', 'exit 0', 'Running'],
  ])('with restartPolicy %s and %s is %s', (restartPolicy, script, phase) => {
    const spec = `{ restartPolicy: ${restartPolicy}, containers: [{ name: t, image: busybox, command: [sh, -c, ${script}] }] }`;
    expect(run(spec)).toMatchObject({ phase, ready: false });
  });
});

describe('containers of one pod', () => {
  it('share the network: the second on a port cannot have it', () => {
    const pod = run('{ containers: [{ name: a, image: nginx }, { name: b, image: httpd }] }');
    expect(pod).toMatchObject({ ready: false, reasons: ['running', 'CrashLoopBackOff'], why: 'portTaken' });
  });

  it('may be probed on one another', () => {
    const pod = run(
      '{ containers: [{ name: a, image: nginx }, { name: b, image: busybox, command: [sleep, 1d], livenessProbe: { tcpSocket: { port: 80 } } }] }',
    );
    expect(pod.ready).toBe(true);
  });
});

describe('init containers', () => {
  const main = 'containers: [{ name: web, image: nginx }]';
  it.each([
    ['one that ends well', '{ name: i, image: busybox, command: [sh, -c, echo hola] }', true, undefined],
    ['one that fails', '{ name: i, image: busybox, command: ["false"] }', false, 'initFailed'],
    ['one that never ends', '{ name: i, image: busybox, command: [sleep, infinity] }', false, 'initNeverEnds'],
    [
      'a native sidecar',
      '{ name: i, image: busybox, restartPolicy: Always, command: [sleep, infinity] }',
      true,
      undefined,
    ],
    ['a native sidecar on the same port', '{ name: i, image: httpd, restartPolicy: Always }', false, 'portTaken'],
    [
      'a native sidecar that crashes',
      '{ name: i, image: busybox, restartPolicy: Always, command: ["false"] }',
      false,
      'restarting',
    ],
  ])('%s', (_, init, ready, why) =>
    expect(run(`{ initContainers: [${init}], ${main} }`)).toMatchObject({ ready, why }),
  );
});

describe('a probe that looks for a file', () => {
  const probe = (command: string) => `livenessProbe: { exec: { command: ${command} } }`;

  it.each([
    ['[cat, /tmp/healthy]', '', 'probeCommand'],
    ['[test, -f, /tmp/healthy]', '', 'probeCommand'],
    ['[sh, -c, "[ -e /tmp/healthy ] || exit 1"]', '', 'probeCommand'],
    ['[test, "!", -f, /tmp/parado]', '', undefined],
    ['[cat, /etc/nginx/nginx.conf]', '', undefined],
    ['[ls, /tmp]', '', undefined],
    ['[cat, /tmp/healthy]', ', lifecycle: { postStart: { exec: { command: [touch, /tmp/healthy] } } }', undefined],
    ['[cat, /tmp/healthy]', ', args: [sh, -c, "touch /tmp/healthy; exec nginx -g \'daemon off;\'"]', undefined],
  ])('%s%s', (command, more, why) => expect(run(one(probe(command) + more))).toMatchObject({ ready: !why, why }));
});

describe('an init container that waits for a name', () => {
  const waiting = (script: string, image = 'busybox:1.37') =>
    `{ initContainers: [{ name: i, image: "${image}", command: [sh, -c, "${script}"] }], containers: [{ name: web, image: nginx }] }`;
  const db = '---\napiVersion: v1\nkind: Service\nmetadata: { name: db }\nspec: { ports: [{ port: 5432 }] }\n';

  it.each([
    ['until nc -z db 5432; do sleep 1; done', '', 'initNeverEnds'],
    ['until nslookup db.default.svc.cluster.local; do echo espera; sleep 2; done', '', 'initNeverEnds'],
    ['until nslookup db.default.svc.cluster.local; do echo espera; sleep 2; done', db, undefined],
    ['until nslookup kubernetes.default.svc.cluster.local; do sleep 2; done', '', undefined],
    ['until nslookup example.com; do sleep 2; done', '', undefined],
  ])('%s', (script, more, why) => expect(run(waiting(script), more)).toMatchObject({ ready: !why, why }));

  it.each([
    ['busybox:1.28', 'db', undefined],
    ['busybox:1.28', 'db.default', undefined],
    ['busybox:1.30', 'db', 'nameUnderEach'],
    ['busybox:1.37', 'db', 'nameUnderEach'],
    ['busybox', 'db.default', 'nameNotCompleted'],
    ['busybox', 'db.default.svc.cluster.local', undefined],
    ['busybox', 'otra.default.svc.cluster.local', 'nameUnknown'],
    ['alpine:3.10', 'db', undefined],
    ['alpine:3.22', 'db', 'nameUnderEach'],
    ['alpine:3.22', 'db.default.svc.cluster.local', undefined],
  ])('asks as its own nslookup does: %s, %s', (image, name, why) => {
    const script = `until nslookup ${name}; do sleep 2; done`;
    const { ready, hops } = run(waiting(script, image), db);
    expect({
      ready,
      why: hops.map(({ message }) => message.replace('cluster/', '')).find((one) => /^name/.test(one)),
    }).toEqual({
      ready: !why,
      why,
    });
  });
});

describe('mounted configuration', () => {
  const mounted = (path: string) =>
    `{ containers: [{ name: web, image: nginx, volumeMounts: [{ name: c, mountPath: ${path} }] }], volumes: [{ name: c, configMap: { name: c } }] }`;
  const map = (data: string) => `---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\ndata: ${data}\n`;

  it('moves nginx to the port it says', () => {
    const pod = run(mounted('/etc/nginx/conf.d'), map('{ a.conf: "server { listen 8080; }" }'));
    expect(pod).toMatchObject({ ready: true, listens: [[8080]] });
  });

  it('keeps the pod waiting when it does not exist', () => {
    expect(run(mounted('/etc/nginx/conf.d'))).toMatchObject({ phase: 'Pending', ready: false, why: 'volumeMissing' });
  });
});
