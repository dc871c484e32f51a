import type { Verdict } from '../check.ts';

/** A submission as far as it decides a verdict. */
export interface Subject {
  /** What a part says: two submissions whose parts say the same are the same to whoever looks at nothing else. Undefined where that cannot be told. */
  says(part: string): string | undefined;
  /** @returns a verdict, and the parts of the submission that it rests on in the order of the first look */
  judge(): { readonly value: Verdict; readonly looked: readonly string[] };
}

/** Where a verdict was come to, or which part is looked at next: what that says decides how it goes on. */
type Branch = { readonly verdict: Verdict } | { readonly part: string; readonly ways: Map<string, Branch> };

interface Tree {
  root?: Branch;
  verdicts: number;
  /** Letters of what the parts say. */
  letters: number;
}

/** What is kept of one check: so many verdicts, on parts so long together. */
const most = { verdicts: 128, letters: 1_000_000 };

/**
 * The verdicts of the checks of an exercise. Answers of a class share most of what they are made of: a check that looks only at what two
 * of them have in common comes to the same verdict, which is worked out once. A check decides by what it has seen what it
 * looks at next, so what is kept is a tree, and is walked down by looking at the same parts again.
 */
export class Verdicts {
  private readonly trees = new Map<string, Tree>();

  /** @param check names it, the same for the same parameters */
  of(check: string, subject: Subject): Verdict {
    const tree = this.trees.get(check) ?? { verdicts: 0, letters: 0 };
    const known = found(tree.root, subject);
    if (known) return known;
    const { value, looked } = subject.judge();
    this.trees.set(check, grown(tree, value, looked, subject));
    return value;
  }
}

function found(root: Branch | undefined, { says }: Subject): Verdict | undefined {
  let branch = root;
  while (branch && 'part' in branch) {
    const said = says(branch.part);
    branch = said === undefined ? undefined : branch.ways.get(said);
  }
  return branch?.verdict;
}

function grown(tree: Tree, verdict: Verdict, looked: readonly string[], { says }: Subject): Tree {
  const said = looked.map((part) => says(part) ?? '');
  const isTold = looked.every((part) => says(part) !== undefined);
  const letters = said.reduce((sum, { length }) => sum + length, 0);
  if (!isTold || letters > most.letters) return tree;
  const isFull = tree.verdicts >= most.verdicts || tree.letters + letters > most.letters;
  const kept: Tree = isFull ? { verdicts: 0, letters: 0 } : tree;
  let place = (branch: Branch): void => {
    kept.root = branch;
  };
  let at = kept.root;
  for (const [index, part] of looked.entries()) {
    // A check that looks elsewhere for the same reasons is none of ours; its last way counts.
    const branch = at && 'part' in at && at.part === part ? at : { part, ways: new Map<string, Branch>() };
    place(branch);
    const { ways } = branch;
    const way = said[index] ?? '';
    at = ways.get(way);
    place = (next) => ways.set(way, next);
  }
  place({ verdict });
  kept.verdicts++;
  kept.letters += letters;
  return kept;
}
