/** A line of an answer that means nothing. */
export function comment(file: string, text: string): string {
  if (file.endsWith('.xml')) return `<!-- ${text} -->`;
  return `${file.endsWith('.ts') ? '//' : '#'} ${text}`;
}
