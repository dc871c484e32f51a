import type { Complaint } from '../../machine/index.ts';

/** What each of the GNU tools says that it could not do, where a file is not as it needs it. */
const failings: ReadonlyMap<string, (file: string) => string> = new Map([
  ['mkdir', (file) => `cannot create directory ‘${file}’`],
  ['rm', (file) => `cannot remove '${file}'`],
  ['unlink', (file) => `cannot unlink '${file}'`],
  ['rmdir', (file) => `failed to remove '${file}'`],
  ['cp', (file) => `cannot stat '${file}'`],
  ['mv', (file) => `cannot stat '${file}'`],
  ['touch', (file) => `cannot touch '${file}'`],
  ['ln', (file) => `failed to access '${file}'`],
  ['find', (file) => `‘${file}’`],
]);

/**
 * A line of standard error: why a program over files failed, in the words of GNU coreutils 9 and a locale of UTF-8.
 * @see https://github.com/coreutils/coreutils/tree/v9.1/src
 */
export function complaintLine(program: string, complaint: Complaint): string {
  const file =
    'file' in complaint
      ? complaint.file
      : 'path' in complaint
        ? complaint.path
        : 'what' in complaint
          ? complaint.what
          : '';
  const why = whyOf(complaint);
  if (file === '' || why === undefined) return `${program}: invalid argument\n`;
  const failing = failings.get(program) ?? ((name: string) => `cannot access '${name}'`);
  return `${program}: ${failing(file)}: ${why}\n`;
}

function whyOf(complaint: Complaint): string | undefined {
  switch (complaint.kind) {
    case 'cannot-write':
      return complaint.readOnly ? 'Read-only file system' : 'Permission denied';
    case 'no-file':
      return complaint.because === 'unreadable' ? 'Permission denied' : 'No such file or directory';
    case 'taken':
      return 'File exists';
    default:
      return undefined;
  }
}
