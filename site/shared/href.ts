/** Where the pages are, from the root of the site. Links are relative so that they work from `file://` and a sub-path. */
export const exerciseHref = (folder: string): string => `ejercicios/${folder}.html`;

/** The page of a lesson. */
export const lessonHref = (id: string): string => `lecciones/${id}.html`;

/** The page of a kind of finding. */
export const findingHref = (id: string): string => `reglas/${id.replaceAll('/', '-')}.html`;
