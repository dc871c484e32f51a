import { type IndentContext, indentService, LanguageSupport, StreamLanguage } from '@codemirror/language';
import { yaml } from '@codemirror/legacy-modes/mode/yaml';
import { own } from '../../../graders/core/own.ts';

export const matches = (file: string): boolean => /\.ya?ml$/.test(file);

/** What the mode calls by other names, as the colours know it. */
const names: Readonly<Record<string, string>> = { atom: 'propertyName', keyword: 'bool' };

/** A line-by-line mode, and the indentation a manifest asks for: a whole YAML grammar weighs ten times as much. */
export const language = () =>
  new LanguageSupport(
    StreamLanguage.define({
      ...yaml,
      token(stream, state) {
        const name = yaml.token(stream, state);
        return name === null ? null : (own(names, name) ?? name);
      },
    }),
    indentService.of(indentation),
  );

/** After `key:` one step further in; after `- key: value`, below the key. */
function indentation(context: IndentContext, at: number): number {
  const before = context.lineAt(at, -1).text;
  const lead = /^ *(?:- +)*/.exec(before)?.[0].length ?? 0;
  return /:(?: *[|>][-+]?)? *(?:#.*)?$/.test(before) ? lead + 2 : lead;
}
