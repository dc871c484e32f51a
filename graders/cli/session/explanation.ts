/** The first paragraph of an explanation that says something, without its title. */
export function firstWords(markdown: string): string {
  const [first = '', second = ''] = paragraphs(markdown);
  // What ends in a colon says nothing without what follows.
  return first.endsWith(':') ? `${first}\n\n${second}` : first;
}

/** A heading under which an author tells what else would do. */
const others = /^#+ .*(?:alternativ|otras? (?:soluci|respuest|form|maner)|matices)/i;
const anyHeading = /^#+ /;

/** One other way that the explanation tells, or nothing where it tells none. */
export function oneAlternative(markdown: string): string | undefined {
  const lines = markdown.split('\n');
  const at = lines.findIndex((line) => others.test(line));
  if (at < 0) return undefined;
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => anyHeading.test(line));
  const section = (end < 0 ? rest : rest.slice(0, end)).join('\n');
  const [first] = paragraphs(section);
  if (first === undefined) return undefined;
  // One item of a list, not all of it.
  const [item = first] = first.split(/\n(?=\s{0,3}(?:[-*]|\d+\.) )/);
  return item.replace(/^\s*(?:[-*]|\d+\.) /, '');
}

const paragraphs = (markdown: string): readonly string[] =>
  markdown
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '' && !block.startsWith('#') && !block.startsWith('```') && !block.startsWith('|'));
