/** A text without case and accents, so that «autenticacion» finds «Autenticación». */
export const plainLetters = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
