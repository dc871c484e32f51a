import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { settle } from '../../cluster/index.ts';
import { world } from '../../cluster/testing/world.ts';
import { edges, type LinkerdSetup, openLinkerd, stat, tap } from '../index.ts';

const { state } = settle(world(readFileSync('graders/lab/linkerd/cases/worlds/tienda.yaml', 'utf8')));
const open = (setup: LinkerdSetup = { viz: 'before-pods' }) => openLinkerd(state, setup);
const traffic = [
  { from: 'tienda/web', url: 'http://api/libros' },
  { from: 'tienda/web', url: 'http://api/libros' },
  { from: 'legado/viejo', url: 'http://api.tienda/' },
  { from: 'tienda/web', url: 'http://viejo.legado/' },
  { from: 'tienda/web', url: 'tcp://db.datos:5432' },
  { from: 'legado/rancio', url: 'http://viejo.legado/' },
  { from: 'kubelet', url: 'http://api.tienda/' },
];

describe('linkerd viz edges', () => {
  it('prints each pair once, with the identities that were proved, and nothing of callers without proxy', () => {
    expect(
      edges(open(), traffic).map((row) => [row.source, row.destination, row.client, row.server, row.secured]),
    ).toEqual([
      ['web', 'api', 'web.tienda', 'api.tienda', '√'],
      ['web', 'viejo', '', '', 'not_provided_by_service_discovery'],
      ['web', 'db', 'web.tienda', 'db.datos', '√'],
    ]);
  });

  it('prints nothing without the extension', () => {
    expect(edges(open({}), traffic)).toEqual([]);
  });
});

describe('linkerd viz tap', () => {
  it('prints requests at both proxies, probes without TLS, and no opaque connection', () => {
    expect(
      tap(open(), traffic.slice(1)).map(({ proxy, from, tls, path }) => `${proxy} ${from} ${tls} ${path}`),
    ).toEqual([
      'out tienda/web true /libros',
      'in tienda/web true /libros',
      'in legado/viejo no_tls_from_remote /',
      'out tienda/web not_provided_by_service_discovery /',
      'in kubelet no_tls_from_remote /',
    ]);
  });

  it('sees nothing in proxies that are older than the extension', () => {
    expect(tap(open({ viz: 'after-pods' }), traffic)).toEqual([]);
    expect(tap(open({}), traffic)).toEqual([]);
  });
});

describe('linkerd viz stat', () => {
  it('counts the pods with a proxy and the requests that arrive at them', () => {
    const rows = stat(open(), 'tienda', traffic);
    expect(rows.find(({ workload }) => workload === 'api')).toMatchObject({ meshed: '1/1', requests: 4, success: 1 });
    expect(rows.find(({ workload }) => workload === 'web')).toEqual({
      workload: 'web',
      namespace: 'tienda',
      meshed: '1/1',
    });
    expect(stat(open(), 'legado', traffic)[0]).toEqual({ workload: 'viejo', namespace: 'legado', meshed: '0/1' });
    expect(stat(open(), 'datos', traffic).find(({ workload }) => workload === 'db')).not.toHaveProperty('success');
  });
});
