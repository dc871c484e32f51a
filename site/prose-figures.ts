/** What one rule of a rubric decides in the labelled answers, by itself. */
export interface RuleFigures {
  /** The claim as it is written: `proxy · obtain · certificate`. */
  readonly rule: string;
  /** It finds the idea, finds its contrary, or finds a misconception. */
  readonly kind: 'says' | 'denies' | 'claims';
  /** Answers in which it decides as they are labelled, and otherwise. One that decides in none is dead weight, or untried. */
  readonly right: number;
  readonly wrong: number;
}

/** How one idea, or one misconception, is read in the labelled answers. */
export interface IdeaFigures {
  readonly id: string;
  /** It is commented on and gives no points. */
  readonly feedback: boolean;
  readonly matched: number;
  /** There and not found, and found and not there: two mistakes that are not the same. */
  readonly missed: number;
  readonly wrong: number;
  readonly review: number;
  readonly rules: readonly RuleFigures[];
}

export interface SlotFigures {
  readonly slot: string;
  readonly answers: number;
  readonly ideas: readonly IdeaFigures[];
  readonly misconceptions: readonly Omit<IdeaFigures, 'matched' | 'missed' | 'wrong' | 'review' | 'feedback'>[];
}

/** What `site/prosa.json` holds, from which the page for instructors is made. */
export interface ProseFigures {
  readonly exercises: readonly { readonly number: number; readonly slots: readonly SlotFigures[] }[];
}
