/** A value as block YAML, as programs of Kubernetes print objects: lists at the level of their key, words quoted where they must be. */
export function yamlOf(value: unknown, depth = 0): string {
  return written(value, '  '.repeat(depth)).replace(/^\n/, '');
}

function written(value: unknown, indent: string): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []\n';
    return `\n${value.map((item) => `${indent}- ${written(item, `${indent}  `).replace(/^\n?\s*/, '')}`).join('')}`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    if (entries.length === 0) return ' {}\n';
    const lines = entries.map(([key, part]) => {
      const inner = written(part, Array.isArray(part) ? indent : `${indent}  `);
      return `${indent}${word(key)}:${inner}`;
    });
    return `\n${lines.join('')}`;
  }
  return ` ${typeof value === 'string' ? word(value) : String(value ?? 'null')}\n`;
}

/** Strings that another reader would take for a number, a boolean or structure are quoted. */
function word(text: string): string {
  const isPlain =
    /^[A-Za-z/.$*(][\w ./$()*@=,-]*(?::[\w./-]+)*$/.test(text) && !/[ :]$/.test(text) && !/^[*.]/.test(text);
  const isWord = /^(?:true|false|yes|no|on|off|null|y|n|~|\.inf|\.nan)$/i.test(text);
  return isPlain && !isWord ? text : JSON.stringify(text);
}
