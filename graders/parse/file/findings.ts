import { descriptor } from '../../core/finding.ts';

/** Why a file gives no text at all. The shells that open files find these; they are said here for all of them. */
export const missing = descriptor({
  id: 'file/missing',
  severity: 'error',
  title: { es: 'Falta un fichero', en: 'A file is missing' },
  messages: {
    answer: {
      es: 'No está el fichero de respuesta `{file}`. Recupéralo con `npx timonel reset {number}`.',
      en: 'The answer file `{file}` is not there. Restore it with `npx timonel reset {number}`.',
    },
    file: {
      es: 'No existe `{file}`.',
      en: '`{file}` does not exist.',
    },
  },
});

export const directory = descriptor({
  id: 'file/directory',
  severity: 'error',
  title: { es: 'Hay una carpeta donde se espera un fichero', en: 'There is a folder where a file is expected' },
  messages: {
    found: {
      es: '`{file}` es una carpeta y aquí hace falta un fichero de texto.',
      en: '`{file}` is a folder, and a text file is needed here.',
    },
  },
});

export const unreadable = descriptor({
  id: 'file/unreadable',
  severity: 'error',
  title: { es: 'El fichero no se puede abrir', en: 'The file cannot be opened' },
  messages: {
    permission: {
      es: 'No tienes permiso para leer `{file}`. Mira sus permisos con `ls -l`.',
      en: 'You have no permission to read `{file}`. Look at its permissions with `ls -l`.',
    },
    special: {
      es: '`{file}` no es un fichero normal, sino un dispositivo, una tubería o un socket.',
      en: '`{file}` is no regular file but a device, a pipe or a socket.',
    },
    link: {
      es: '`{file}` es un enlace a otro fichero, y los enlaces no se siguen. Pon en su lugar un fichero normal con el contenido.',
      en: '`{file}` is a link to another file, and links are not followed. Put a regular file with the content in its place.',
    },
    system: {
      es: 'El sistema no deja leer `{file}`: responde `{code}`.',
      en: 'The system does not let `{file}` be read: it answers `{code}`.',
    },
  },
});

export const tooLarge = descriptor({
  id: 'file/too-large',
  severity: 'error',
  title: { es: 'El fichero es demasiado grande', en: 'The file is too large' },
  messages: {
    size: {
      es: '`{file}` ocupa {size} MiB y se leen como mucho {limit} MiB.',
      en: '`{file}` takes {size} MiB, and at most {limit} MiB are read.',
    },
  },
});

export const binary = descriptor({
  id: 'file/binary',
  severity: 'error',
  title: { es: 'El fichero no es de texto', en: 'The file is not text' },
  messages: {
    nul: {
      es: '`{file}` contiene bytes nulos: es un fichero binario o un texto en UTF-16. Guárdalo como texto en UTF-8.',
      en: '`{file}` holds null bytes: it is a binary file or text in UTF-16. Save it as text in UTF-8.',
    },
  },
});

export const encoding = descriptor({
  id: 'file/encoding',
  severity: 'error',
  title: { es: 'El fichero no está en UTF-8', en: 'The file is not in UTF-8' },
  messages: {
    invalid: {
      es: 'Este carácter no está en UTF-8 (byte `{byte}`): el fichero se guardó con otra codificación, quizá Windows-1252. Guárdalo como UTF-8.',
      en: 'This character is not UTF-8 (byte `{byte}`): the file was saved in another encoding, perhaps Windows-1252. Save it as UTF-8.',
    },
    utf16: {
      es: '`{file}` está en UTF-16, como lo guardan PowerShell y el Bloc de notas. Guárdalo como UTF-8.',
      en: '`{file}` is in UTF-16, as PowerShell and Notepad save it. Save it as UTF-8.',
    },
  },
});
