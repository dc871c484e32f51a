import { describe, expect, it } from 'vitest';
import { enter, type Lab, openLab, promptOf, undo } from './lab.ts';
import { replayed, savedSession } from './lab-session.ts';

/** A session after lines, with what the last one printed and how the next one is asked for. */
function typed(...lines: string[]) {
  let lab: Lab = openLab([]);
  let last = '';
  for (const line of lines) {
    const entered = enter(lab, line, 'es');
    lab = entered.lab;
    last = entered.typed.output;
  }
  return { lab, last, prompt: promptOf(lab) };
}

const own = 'alumno@portatil:~/proyecto$ ';
const cluster = [
  'minikube start',
  'kubectl create deployment web --image=nginx:1.29',
  'kubectl expose deployment web --port=80',
  'kubectl wait --for=condition=available deploy/web',
];

describe('a shell inside a container', () => {
  const into = 'docker run -it --rm -h caja alpine:3.22 sh';

  it('opens, keeps where it is and what it was told, and ends', () => {
    expect(typed(into).prompt).toBe('/ # ');
    expect(typed(into, 'cd /tmp').prompt).toBe('/tmp # ');
    expect(typed(into, 'cd /tmp', 'pwd').last).toBe('/tmp\n');
    expect(typed(into, 'cd /tmp && touch a', 'test -f a && echo está').last).toBe('está\n');
    expect(typed(into, 'A="uno dos"', 'echo "$A en $HOSTNAME"').last).toBe('uno dos en caja\n');
    expect(typed(into, 'export A=1', 'unset A', 'echo "[$A]"').last).toBe('[]\n');
    expect(typed(into, 'cd /tmp', 'exit')).toMatchObject({ last: 'exit\n', prompt: own });
    expect(typed(into, 'exit', 'docker ps -aq').last).toBe('');
  });

  it('stays where it is when it cannot go', () => {
    expect(typed(into, 'cd /no').prompt).toBe('/ # ');
    expect(typed(into, 'cd /no', 'pwd').last).toBe('/\n');
  });

  it('leaves a container without --rm behind, ended', () => {
    const lines = ['docker run -it --name una alpine:3.22', 'exit'];
    expect(typed(...lines, "docker ps -a --format '{{.Names}} {{.Status}}'").last).toMatch(/^una Exited \(0\)/);
  });

  it('is one more process of a container that runs', () => {
    const lines = ['docker run -d -q --name web -h web nginx:1.29', 'docker exec -it web bash'];
    expect(typed(...lines).prompt).toBe('root@web:/# ');
    expect(typed(...lines, 'cd /etc/nginx').prompt).toBe('root@web:/etc/nginx# ');
    expect(typed(...lines, 'nginx -t').last).toContain('test is successful');
    const left = [...lines, 'echo hola > /tmp/a', 'exit'];
    expect(typed(...left, 'docker exec web cat /tmp/a').last).toBe('hola\n');
    expect(typed(...left, "docker ps --format '{{.Names}}'").last).toBe('web\n');
  });

  it('opens in a pod, and in one of its own that goes with it', () => {
    const pod = [...cluster, 'kubectl exec -it deploy/web -- sh'];
    expect(typed(...pod, 'env').last).toMatch(/^PATH=.*\nHOSTNAME=web-/);
    expect(typed(...pod, 'exit', 'kubectl get pods --no-headers').last).toMatch(/^web-\S+ +1\/1 +Running/);
    const fresh = [...cluster, 'kubectl run -it --rm tmp --image=busybox:1.37 --restart=Never -- sh'];
    expect(typed(...fresh).prompt).toBe('/ # ');
    expect(typed(...fresh, 'wget -qO- http://web').last).toContain('Welcome to nginx!');
    expect(typed(...fresh).last).toContain('will be recorded in container logs');
    expect(typed(...fresh, 'exit').last).toBe(
      "exit\nSession ended, resume using 'kubectl attach tmp -c tmp -n default -i -t' command\n" +
        'pod "tmp" deleted from default namespace\n',
    );
    expect(typed(...fresh, 'exit', 'kubectl get pod tmp').last).toContain('NotFound');
  });

  it('opens beside a container that has none, for debugging, and keeps what is written there', () => {
    const beside = [...cluster, 'kubectl debug -it deploy/web --image=busybox:1.37 -c lupa'];
    expect(typed(...beside).prompt).toBe('/ # ');
    expect(typed(...beside, 'wget -qO- localhost').last).toContain('Welcome to nginx!');
    expect(typed(...beside, 'echo hola > /tmp/a', 'cat /tmp/a').last).toBe('hola\n');
    expect(typed(...beside, 'exit').last).toMatch(
      /^exit\nSession ended, the ephemeral container .*'kubectl attach web-\S+ -c lupa -n default -i -t' if it is still running\n$/,
    );
  });

  it('opens in a service of Compose', () => {
    const compose = 'services: { web: { image: "nginx:1.29" } }';
    const lines = [`echo '${compose}' > compose.yaml`, 'docker compose up -d'];
    expect(typed(...lines, 'docker compose exec web bash').prompt).toMatch(/^root@[0-9a-f]{12}:\/# $/);
    expect(typed(...lines, 'docker compose exec web bash', 'nginx -t').last).toContain('test is successful');
    expect(typed(...lines, 'docker compose exec -T web bash').prompt).toBe(own);
  });

  it('is gone back from line by line, and begun again from a saved session', () => {
    const { lab, prompt } = typed(into, 'cd /tmp', 'touch a');
    expect([promptOf(undo(undo(lab))), promptOf(undo(undo(undo(lab))))]).toEqual(['/ # ', own]);
    const again = replayed(openLab([]), savedSession(lab, [], undefined).commands, 'es');
    expect(promptOf(again)).toBe(prompt);
  });

  it('does not open for a script, nor where nobody asked for a terminal', () => {
    expect(typed('docker run --rm alpine:3.22 sh').prompt).toBe(own);
    expect(typed('docker run -it --rm alpine:3.22 sh; echo x').prompt).toBe(own);
    expect(typed('docker run -dit --name una alpine:3.22 sh').prompt).toBe(own);
  });
});
