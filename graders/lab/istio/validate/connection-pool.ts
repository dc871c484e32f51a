import { code } from '../../../core/code.ts';
import { own } from '../../../core/own.ts';
import { seconds } from '../../../model/mesh/duration.ts';
import { type Block, blockIn, numberIn } from './blocks.ts';
import { checkDurations } from './fields.ts';
import type { Judged } from './judged.ts';

const counts = {
  tcp: ['maxConnections'],
  http: [
    'http1MaxPendingRequests',
    'http2MaxRequests',
    'maxRequestsPerConnection',
    'maxRetries',
    'maxConcurrentStreams',
  ],
} as const;

/** The connection pool in a field. @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#ConnectionPoolSettings */
export function checkPool(holder: Block, field: string, judged: Judged): void {
  const pool = blockIn(holder, field);
  if (!pool) return;
  const [tcp, http] = [blockIn(pool, 'tcp'), blockIn(pool, 'http')];
  if (!tcp && !http) judged.refuse('nothing', judged.key(holder, field), { field, needed: ['tcp', 'http'].map(code) });
  for (const layer of ['tcp', 'http'] as const) {
    for (const one of counts[layer]) {
      if (numberIn(blockIn(pool, layer), one) < 0)
        judged.refuse('negative', judged.at(blockIn(pool, layer), one), { field: one });
    }
  }
  checkHttp(http, judged);
  checkTcp(tcp, judged);
}

function checkHttp(http: Block | undefined, judged: Judged): void {
  if (!http) return;
  checkDurations(judged, http, ['idleTimeout']);
  if (http.h2UpgradePolicy === 'UPGRADE' && http.useClientProtocol === true)
    judged.refuse('together', judged.key(http, 'useClientProtocol'), {
      field: 'h2UpgradePolicy: UPGRADE',
      other: 'useClientProtocol',
    });
  const alive = blockIn(http, 'http2KeepAlive');
  if (!alive) return;
  for (const field of ['interval', 'timeout']) {
    if (typeof own(alive, field) !== 'string') judged.refuse('missing', judged.key(http, 'http2KeepAlive'), { field });
  }
  checkDurations(judged, alive, ['interval', 'timeout']);
}

/** An idle timeout of 0 turns it off. */
function checkTcp(tcp: Block | undefined, judged: Judged): void {
  if (!tcp) return;
  const idle = seconds(tcp.idleTimeout);
  checkDurations(judged, tcp, ['connectTimeout', 'maxConnectionDuration']);
  if (idle !== undefined && Math.trunc(idle * 1000) !== 0) checkDurations(judged, tcp, ['idleTimeout']);
  checkDurations(judged, blockIn(tcp, 'tcpKeepalive'), ['time', 'interval']);
}
