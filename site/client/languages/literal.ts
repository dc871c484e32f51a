import { LanguageSupport } from '@codemirror/language';
import { typescriptLanguage } from '@codemirror/lang-javascript';

// The language alone: completion of JavaScript snippets and globals is of no use in a file of data.
export const matches = (file: string): boolean => /\.[mc]?[jt]s$/.test(file);
export const language = () => new LanguageSupport(typescriptLanguage);
