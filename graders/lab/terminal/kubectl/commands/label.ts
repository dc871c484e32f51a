import { own } from '../../../../core/own.ts';
import type { Fields } from '../../../cluster/index.ts';
import type { Command } from '../../tool/tool.ts';
import { filtersOf, mustFindAll, noResource } from '../ask/args.ts';
import {
  all,
  dryRun,
  everywhere,
  fieldSelectorFlag,
  filename,
  kindOffers,
  kustomize,
  output,
  overwrite,
  recursive,
  selector,
} from '../flags.ts';
import { at, fieldsOf, pairsOf, withAt } from '../json.ts';
import { online } from '../session.ts';
import { wrong } from '../stop.ts';
import { usage } from '../usage.ts';
import { dryRunOf, dryText } from '../write.ts';
import { oneByOne } from './apply.ts';
import { change } from './change.ts';
import { isLabelValue, isQualifiedName } from './label-names.ts';
import { named } from './scale.ts';

/** `label` and `annotate` differ in the map they change, and in what it may hold. */
function marker(name: 'label' | 'annotate', what: 'label' | 'annotation', says: Command['says']): Command {
  const key = `${what}s`;
  return {
    name,
    says,
    takes: '[--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version]',
    offers: kindOffers,
    flags: [
      filename,
      kustomize,
      recursive,
      selector,
      fieldSelectorFlag,
      all,
      everywhere,
      overwrite,
      dryRun,
      output,
      { name: 'list', says: { es: 'Las lista', en: 'List them' } },
      { name: 'resource-version', value: 'text' },
    ],
    beyond: ['local', 'template=', 'field-manager='],
    run: online((session) => {
      const { call } = session;
      const words = call.operands;
      const isPair = (word: string) => word.includes('=') || word.endsWith('-');
      const from = words.findIndex(isPair);
      const objects = from === -1 ? words : words.slice(0, from);
      const pairs = from === -1 ? [] : words.slice(from);
      const wrongPair = pairs.find((pair) => !isPair(pair));
      if (wrongPair !== undefined) throw wrong(`all resources must be specified before ${what} changes: ${wrongPair}`);
      if (objects.length === 0 && !call.flags.has('filename')) throw wrong(noResource);
      if (pairs.length === 0 && !call.flags.on('list')) throw usage(call, `at least one ${what} update is required`);
      const set = new Map(
        pairs
          .filter((pair) => !/^[^=]+-$/.test(pair))
          .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
      );
      const gone = pairs.filter((pair) => /^[^=]+-$/.test(pair)).map((pair) => pair.slice(0, -1));
      for (const [one, value] of set) {
        if (!isQualifiedName(one))
          throw wrong(
            `invalid ${what} key ${JSON.stringify(one)}: name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')`,
          );
        if (what === 'label' && !isLabelValue(value))
          throw wrong(
            `invalid label value: ${JSON.stringify(`${one}=${value}`)}: a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')`,
          );
      }
      const isFile = call.flags.has('filename') || call.flags.has('kustomize');
      const items = isFile ? named(session, name) : mustFindAll(session, objects, name, filtersOf(call));
      if (call.flags.on('list'))
        return {
          out: items
            .map(
              (item) =>
                `Listing ${key} for ${item.kind.kind}./${item.name}:\n${pairsOf(at(item.view, 'metadata', key))
                  .map(([one, value]) => `${one}=${value}\n`)
                  .join('')}`,
            )
            .join(''),
        };
      const dry = dryRunOf(session);
      return oneByOne(session, items, (now, item) => {
        const before = fieldsOf(at(item.view, 'metadata', key));
        for (const [one, value] of set) {
          const known = own(before, one);
          if (known !== undefined && known !== value && !call.flags.on('overwrite')) {
            throw what === 'label'
              ? wrong(`'${one}' already has a value (${String(known)}), and --overwrite is false`)
              : wrong(
                  `--overwrite is false but found the following declared annotation(s): '${one}' already has a value (${String(known)})`,
                );
          }
        }
        const next = {
          ...Object.fromEntries(Object.entries(before).filter(([one]) => !gone.includes(one))),
          ...Object.fromEntries(set),
        };
        const isSame = JSON.stringify(pairsOf(before)) === JSON.stringify(pairsOf(next));
        const only = set.size === 0 && gone.length > 0;
        const word = what === 'annotation' ? 'annotated' : isSame ? 'not labeled' : only ? 'unlabeled' : 'labeled';
        const done = change(
          now,
          item,
          (data) => withAt(data, ['metadata', key], Object.keys(next).length === 0 ? undefined : next) as Fields,
          dry,
        );
        return {
          ...done,
          word: `${word}${dryText(dry)}`,
          did: isSame ? 'unchanged' : 'marked',
        };
      });
    }),
  };
}

/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_label/ */
export const label = marker('label', 'label', { es: 'Pone o quita etiquetas', en: 'Put or take away labels' });
/** @see https://kubernetes.io/docs/reference/kubectl/generated/kubectl_annotate/ */
export const annotate = marker('annotate', 'annotation', {
  es: 'Pone o quita anotaciones',
  en: 'Put or take away annotations',
});
