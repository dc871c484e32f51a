import type { GradedSubmission } from '../results.ts';

/** Who the name of an entry says a submission is of. */
export interface Named {
  readonly id: string;
  readonly student: GradedSubmission['student'];
  /** The name the student gave the file, where the platform put theirs before it. */
  readonly file?: string;
  /** A platform named the entry, and may have named others of the same submission. */
  readonly isPart: boolean;
}

/**
 * `Ana García_4711_assignsubmission_file_entrega.zip`, or a folder that ends after `file_`: the name, and the number that the
 * grading worksheet calls «Participant 4711».
 * @see https://docs.moodle.org/en/Assignment_settings#Download_all_submissions
 */
const moodle = /^(.+)_(\d+)_assignsubmission_(?:file|onlinetext)_?(.*)$/s;
/** `garciaana_4711_90210_entrega.zip`, with `_LATE` after the name where it came too late. */
const canvas = /^([\p{Ll}\p{Nd}-]+?)(?:_LATE)?_(\d+)_(\d+)_(.+)$/su;
const email = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/;
const extension = /\.(?:zip|tar|tgz|tar\.gz|ipynb)$/i;

export function whoIs(entry: string, kind: 'folder' | 'file'): Named {
  const [, name, number, rest = ''] = moodle.exec(entry) ?? [];
  if (name !== undefined && number !== undefined) {
    const id = `${name}_${number}`;
    return { id, student: { name, number }, ...(kind === 'file' && rest !== '' && { file: rest }), isPart: true };
  }
  const [, login, user, , file] = (kind === 'file' && canvas.exec(entry)) || [];
  if (login !== undefined && user !== undefined && file !== undefined) {
    return { id: `${login}_${user}`, student: { name: login, number: user }, file, isPart: true };
  }
  const id = kind === 'file' ? entry.replace(extension, '') : entry;
  return { id, student: email.test(id) ? { email: id } : {}, isPart: false };
}
