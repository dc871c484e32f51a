import type { Text } from '../../core/text.ts';

/** What is said where the spec gives no reason. */
export const noReason: Text = { es: 'Lo pide el enunciado.', en: 'The statement asks for it.' };
