/** The fonts that nearly every page is drawn with. */
export const preloadedFonts = ['source-sans-3-latin-wght-normal', 'source-serif-4-latin-wght-normal'] as const;
