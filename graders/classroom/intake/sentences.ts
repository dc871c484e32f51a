import type { Text } from '../../core/text.ts';

/** What is said of a submission that is not what it should be. Names stand in the path of the remark. */
export const link: Text = {
  es: 'Es un enlace, y los enlaces no se siguen.',
  en: 'It is a link, and links are not followed.',
};
export const special: Text = {
  es: 'No es un fichero normal, sino un dispositivo, una tubería o un socket: no se abre.',
  en: 'It is no regular file but a device, a pipe or a socket: it is not opened.',
};
export const cannotList: Text = {
  es: 'El sistema no deja ver esta carpeta.',
  en: 'The system does not let this folder be listed.',
};
export const unreadableName: Text = {
  es: 'El nombre no está escrito en UTF-8, y así el sistema no lo encuentra: vuelve a extraer el archivo, o cámbiale el nombre, y repite.',
  en: 'The name is not written in UTF-8, and so the system does not find it: extract the archive again, or rename it, and repeat.',
};
export const cannotRead: Text = { es: 'No se puede leer.', en: 'It cannot be read.' };

export const tooDeep = (depth: number): Text => ({
  es: `Hay más de ${depth} carpetas una dentro de otra: lo de dentro no se ha mirado.`,
  en: `There are more than ${depth} folders one inside the other: what is inside was not looked at.`,
});
export const tooMany = (entries: number): Text => ({
  es: `Tiene más de ${entries} ficheros y carpetas: los demás no se han mirado.`,
  en: `It has more than ${entries} files and folders: the others were not looked at.`,
});
export const tooMuch = (megabytes: number): Text => ({
  es: `Al descomprimirlo ocupa más de ${megabytes} MiB: lo que queda no se ha mirado.`,
  en: `Unpacked it takes more than ${megabytes} MiB: what is left was not looked at.`,
});
export const tooLargeArchive = (megabytes: number): Text => ({
  es: `El fichero comprimido ocupa más de ${megabytes} MiB, y no se abre.`,
  en: `The archive takes more than ${megabytes} MiB, and is not opened.`,
});
export const tooManyArchives = (count: number): Text => ({
  es: `La entrega tiene más de ${count} ficheros comprimidos: este no se ha abierto.`,
  en: `The submission has more than ${count} archives: this one was not opened.`,
});
export const tooManyNotebooks = (count: number): Text => ({
  es: `La entrega tiene más de ${count} cuadernos: este no se ha leído.`,
  en: `The submission has more than ${count} notebooks: this one was not read.`,
});
export const nested: Text = {
  es: 'Es un fichero comprimido dentro de otro que ya estaba dentro de otro: no se ha abierto.',
  en: 'It is an archive inside of one that was inside of another: it was not opened.',
};

export const damaged: Text = {
  es: 'El fichero comprimido está dañado: lo que queda no se ha podido leer.',
  en: 'The archive is damaged: what is left could not be read.',
};
export const encrypted: Text = { es: 'Está cifrado con una contraseña.', en: 'It is encrypted with a password.' };
export const methodUnknown: Text = {
  es: 'Está comprimido de una forma que no se sabe leer.',
  en: 'It is compressed in a way that cannot be read here.',
};
export const outside: Text = {
  es: 'La ruta lleva fuera de la entrega o no es válida: se ha dejado.',
  en: 'The path leads out of the submission or is not valid: it was left.',
};
export const duplicate: Text = {
  es: 'Está dos veces en el fichero comprimido: vale la última.',
  en: 'It is in the archive twice: the last one counts.',
};
export const caseCollision = (other: string): Text => ({
  es: `Solo se distingue de \`${other}\` en las mayúsculas.`,
  en: `It differs from \`${other}\` only in case.`,
});

export const linkedEntry: Text = {
  es: 'Es un enlace, y los enlaces no se siguen: no se ha tomado como entrega.',
  en: 'It is a link, and links are not followed: it was not taken as a submission.',
};
export const specialEntry: Text = {
  es: 'Es un dispositivo, una tubería o un socket: no se ha tomado como entrega.',
  en: 'It is a device, a pipe or a socket: it was not taken as a submission.',
};
export const ignoredEntry: Text = {
  es: 'No es una carpeta, un fichero comprimido ni un cuaderno: no se ha tomado como entrega.',
  en: 'It is no folder, archive or notebook: it was not taken as a submission.',
};

/** @param why a sentence that says what is odd about it */
export const noHome = (cell: number, why: Text = { es: '', en: '' }): Text => ({
  es: `Lo que hay en la celda ${cell} no se ha podido colocar. ${why.es}`.trim(),
  en: `What is in cell ${cell} could not be placed. ${why.en}`.trim(),
});

export const guessed = (file: string, number: number): Text => ({
  es: `Se ha tomado como \`${file}\` del ejercicio ${number}.`,
  en: `It was taken as \`${file}\` of exercise ${number}.`,
});
export const unused = (used: string): Text => ({
  es: `No se ha usado: como respuesta vale \`${used}\`.`,
  en: `It was not used: \`${used}\` is taken as the answer.`,
});
export const cellUnused = (file: string, number: number): Text => ({
  es: `No se ha usado lo que pone de \`${file}\` del ejercicio ${number}: ya estaba en un fichero o en otro cuaderno.`,
  en: `What it has for \`${file}\` of exercise ${number} was not used: a file or another notebook had it already.`,
});
export const ambiguous = (used: string): Text => ({
  es: `Puede ser la misma respuesta que \`${used}\`, que es la que se ha tomado.`,
  en: `It may be the same answer as \`${used}\`, which was taken.`,
});
export const absent = (file: string, number: number): Text => ({
  es: `Falta \`${file}\` del ejercicio ${number}: se corrige como si estuviera sin empezar.`,
  en: `\`${file}\` of exercise ${number} is missing: it is graded as not begun.`,
});
export const ofWhich = (folder: string): Text => ({
  es: `Se llama como una respuesta, y nada dice de qué ejercicio: va en la carpeta del suyo, como \`${folder}/\`, o con su número en el nombre.`,
  en: `It is called like an answer, and nothing says of which exercise: it goes into the folder of its own, such as \`${folder}/\`, or has its number in the name.`,
});
export const unplaced = (count: number, some: readonly string[]): Text => {
  const names = some.map((name) => `\`${name}\``).join(', ');
  const more = count - some.length;
  return {
    es: `${count === 1 ? 'No es respuesta de ningún ejercicio' : `${count} ficheros no son respuesta de ningún ejercicio`}: ${names}${more > 0 ? ` y ${more} más` : ''}.`,
    en: `${count === 1 ? 'It is no answer of any exercise' : `${count} files are no answer of any exercise`}: ${names}${more > 0 ? ` and ${more} more` : ''}.`,
  };
};
export const nothingFound: Text = {
  es: 'No hay ninguna respuesta en la entrega.',
  en: 'There is no answer in the submission.',
};
