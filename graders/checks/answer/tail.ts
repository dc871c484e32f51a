/** Comments that other programs or ours take for more than a comment. */
const directive = /timonel|hadolint|check|lint|syntax|escape|ignore/i;
/** What a comment may hold and still be read as one by everybody. */
const plain = /^[\t\x20-\x7e\u00a1-\u02ff]*$/;

/**
 * A text without the comments that stand after everything else, each on a line of its own from its first letter on.
 * @param mark with which such a line begins: `#`, `//`
 */
export function withoutTail(text: string, mark: string): string {
  let end = text.length;
  for (let to = text.length; to > 0; ) {
    const from = text.lastIndexOf('\n', to - 1) + 1;
    const line = text.slice(from, to);
    const isComment = line.startsWith(mark) && plain.test(line) && !directive.test(line);
    if (from === 0 || (line !== '' && !isComment)) break;
    // Blank lines before the first of them may belong to what stands there.
    if (isComment) end = from;
    to = from - 1;
  }
  return text.slice(0, end);
}
