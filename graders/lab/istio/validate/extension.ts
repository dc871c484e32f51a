import { isSet } from '../../../model/workloads/values.ts';
import { type Block, blockIn, blocksIn, textIn } from './blocks.ts';
import { bytes, isPort } from './fields.ts';
import type { Judged } from './judged.ts';
import { isTemplated } from './names.ts';
import { checkScope } from './policy-scope.ts';

/** @see https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/ */
export function checkWasmPlugin(spec: Block, judged: Judged): void {
  checkScope(spec, judged);
  checkModule(spec, judged);
  checkPorts(spec, judged);
}

/** @see https://istio.io/latest/docs/reference/config/proxy_extensions/v1alpha1/traffic_extension/ */
export function checkTrafficExtension(spec: Block, judged: Judged): void {
  const [wasm, lua] = [blockIn(spec, 'wasm'), blockIn(spec, 'lua')];
  checkScope(spec, judged);
  if ((wasm === undefined) === (lua === undefined)) judged.refuse('oneExtension', judged.at(spec), {});
  if (lua && textIn(lua, 'inlineCode') === '')
    judged.refuse('missing', judged.key(spec, 'lua'), { field: 'inlineCode' });
  if (bytes(textIn(lua, 'inlineCode')) > 65_536)
    judged.refuse('longText', judged.at(lua, 'inlineCode'), { field: 'inlineCode', most: 65_536 });
  if (wasm) checkModule(wasm, judged);
  checkPorts(spec, judged);
}

function checkModule(module: Block, judged: Judged): void {
  const url = textIn(module, 'url');
  if (url === '') judged.refuse('missing', judged.at(module), { field: 'url' });
  else if (!isModuleUrl(url) && !isTemplated(url)) judged.refuse('url', judged.at(module, 'url'), { value: url });
  const sum = textIn(module, 'sha256');
  if (sum !== '' && !/^[a-f0-9]{64}$/.test(sum)) judged.refuse('checksum', judged.at(module, 'sha256'), {});
  for (const [field, most] of [
    ['imagePullSecret', 253],
    ['pluginName', 256],
  ] as const) {
    if (bytes(textIn(module, field)) > most) judged.refuse('longText', judged.at(module, field), { field, most });
  }
  checkEnvironment(blockIn(module, 'vmConfig'), judged);
}

/** A reference without a scheme is of an image. */
function isModuleUrl(url: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no address has them
  if (/[\u0000-\u001f\u007f\s]/.test(url)) return false;
  const [, scheme, rest = url] = /^([a-z][-+.a-z0-9]*):\/\/(.*)$/i.exec(url) ?? [];
  const known = scheme === undefined || ['file', 'http', 'https', 'oci'].includes(scheme.toLowerCase());
  return known && (rest.startsWith('/') || /^[^{}^|`\\[\]%/?#:]*(?::\d*)?(?:[/?#]|$)/.test(rest));
}

function checkEnvironment(vm: Block | undefined, judged: Judged): void {
  const seen = new Set<string>();
  for (const variable of blocksIn(vm, 'env')) {
    const name = textIn(variable, 'name');
    if (name === '') judged.refuse('missing', judged.at(variable), { field: 'name' });
    else if (bytes(name) > 256) judged.refuse('longText', judged.at(variable, 'name'), { field: 'name', most: 256 });
    else if (seen.has(name)) judged.refuse('repeatedValue', judged.at(variable, 'name'), { value: name, field: 'env' });
    else if (textIn(variable, 'valueFrom') === 'HOST' && isSet(variable.value))
      judged.refuse('envValue', judged.key(variable, 'value'), { name });
    seen.add(name);
  }
}

function checkPorts(spec: Block, judged: Judged): void {
  for (const match of blocksIn(spec, 'match')) {
    const seen = new Set<unknown>();
    for (const port of blocksIn(match, 'ports')) {
      if (!isPort(port.number)) judged.refuse('port', judged.at(port, 'number'), {});
      else if (seen.has(port.number))
        judged.refuse('repeatedPort', judged.at(port, 'number'), { value: String(port.number) });
      seen.add(port.number);
    }
  }
}
