import { words } from '../../shared/words.ts';
import { byId } from '../element.ts';
import { say } from '../lang.ts';
import type { Texts } from '../store.ts';
import { sameTexts } from './saved.ts';

/**
 * The answer as it is in the files of a study session, and the button that writes the page's own over them. Nothing goes to
 * the files unasked; what is only in the page says so.
 */
export class DiskCopy {
  private readonly save = byId<HTMLButtonElement>('al-fichero');
  private readonly said = byId('en-fichero');
  private isOpen = false;

  /**
   * @param known what the files hold until the session says otherwise
   * @param onSave called when the reader asks for the page's answer to be written
   */
  constructor(
    private readonly id: string,
    private known: Texts,
    onSave: () => void,
  ) {
    this.save.addEventListener('click', onSave);
  }

  /** The session is there: from now on the reader sees where the answer is. */
  open(texts: Texts): void {
    this.isOpen = true;
    this.show(texts);
  }

  get texts(): Texts {
    return this.known;
  }

  /** The session says what the files hold. */
  see(disk: Texts, texts: Texts): void {
    this.known = disk;
    this.show(texts);
  }

  /** Tells whether the page and the files are alike. */
  show(texts: Texts): void {
    if (!this.isOpen) return;
    const isSame = sameTexts(this.known, texts);
    this.save.hidden = false;
    this.save.disabled = isSame;
    this.said.textContent = say(isSame ? words.onDisk : words.onlyHere);
  }

  /**
   * Writes an answer over the files.
   * @returns `changed` where they are not what this page saw last: the session then shows them
   */
  async write(texts: Texts): Promise<'saved' | 'changed' | 'failed'> {
    const body = JSON.stringify({ id: this.id, texts, known: this.known });
    const headers = { 'content-type': 'application/json' };
    const kept = await fetch('/guardar', { method: 'POST', headers, body }).then(
      (answer) => answer.text(),
      () => '',
    );
    if (kept === 'changed') return 'changed';
    if (kept !== 'saved') return 'failed';
    this.see(texts, texts);
    return 'saved';
  }
}
