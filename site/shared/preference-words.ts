import type { Text } from '../../graders/index.ts';

/** What the script says that runs before the first paint of every page: the few words it needs, and no more. */
export const preferenceWords = {
  language: { es: 'English', en: 'Español' },
} as const satisfies Record<string, Text>;
