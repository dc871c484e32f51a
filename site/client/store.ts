const prefix = 'timonel.v1.';

/** What is kept in this browser. Every part has its own key, so that a broken one never takes the others with it. */
export const keys = {
  theme: 'tema',
  lang: 'idioma',
  /** `code` for who prefers to write `respuesta.ts`; anything else is the form. */
  view: 'vista',
  answer: (id: string) => `respuesta.${id}`,
  history: (id: string) => `historia.${id}`,
  progress: (id: string) => `progreso.${id}`,
  last: 'ultimo',
  /** A session of the terminal, by its desk. */
  terminal: (desk: string) => `terminal.${desk}`,
} as const;

/** The whole key, as `storage` events name it. */
export const fullKey = (key: string): string => prefix + key;

/**
 * @param isValid refuses what another version or another person wrote
 * @returns undefined when there is nothing, when it is not valid, or when the browser keeps nothing
 */
export function load<T>(key: string, isValid: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(fullKey(key)) ?? 'null');
    return isValid(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** @returns false when the browser keeps nothing (private mode, no room) */
export function save(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(fullKey(key), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Forgets what is kept under a key. */
export function remove(key: string): void {
  try {
    localStorage.removeItem(fullKey(key));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

export const isText = (value: unknown): value is string => typeof value === 'string';

/** The text of each file, by name. */
export type Texts = Readonly<Record<string, string>>;

export const isTexts = (value: unknown): value is Texts => isRecord(value) && Object.values(value).every(isText);

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
