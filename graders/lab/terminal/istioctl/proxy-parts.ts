import { sha256 } from '../../../core/sha256.ts';
import { istioVersion } from '../desk/proxies.ts';
import { timestamp } from '../desk/time.ts';
import { columns } from '../tool/columns.ts';
import { type Call, type Outcome, printed, refused } from '../tool/tool.ts';
import { type Configured, layout } from './configured.ts';

const day = 86_400;

/** Thirty-two digits, the same in every session. */
const serial = (seed: string): string => sha256(seed).slice(0, 32);

/**
 * `istioctl proxy-config secret`: the certificate of the workload, which lasts a day and is renewed half-way, and the root that it trusts.
 * @see istioctl/pkg/writer/compare/sds/writer.go
 */
export function secrets({ pod, created, now }: Configured, named = false): string {
  const renewed = created + Math.floor(Math.max(0, now - created) / (day / 2)) * (day / 2);
  const row = (name: string, type: string, seed: string, from: number, lasts: number) => [
    `${named ? 'secret/' : ''}${name}`,
    type,
    'ACTIVE',
    'true',
    serial(seed),
    timestamp(from + lasts),
    timestamp(from),
  ];
  return columns(
    [
      ['RESOURCE NAME', 'TYPE', 'STATUS', 'VALID CERT', 'SERIAL NUMBER', 'NOT AFTER', 'NOT BEFORE'],
      row('default', 'Cert Chain', `${pod.namespace}/${pod.name}/${renewed}`, renewed, day),
      row('ROOTCA', 'CA', 'ROOTCA', 0, 3650 * day),
    ],
    layout,
  );
}

/**
 * `istioctl proxy-config bootstrap -o short`: the version of Istio, without the commit of its proxy and the version of Envoy.
 * @see PrintBootstrapSummary in configdump.go
 */
export const bootstrap = (): string => `Istio Version: ${istioVersion}\n`;

/** `istioctl proxy-config ecds`: extensions come with a WasmPlugin, which the lab does not have. */
export const extensions = (): string => columns([['ECDS NAME', 'TYPE']], layout);

/** Loggers of Envoy that people look at. @see https://github.com/envoyproxy/envoy/blob/main/source/common/common/logger.h */
const loggers =
  'admin alternate_protocols_cache assert backtrace client config connection conn_handler dns dynamic_modules ext_authz ext_proc file filter forward_proxy grpc happy_eyeballs health_checker http http2 hystrix init io jwt kafka key_value_store lua main matcher misc mongo multi_connection oauth2 pool quic quic_stream rate_limit_quota rbac rds redis router runtime secret stats stats_sinks tap testing thrift tracing udp upstream wasm websocket'.split(
    ' ',
  );

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

/** `istioctl proxy-config log`: it tells the levels as they are then; nothing that is logged depends on them here. */
export function logLevels({ pod }: Configured, { flags, desk }: Call): Outcome {
  const written = flags.text('level');
  if (flags.on('reset') && written !== undefined)
    return refused(desk, 'Error: --level cannot be combined with --reset\n');
  const chosen = new Map<string, string>();
  for (const one of (written ?? '').split(',').filter(Boolean)) {
    const [first = '', second] = one.split(/[:=]/);
    const [logger, level] = second === undefined ? ['', first] : [first, second];
    if (!levels.includes(level)) return refused(desk, `Error: unrecognized logging level: ${level}\n`);
    if (logger !== '' && logger !== 'level' && !loggers.includes(logger))
      return refused(desk, `Error: unrecognized logger name: ${logger}\n`);
    chosen.set(logger === 'level' ? '' : logger, level);
  }
  const usual = chosen.get('') ?? 'warning';
  const lines = loggers.map((name) => `  ${name}: ${chosen.get(name) ?? usual}\n`);
  return printed(desk, `${pod.name}.${pod.namespace}:\nactive loggers:\n${lines.join('')}\n`);
}
