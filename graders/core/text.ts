/** The languages every sentence of Timonel exists in. */
export type Lang = 'es' | 'en';

/** One sentence in both languages. The compiler refuses a missing translation. */
export type Text = {
  readonly es: string;
  readonly en: string;
};
