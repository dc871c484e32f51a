import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers } from './host.ts';
import { hostSet } from './host-set.ts';

describe('a set of hosts', () => {
  const label = fc.constantFrom('a', 'b', 'a-b', 'com');
  const name = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join('.'));
  const host = fc.oneof(
    name,
    name.map((one) => `*.${one}`),
    name.map((one) => `*-${one}`),
    fc.constant('*'),
  );

  it('is met by the hosts that one of them covers, and by those that cover one', () => {
    fc.assert(
      fc.property(fc.array(host, { maxLength: 5 }), host, (hosts, asked) => {
        const met = hosts.some((one) => covers(one, asked) || covers(asked, one));
        expect(hostSet(hosts).meets(asked)).toBe(met);
      }),
    );
  });
});
