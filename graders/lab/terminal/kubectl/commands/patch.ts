import { parseYaml } from '../../../../parse/yaml/yaml.ts';
import type { Fields } from '../../../cluster/index.ts';
import type { Command } from '../../tool/tool.ts';
import { jsonPatched } from '../edit/json-patch.ts';
import { isStrategic, merged } from '../edit/strategic.ts';
import { dryRun, filename, kindOffers, kustomize, output, recursive } from '../flags.ts';
import { isFields } from '../json.ts';
import { online, type Session } from '../session.ts';
import { Stop, wrong } from '../stop.ts';
import { usage } from '../usage.ts';
import { dryRunOf, dryText } from '../write.ts';
import { oneByOne } from './apply.ts';
import { change } from './change.ts';
import { findFile } from './read-file.ts';
import { named } from './scale.ts';

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_patch/ */
export const patch: Command = {
  name: 'patch',
  says: { es: 'Cambia campos de un objeto', en: 'Change fields of an object' },
  takes: '(-f FILENAME | TYPE NAME) [-p PATCH|--patch-file FILE]',
  offers: kindOffers,
  flags: [
    {
      name: 'patch',
      short: 'p',
      value: 'text',
      says: { es: 'El parche, en JSON o YAML', en: 'The patch, in JSON or YAML' },
    },
    { name: 'patch-file', value: 'text' },
    {
      name: 'type',
      value: 'text',
      offers: ['strategic', 'merge', 'json'],
      says: { es: 'strategic (por defecto), merge o json', en: 'strategic (the default), merge or json' },
    },
    filename,
    kustomize,
    recursive,
    dryRun,
    output,
  ],
  beyond: ['local', 'subresource=', 'template=', 'field-manager='],
  run: online((session) => {
    const { call } = session;
    const type = call.flags.text('type') ?? 'strategic';
    if (!/^(?:strategic|merge|json)$/.test(type))
      throw usage(call, `--type must be one of [json merge strategic], not ${JSON.stringify(type)}`);
    const body = read(session);
    const dry = dryRunOf(session);
    return oneByOne(session, named(session, 'patch'), (live, item) => {
      if (type === 'strategic' && !isStrategic(item.kind.group))
        throw new Stop(
          `Error from server (UnsupportedMediaType): the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml`,
        );
      const edit = (data: Fields): Fields => {
        if (type === 'json') {
          if (!Array.isArray(body))
            throw wrong(
              'unable to parse the patch: json: cannot unmarshal object into Go value of type jsonpatch.Patch',
            );
          return jsonPatched(data, body) as Fields;
        }
        if (!isFields(body))
          throw wrong(
            `unable to parse ${JSON.stringify(JSON.stringify(body))}: json: cannot unmarshal array into Go value of type map[string]interface {}`,
          );
        return merged(data, body, type === 'strategic');
      };
      const done = change(live, item, edit, dry);
      const unchanged = done.put.did === 'unchanged';
      return {
        ...done,
        word: `patched${unchanged ? ' (no change)' : ''}${dryText(dry)}`,
        did: unchanged ? 'unchanged' : 'configured',
      };
    });
  }),
};

/** The longest patch that is read. */
const longest = 200_000;

function read({ call }: Session): unknown {
  const { flags } = call;
  const file = flags.text('patch-file');
  if (flags.has('patch') && file !== undefined) throw usage(call, 'cannot specify --patch and --patch-file together');
  const text = file === undefined ? flags.text('patch') : findFile(call, file);
  if (text === undefined || text === '')
    throw usage(call, 'must specify --patch or --patch-file containing the contents of the patch');
  if (text.length > longest) throw wrong('the patch is longer than the lab reads');
  const { documents, findings } = parseYaml({ path: file ?? 'patch', text });
  const [document] = documents;
  if (findings.length > 0 || !document)
    throw wrong(`unable to parse ${JSON.stringify(text.slice(0, 200))}: yaml: did not find expected node content`);
  return document.value;
}
