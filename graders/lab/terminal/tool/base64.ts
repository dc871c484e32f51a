import { textOfBase64 } from '../../../core/base64.ts';

/** A text as base64, by its bytes in UTF-8. */
export { base64 as encoded } from '../../../core/base64.ts';

/** What base64 stands for, whatever is none of its signs left out. @returns nothing where the bytes are no text */
export const decoded = (text: string): string => textOfBase64(text) ?? '';
