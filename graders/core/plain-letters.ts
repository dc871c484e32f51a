/** A text without case and accents, so that «autenticacion» finds «Autenticación». */
export const plainLetters = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text in plain letters, without the signs between them. */
export const plainWords = (text: string): readonly string[] => plainLetters(text).match(/[\p{L}\p{N}]+/gu) ?? [];
