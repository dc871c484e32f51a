import { describe, expect, it } from 'vitest';
import { openDesk } from '../desk/open.ts';
import { typed } from '../mesh/testing/typed.ts';

const { desk } = typed(
  openDesk(),
  'minikube start\nkubectl create deployment web --image=nginx:1.28\nkubectl expose deploy web --type=NodePort --port 80\nkubectl rollout status deploy web',
);
const says = (lines: string) => typed(desk, lines).text;

describe('minikube', () => {
  it('gives a Service the address of its node', () => {
    expect(says('minikube ip')).toContain('192.168.49.2\n');
    expect(says('curl -s $(minikube service web --url) | grep -c title')).toContain('\n1\n');
    expect(says('minikube service web')).toContain('Opening service default/web');
    expect(says('minikube service none')).toContain('SVC_NOT_FOUND');
  });

  it('keeps what it has while it is stopped, and answers to nobody', () => {
    const stopped = says(
      'url=$(minikube service web --url)\nminikube stop\nkubectl get pods\nkubectl get pods --context minikube\nminikube status\ncurl -m 3 $url',
    );
    expect(stopped).toContain('1 node stopped.');
    expect(stopped).toContain('localhost:8080 was refused');
    expect(stopped).toContain('192.168.49.2:8443 was refused');
    expect(stopped).toContain('apiserver: Stopped');
    expect(stopped).toMatch(/curl: \(28\)[^\n]*\n\[exit 28\]\n$/);
    expect(says('minikube stop\nminikube start\nkubectl get pods')).toContain('Running');
  });

  it('puts addons into the cluster and takes them away', () => {
    const shown = says(
      'minikube addons enable metrics-server\nkubectl get deploy -n kube-system\nminikube addons list',
    );
    expect(shown).toMatch(/metrics-server +0\/1/);
    expect(shown).toMatch(/metrics-server +│ minikube │ enabled ✅/);
    expect(
      says(
        'minikube addons enable metrics-server\nminikube addons disable metrics-server\nkubectl get deploy,svc -n kube-system',
      ),
    ).toContain('No resources found');
    expect(says('minikube addons enable none')).toContain('property name "none" not found');
    expect(says('minikube addons enable ingress')).toContain('metrics-server');
  });

  it('takes the images that are built with its Docker', () => {
    const files = openDesk([{ path: 'Dockerfile', text: 'FROM nginx:1.28\n' }]);
    const use =
      'docker build -q -t own:1 .\nkubectl run own --image=own:1\nkubectl wait --for=condition=ready pod/own --timeout=60s';
    expect(typed(files, `minikube start\neval $(minikube docker-env)\n${use}`).exit).toBe(0);
    expect(typed(files, `minikube start\n${use}`).exit).toBe(1);
    expect(
      typed(files, `minikube start\neval $(minikube docker-env)\neval $(minikube docker-env -u)\n${use}`).exit,
    ).toBe(1);
  });

  it('leaves a port to the API for the dashboard', () => {
    const { text } = typed(desk, 'minikube dashboard --url &\ncurl -s localhost:41123/version | jq -r .major');
    expect(text.endsWith('1\n')).toBe(true);
  });
});
