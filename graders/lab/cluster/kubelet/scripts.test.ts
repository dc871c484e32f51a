// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the variables are the shell's
import { describe, expect, it } from 'vitest';
import { settle } from '../settle.ts';
import { world } from '../testing/world.ts';

/** What becomes of a container that runs a script in a shell: how its process ends, or that it goes on; `assumed` where nobody knows. */
function fate(script: string, image = 'nginx:1.29', more = '') {
  const text = `{ apiVersion: v1, kind: Pod, metadata: { name: p }, spec: { containers: [{ name: c, image: ${JSON.stringify(image)}, command: [sh, -c, ${JSON.stringify(script)}] ${more} }] } }`;
  const { state } = settle(world(text), { world: 'closed' });
  const [only] = state.pods[0]?.containers ?? [];
  if (only?.assumed) return 'assumed';
  if (only?.state !== 'running') return only?.exitCode ?? only?.reason;
  return only.listens === 'any' || only.listens.length > 0 ? only.listens : 'runs';
}

const nginx = "nginx -g 'daemon off;'";

/** https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html */
describe('a script in a pod', () => {
  it.each<[string, unknown]>([
    // What is not there.
    [`test -f /no && ${nginx}`, 1],
    [`cat /etc/no-such-file; exit 7`, 7],
    ['cat /no-such-file', 1],
    [`cd /no/such && ${nginx}`, 1],
    ['nginx > /no/such/dir/log', 1],
    ['set -e; false; sleep 3600', 1],
    // https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02
    ['echo "hola', 2],
    ["sleep 3600; echo 'hola", 2],
    [`${nginx} "$(echo 'a)"`, 2],
    [`ls /no-such && ${nginx}`, 2],
    [`[ "$X" = "1" ] && ${nginx}`, 1],
    ['echo hola | grep adios', 1],
    // What is there.
    [`test -f /usr/share/nginx/html/index.html && ${nginx}`, [80]],
    [`[ -d /tmp ] && exec ${nginx}`, [80]],
    [`[ "$X" = "1" ] || ${nginx}`, [80]],
    [`echo hola | grep -q hola && ${nginx}`, [80]],
    [`X=1; if [ "$X" -eq 1 ]; then ${nginx}; else exit 3; fi`, [80]],
    [`case "$X" in a*) exit 4;; *) ${nginx};; esac`, [80]],
    [`run() { ${nginx}; }; run`, [80]],
    ['false || true; exit', 0],
    ['! true', 1],
    ['(exit 3); exit $?', 3],
    ['for i in 1 2 3; do sleep 1; done', 0],
    ['i=0; while [ $i -lt 5 ]; do i=$((i+1)); done; exit $i', 5],
    ['x=$(echo 6); exit $x', 6],
    ['set -u; echo $NADA', 2],
    ['set -eo pipefail; false | true; sleep 1d', 1],
    ['echo x > /tmp/x && [ -s /tmp/x ] && sleep infinity', 'runs'],
    ['while :; do date; sleep 5; done', 'runs'],
    ['trap "exit 0" TERM; sleep infinity & wait', 'runs'],
    ['until false; do sleep 10; done', 'runs'],
    ['sleep 5; exit 9', 9],
    ['for i in $(seq 1 3); do echo $i; done', 0],
    ['mkdir /data && touch /data/a && test -f /data/a', 0],
    [`nginx && tail -f /var/log/nginx/access.log`, [80]],
    ['nginx; sleep infinity', [80]],
    ['nginx', 0],
    ['no-such-program-in-nginx', 127],
    ['no-such-program-in-nginx || exit 5', 5],
    ['echo "$(cat /no)"; exit 2', 2],
    ['if ! command -v node; then exit 6; fi', 6],
    ['exec sleep 1000', 'runs'],
    ['. /no/such; sleep 1d', 'runs'],
    ['cat <<EOF | grep -q $((2+2)) && exit 8\nson 4\nEOF', 8],
    ['x=a.tar.gz; [ "${x%.gz}" = a.tar ] && [ "${x##*.}" = gz ] && [ ${#x} -eq 8 ] && exit 3', 3],
    // What nobody knows.
    ['[ -f /etc/quizas ] && exit 1; sleep 1d', 'assumed'],
    [`[ "$HOSTNAME" = web-0 ] && exit 1; ${nginx}`, 'assumed'],
    [`curl -f http://example.com/ && ${nginx}`, 'assumed'],
    ['a=(1 2 3); sleep 1', 'assumed'],
    ['grep -q algo /etc/passwd || exit 1; sleep 1d', 'assumed'],
  ])('%s', (script, expected) => expect(fate(script)).toEqual(expected));

  it.each<[string, string, unknown]>([
    ['python:3.13-slim', 'python -m http.server 8000 --bind 127.0.0.1', 'runs'],
    ['python:3.13-slim', 'python -m http.server 8000', [8000]],
    ['python:3.13-slim', 'python -c "import sys; sys.exit(3)"', 3],
    ['busybox:1.37', 'httpd -p 8080 -h /www; sleep infinity', [8080]],
    ['busybox:1.37', 'httpd -f -p 8080', [8080]],
    ['busybox:1.37', 'test -n "$X"', 1],
    ['ghcr.io/equipo/web:1', 'test -f /app/x && sleep 1d', 'assumed'],
    ['redis:8', 'redis-server --port 7000', [7000]],
    ['redis:8', 'redis-server --bind 127.0.0.1', 'runs'],
  ])('%s: %s', (image, script, expected) => expect(fate(script, image)).toEqual(expected));

  it('sees the variables of the manifest, and may be told what nobody knows', () => {
    const env = (value: string) => `, env: [{ name: X, ${value} }]`;
    expect(fate(`[ "$X" = "1" ] && ${nginx}`, 'nginx:1.29', env('value: "1"'))).toEqual([80]);
    const absent = env('valueFrom: { secretKeyRef: { name: s, key: k, optional: true } }');
    expect(fate(`[ "$X" = "1" ] && ${nginx}`, 'nginx:1.29', absent)).toBe(1);
    const unknown = env('valueFrom: { fieldRef: { fieldPath: status.hostIP } }');
    expect(fate(`[ "$X" = "1" ] && ${nginx}`, 'nginx:1.29', unknown)).toBe('assumed');
    expect(fate('echo "$X" > /tmp/x; test -f /tmp/x && sleep 1d', 'nginx:1.29', unknown)).toBe('runs');
  });

  it('obeys the file system it is given', () => {
    const readOnly = ', securityContext: { readOnlyRootFilesystem: true }';
    expect(fate('touch /tmp/x && sleep 1d', 'busybox:1.37', readOnly)).toBe(1);
    expect(fate('echo x > /tmp/x && sleep 1d', 'busybox:1.37', readOnly)).toBe(1);
    expect(fate('touch /usr/x && sleep 1d', 'busybox:1.37', ', securityContext: { runAsUser: 1000 }')).not.toBe('runs');
    expect(fate('touch /etc/x && sleep 1d', 'busybox:1.37', ', securityContext: { runAsUser: 1000 }')).toBe(1);
    expect(fate('cd work && sleep 1d', 'busybox:1.37', ', workingDir: /tmp')).toBe(1);
  });

  it('is not followed for ever', () => {
    expect(fate('f() { f; f; }; f')).toBe('assumed');
    expect(fate('i=0; while true; do i=$((i+1)); done')).toBe('runs');
    expect(fate(`A=xxxxxxxxxx; ${'A=$A$A; '.repeat(40)} exit 3`)).toBe('assumed');
  });
});
