import type { Text } from '../../graders/index.ts';

/** What the script says that runs before the first paint of every page: the few words it needs, and no more. */
export const preferenceWords = {
  theme: { es: 'Cambiar entre claro y oscuro', en: 'Switch between light and dark' },
  language: { es: 'English', en: 'Español' },
} as const satisfies Record<string, Text>;
