/** Lines of both texts together that are compared; longer ones are told as a whole. */
const mostLines = 3000;

/** Two texts as `diff -u` compares them, with three lines around each change; empty where they are the same. */
export function unified(before: string, after: string, from: string, to: string): string {
  if (before === after) return '';
  const [a, b] = [linesOf(before), linesOf(after)];
  const edits =
    a.length + b.length > mostLines
      ? [...a.map((text) => ({ sign: '-', text })), ...b.map((text) => ({ sign: '+', text }))]
      : compared(a, b);
  const near = edits.map((_, index) => edits.slice(Math.max(0, index - 3), index + 4).some(({ sign }) => sign !== ' '));
  let out = `--- ${from}\n+++ ${to}\n`;
  let [left, right] = [1, 1];
  for (let index = 0; index < edits.length; ) {
    if (!near[index]) {
      left++;
      right++;
      index++;
      continue;
    }
    let end = index;
    while (end < edits.length && near[end]) end++;
    const hunk = edits.slice(index, end);
    const [removed, added] = [
      hunk.filter(({ sign }) => sign !== '+').length,
      hunk.filter(({ sign }) => sign !== '-').length,
    ];
    const place = (line: number, count: number) =>
      count === 1 ? String(line) : `${count === 0 ? line - 1 : line},${count}`;
    out += `@@ -${place(left, removed)} +${place(right, added)} @@\n${hunk.map(({ sign, text }) => `${sign}${text}\n`).join('')}`;
    left += removed;
    right += added;
    index = end;
  }
  return out;
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** By the longest common subsequence. */
function compared(a: readonly string[], b: readonly string[]) {
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const same = a[i] === b[j];
      longest[i * width + j] = same
        ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
    }
  }
  const edits: { readonly sign: string; readonly text: string }[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      edits.push({ sign: ' ', text: a[i] ?? '' });
      i++;
      j++;
    } else if (
      i < a.length &&
      (j >= b.length || (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0))
    )
      edits.push({ sign: '-', text: a[i++] ?? '' });
    else edits.push({ sign: '+', text: b[j++] ?? '' });
  }
  return edits;
}
