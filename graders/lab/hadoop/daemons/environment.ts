/** Formats that the image's script writes; a variable whose second part is none of them is no setting. */
const formats = ['xml', 'properties', 'yaml', 'yml', 'env', 'sh', 'cfg', 'conf'];

/** Properties by file, in lowercase and without its extension: `core-site`, `hdfs-site`, … */
export type Files = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * The settings that the variables of a container of `apache/hadoop` become: `CORE-SITE.XML_fs.defaultFS` is `fs.defaultFS` in
 * `core-site.xml`. The name is split at each `_` and `.`: first part the file, second the format, the rest the property as it is.
 * @see https://hadoop.apache.org/docs/current/hadoop-project-dist/hadoop-common/HadoopDocker.html and envtoconf.py of the image
 */
export function filesOf(environment: Readonly<Record<string, string>>): Files {
  const files = new Map<string, Map<string, string>>();
  for (const [variable, value] of Object.entries(environment)) {
    const [name = '', written = ''] = variable.split(/[_.]/);
    const [format = ''] = written.toLowerCase().split('!');
    if (!formats.includes(format)) continue;
    const file = files.get(name.toLowerCase()) ?? new Map<string, string>();
    file.set(variable.slice(name.length + written.length + 2).trim(), value.trim().replace(/^"+|"+$/g, ''));
    files.set(name.toLowerCase(), file);
  }
  return files;
}
