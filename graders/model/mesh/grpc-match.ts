import { text } from '../workloads/values.ts';
import { type Fields, fields } from './fields.ts';
import { regexMatch, type StringMatch } from './string-match.ts';

/**
 * The path that a match of a GRPCRoute asks for: calls go to `/<service>/<method>`. One that names neither takes any call.
 * @param method the `method` of the match, which says both
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcmethodmatch
 */
export function grpcPath(method: unknown): StringMatch | undefined {
  const { service, method: called, type } = fields(method);
  const [of, name] = [text(service), text(called)];
  if (of === undefined && name === undefined) return undefined;
  if (of === undefined) return regexMatch(`/[^/]+/${name}`);
  if (type === 'RegularExpression') return regexMatch(`/${of}/${name ?? '.+'}`);
  return name === undefined ? { how: 'segments', value: `/${of}/` } : { how: 'exact', value: `/${of}/${name}` };
}

/** Whether a rule or a match is of a GRPCRoute: there `method` is a block, and in an HTTPRoute a word. */
export const isGrpcMatch = ({ method }: Fields): boolean => typeof method === 'object' && method !== null;
