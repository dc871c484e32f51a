/** A mapping or list nests no deeper than this; nothing of the API comes near. */
const deepest = 100;
/** Where a long line is folded, at a blank. */
const widest = 80;

/**
 * A value as the YAML that `kubectl` prints: keys in order, lists not indented, strings quoted only where they must be.
 * @see https://pkg.go.dev/sigs.k8s.io/yaml
 */
export function yamlText(value: unknown): string {
  const lines: string[] = [];
  block(value, 0, '', lines, 0);
  return `${lines.join('\n')}\n`;
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Writes a value; `lead` is what already stands on its first line. */
function block(value: unknown, indent: number, lead: string, lines: string[], depth: number): void {
  const pad = ' '.repeat(indent);
  if (depth > deepest) {
    lines.push(`${lead}'...'`);
    return;
  }
  if (Array.isArray(value)) {
    if (value.length === 0) lines.push(`${lead}[]`);
    for (const [index, item] of value.entries())
      block(item, indent + 2, `${index === 0 && lead !== '' ? lead : pad}- `, lines, depth + 1);
    return;
  }
  if (isMap(value)) {
    const entries = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    if (entries.length === 0) lines.push(`${lead}{}`);
    for (const [index, [key, one]] of entries.entries()) {
      const start = index === 0 && lead !== '' ? lead : pad;
      const name = `${start}${scalar(key, 0, 0)}:`;
      if (Array.isArray(one) && one.length > 0) {
        lines.push(name);
        block(one, indent, '', lines, depth + 1);
      } else if (isMap(one) && Object.values(one).some((inner) => inner !== undefined)) {
        lines.push(name);
        block(one, indent + 2, '', lines, depth + 1);
      } else if (typeof one === 'string' && one.includes('\n')) literal(name, one, indent + 2, lines);
      else if (Array.isArray(one)) lines.push(`${name} []`);
      else if (isMap(one)) lines.push(`${name} {}`);
      else lines.push(`${name} ${scalar(one, name.length + 1, indent + 2)}`);
    }
    return;
  }
  if (typeof value === 'string' && value.includes('\n')) literal(lead.trimEnd(), value, indent, lines);
  else lines.push(`${lead}${scalar(value, lead.length, indent)}`);
}

function literal(name: string, text: string, indent: number, lines: string[]): void {
  const chomp = text.endsWith('\n') ? (/\n\n$/.test(text) || text === '\n' ? '|+' : '|') : '|-';
  const hint = /^[ \n]/.test(text) ? '2' : '';
  const body = text.replace(/\n$/, '').split('\n');
  lines.push(
    `${name} ${chomp[0]}${hint}${chomp.slice(1)}`,
    ...body.map((line) => (line === '' ? '' : `${' '.repeat(indent)}${line}`)),
  );
}

function scalar(value: unknown, column: number, indent: number): string {
  if (typeof value !== 'string') return value === null || value === undefined ? 'null' : String(value);
  if (value === '') return '""';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what has to be escaped
  if (/[\u0000-\u0008\u000b-\u001f\u007f\t]/.test(value)) return JSON.stringify(value);
  if (isOtherType(value)) return `"${value}"`;
  if (needsQuotes(value)) return folded(`'${value.replaceAll("'", "''")}'`, column, indent);
  return folded(value, column, indent);
}

/** Words that YAML 1.1 reads as something else than a text. */
const otherType =
  /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|y|Y|n|N|[-+]?(?:0b[01_]+|0x[\da-fA-F_]+|0o?[0-7_]*|[1-9][\d_]*|\.?\d[\d_]*)|[-+]?(?:\d[\d_]*)?\.?\d+(?:[eE][-+]?\d+)?|[-+]?\d[\d_]*\.(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?|\d{4}-\d{1,2}-\d{1,2}(?:[Tt\s].*)?)$/;
const isOtherType = (text: string): boolean => otherType.test(text);

function needsQuotes(text: string): boolean {
  return /^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]|^\s|\s$|: |:$| #/.test(text) || /^(?:---|\.\.\.)/.test(text);
}

/** A line that passes the width goes on, one step further in, at the next blank. */
function folded(text: string, column: number, indent: number): string {
  if (indent === 0 || column + text.length <= widest || !text.includes(' ')) return text;
  let out = '';
  let at = column;
  for (let index = 0; index < text.length; index++) {
    const letter = text.charAt(index);
    const breaks =
      letter === ' ' &&
      at > widest &&
      index > 0 &&
      text.charAt(index + 1) !== ' ' &&
      text.charAt(index - 1) !== ' ' &&
      index < text.length - 1;
    out += breaks ? `\n${' '.repeat(indent)}` : letter;
    at = breaks ? indent : at + 1;
  }
  return out;
}
