import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readVirtualService } from '../../../model/mesh/virtual-service.ts';
import { world } from '../../cluster/testing/world.ts';
import { unreachableRoutes } from './reach.ts';
import { proxyRoutes } from './routes.ts';
import { samplesOf } from './samples.ts';

/** Which rules of a list of `match` lists no request reaches; `2.1` is the second alternative of the third rule. */
function unreachable(...matches: readonly (readonly object[])[]): readonly string[] {
  const http = matches.map((match) => ({ match, route: [{ destination: { host: 'a' } }] }));
  const [resource] = world(stringify({ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', spec: { http } }));
  if (!resource) throw new Error('no resource');
  const virtual = readVirtualService(resource);
  return unreachableRoutes(proxyRoutes(virtual, [virtual])).map(({ route, alternative }) =>
    alternative === undefined ? `${route.number - 1}` : `${route.number - 1}.${alternative}`,
  );
}

describe('unreachable routes', () => {
  it.each<[string, readonly string[], readonly (readonly object[])[]]>([
    ['nothing before it', [], [[{ uri: { exact: '/a' } }], []]],
    ['after a rule without match', ['1'], [[], [{ uri: { exact: '/a' } }]]],
    ['a second rule without match', ['1'], [[], []]],
    ['after the prefix of everything', ['1', '2'], [[{ uri: { prefix: '/' } }], [{ uri: { exact: '/a' } }], []]],
    ['the same condition twice', ['1'], [[{ uri: { exact: '/a' } }], [{ uri: { exact: '/a' } }], []]],
    ['a longer prefix after a shorter one', ['1'], [[{ uri: { prefix: '/a' } }], [{ uri: { prefix: '/ab' } }]]],
    ['a shorter prefix after a longer one', [], [[{ uri: { prefix: '/ab' } }], [{ uri: { prefix: '/a' } }]]],
    [
      'an exact path under a regular expression',
      ['1'],
      [[{ uri: { regex: '/v[0-9]+' } }], [{ uri: { exact: '/v12' } }]],
    ],
    ['a regular expression under another', ['1'], [[{ uri: { regex: '/v.*' } }], [{ uri: { regex: '/v[0-9]+' } }]]],
    ['a regular expression not under another', [], [[{ uri: { exact: '/v0' } }], [{ uri: { regex: '/v[0-9]' } }]]],
    [
      'one alternative of two',
      ['1.0'],
      [[{ uri: { prefix: '/a' } }], [{ uri: { exact: '/ab' } }, { uri: { exact: '/b' } }]],
    ],
    [
      'a header more is narrower',
      ['1'],
      [[{ uri: { prefix: '/a' } }], [{ uri: { prefix: '/a' }, headers: { x: { exact: '1' } } }]],
    ],
    [
      'a header less is wider',
      [],
      [[{ uri: { prefix: '/a' }, headers: { x: { exact: '1' } } }], [{ uri: { prefix: '/a' } }]],
    ],
    ['other values of a header', [], [[{ headers: { x: { exact: '1' } } }], [{ headers: { x: { exact: '2' } } }]]],
    ['other values after presence', ['1'], [[{ headers: { x: {} } }], [{ headers: { x: { exact: '2' } } }]]],
    [
      'present and absent together are everything',
      ['2'],
      [[{ headers: { x: {} } }], [{ withoutHeaders: { x: {} } }], []],
    ],
    ['absent alone is not everything', [], [[{ withoutHeaders: { x: {} } }], []]],
    ['another method', [], [[{ method: { exact: 'GET' } }], [{ method: { exact: 'POST' } }], []]],
    ['any method', ['1'], [[{ method: { regex: '.*' } }], [{ method: { exact: 'POST' } }]]],
    ['rules for other proxies', [], [[{ sourceLabels: { app: 'a' } }], [{ sourceLabels: { app: 'b' } }], []]],
    ['rules for fewer proxies', ['1'], [[{ uri: { prefix: '/' } }], [{ sourceLabels: { app: 'b' } }]]],
    ['rules for other gateways', [], [[{ gateways: ['x'] }], [{ gateways: ['mesh'] }], []]],
    ['rules for another port', [], [[{ port: 80 }], [{ port: 81 }], []]],
    ['a prefix in any case', ['1'], [[{ uri: { prefix: '/A' }, ignoreUriCase: true }], [{ uri: { prefix: '/ab' } }]]],
    [
      'parameters',
      ['2'],
      [
        [{ queryParams: { v: { exact: '2' } } }],
        [{ queryParams: { v: {} } }],
        [{ queryParams: { v: { exact: '3' } } }],
        [],
      ],
    ],
  ])('%s', (_name, expected, matches) => {
    expect(unreachable(...matches)).toEqual(expected);
  });

  it('builds only texts that match', () => {
    for (const pattern of ['/v[0-9]+', '(a|b)c?', '\\d{3}', '^(.*?;)?(user=jason)(;.*)?$', '[^/]+', 'a.*z']) {
      const samples = samplesOf(pattern);
      expect(samples.length).toBeGreaterThan(0);
      for (const sample of samples) expect(sample).toMatch(new RegExp(`^(?:${pattern})$`));
    }
    expect(samplesOf('(')).toEqual([]);
    expect(samplesOf('(?!a)b')).toEqual([]);
  });
});
