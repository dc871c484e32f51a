import { describe, expect, it } from 'vitest';
import { few } from '../../../vitest/quick.ts';
import { last, typed } from '../testing/type.ts';

const start = `minikube start
kubectl create deployment web --image=nginx:1.29
kubectl expose deployment web --port=80
kubectl run dns --image=busybox:1.37 --restart=Never -- sleep 3600
kubectl wait --for=condition=ready pod/dns
`;
const says = (line: string) => last(`${start}kubectl exec dns -- ${line}`);

/** The lines that say something, once each. */
const lines = (line: string) => [...new Set(says(line).split('\n').filter(Boolean))];

const server = ['Server:\t\t10.96.0.10', 'Address:\t10.96.0.10:53'];
const failed = 'command terminated with exit code 1';

describe('a pod on the network', () => {
  it.each(
    few(
      [
        ['hostname', 'dns\n'],
        ["sh -c 'echo $HOSTNAME'", 'dns\n'],
        ['cat /etc/hostname', 'dns\n'],
        [
          'cat /etc/resolv.conf',
          'search default.svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.96.0.10\noptions ndots:5\n',
        ],
      ],
      2,
    ),
  )('knows who it is: %s', (line, text) => expect(says(line)).toBe(text));

  it('asks for a whole name once', () => {
    expect(lines('nslookup web.default.svc.cluster.local')).toEqual([
      ...server,
      'Name:\tweb.default.svc.cluster.local',
      expect.stringMatching(/^Address: 10\.\d+\.\d+\.\d+$/),
    ]);
  });

  it('asks for a name without dots under each domain, and fails', () => {
    expect(lines('nslookup web')).toEqual([
      ...server,
      'Name:\tweb.default.svc.cluster.local',
      expect.stringMatching(/^Address: /),
      "** server can't find web.svc.cluster.local: NXDOMAIN",
      "** server can't find web.cluster.local: NXDOMAIN",
      failed,
    ]);
  });

  it('does not complete a name with dots', () => {
    expect(lines('nslookup web.default')).toEqual([...server, "** server can't find web.default: NXDOMAIN", failed]);
  });

  it('says why, where the others find the name', () => {
    const notes = (name: string) =>
      typed(`${start}kubectl exec dns -- nslookup ${name}`)
        .steps.at(-1)
        ?.notes.map(({ en }) => en);
    expect(notes('web')).toEqual([expect.stringContaining('do find `web`')]);
    expect(notes('nada')).toEqual([]);
  });
});

describe('a container on the network', () => {
  it.each([
    ['docker run --rm -q -h caja alpine hostname', /^caja\n$/],
    ['docker run --rm -q alpine hostname', /^[0-9a-f]{12}\n$/],
  ])('has the name it was given, or a piece of its id: %s', (line, text) => expect(last(line)).toMatch(text));
});
