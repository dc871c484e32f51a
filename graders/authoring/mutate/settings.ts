import type { Source } from '../../core/source.ts';
import type { Setting } from '../../parse/settings/setting.ts';
import { readSettings } from '../../parse/settings/settings.ts';
import { distinct, type Edit, type Mutant, mutant } from './mutant.ts';

/** Every small change to a file of settings that leaves it one: a setting renamed away, turned round, or short of a part. */
export function mutateSettings(source: Source): readonly Mutant[] {
  const edits = readSettings(source).settings.flatMap((setting) => [
    dropped(setting),
    ...turned(setting),
    ...shortened(setting),
  ]);
  return distinct(
    edits.map((edit) => mutant(source, edit)),
    source,
  );
}

const at = ({ section, name }: Setting): string => (section ? `${section}.${name}` : name);

/** A name that means nothing to anybody is as good as none. */
function dropped(setting: Setting): Edit {
  const { from, to } = setting.nameAt;
  return { mutator: 'drop-setting', at: at(setting), from, to, text: 'nada' };
}

function turned(setting: Setting): readonly Edit[] {
  if (!/^(?:true|false)$/.test(setting.value)) return [];
  const { from, to } = setting.valueAt;
  return [{ mutator: 'flip-setting', at: at(setting), from, to, text: setting.value === 'true' ? 'false' : 'true' }];
}

/** A list without each of its parts. */
function shortened(setting: Setting): readonly Edit[] {
  const parts = setting.value.split(',');
  if (parts.length < 2 || parts.length > 20) return [];
  const { from, to } = setting.valueAt;
  return parts.map((part, index) => ({
    mutator: 'drop-part',
    at: `${at(setting)}.${part.trim().split('=')[0]}`,
    from,
    to,
    text: parts.toSpliced(index, 1).join(','),
  }));
}
