import type { Lang, Text } from '../../graders/index.ts';
import { isText, keys, load } from './store.ts';

/** The language of the interface and of the results; the course's prose stays in Spanish. */
export const currentLang = (): Lang => (load(keys.lang, isText) === 'en' ? 'en' : 'es');

export const say = (text: Text): string => text[currentLang()];

/** Raised on `document` when the reader changes the language. */
export const langChanged = 'timonel:idioma';
