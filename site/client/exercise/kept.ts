import { fullKey, keys, type Texts } from '../store.ts';
import { addToHistory, loadAnswer, sameTexts, saveAnswer } from './saved.ts';

/**
 * The answer as this browser keeps it, which every tab with this exercise shares. A tab writes only what was typed in it, and
 * never over what another tab has written since, until somebody chooses; and what is not chosen stays in the history.
 */
export class KeptAnswer {
  /** What this tab last read or wrote: while its editor holds the same, it has nothing of its own. */
  private known: Texts;
  /** What another tab wrote while this one had something of its own. */
  private other: Texts | undefined;

  /** @param shown what the editor begins with */
  constructor(
    private readonly id: string,
    shown: Texts,
  ) {
    this.known = shown;
  }

  /** @returns false when the browser keeps nothing */
  save(mine: Texts): boolean {
    if (this.other || sameTexts(mine, this.known)) return true;
    const isKept = saveAnswer(this.id, mine);
    if (isKept) this.known = mine;
    return isKept;
  }

  /** The page goes away: what still waits for a choice is kept beside the other tab's. */
  leave(mine: Texts): void {
    if (this.other && !sameTexts(mine, this.other)) this.setAside(mine);
    else this.save(mine);
  }

  isAbout = ({ key }: StorageEvent): boolean => key === fullKey(keys.answer(this.id));

  /**
   * Another tab has saved.
   * @returns its text, and whether this tab can show it as it has nothing of its own; undefined when both hold the same
   */
  changedElsewhere(mine: Texts): { readonly texts: Texts; readonly free: boolean } | undefined {
    const texts = loadAnswer(this.id);
    if (!texts) return undefined;
    const free = !this.other && sameTexts(mine, this.known);
    if (free || sameTexts(texts, mine)) this.take(texts);
    else this.other = texts;
    return sameTexts(texts, mine) ? undefined : { texts, free };
  }

  /** The other tab's text is the one that goes on. */
  take(texts: Texts): void {
    this.other = undefined;
    this.known = texts;
  }

  /** This tab's text goes on, and the other's stays in the history. */
  keepMine(mine: Texts): void {
    if (this.other) this.setAside(this.other);
    this.other = undefined;
    this.save(mine);
  }

  private setAside(texts: Texts): void {
    addToHistory(this.id, { at: new Date().toISOString(), status: 'pending', texts });
  }
}
