import { hop } from '../../core/trace.ts';
import { asRead, type Call } from './call.ts';
import { hops } from './hops.ts';
import type { Sending } from './sending.ts';

/** A request as the first proxy on its way reads it, told where that is not as it was written. */
export function readPath({ mesh, call, say }: Pick<Sending, 'mesh' | 'call' | 'say'>): Call {
  const read = asRead(call, mesh.config.paths);
  if (read.path !== call.path) say(hop(hops, 'route', 'pathRead', { from: call.path, to: read.path }));
  return read;
}
