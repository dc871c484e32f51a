import { createGunzip } from 'node:zlib';
import { Parser, type ReadEntry } from 'tar';
import { type Packed, Unpacking } from './archive.ts';

/**
 * Reads a tar in memory, compressed with gzip or not. What comes out of the compression is bounded before anybody looks at it.
 * @param wanted of a path, whether somebody may want what is in it
 * @see https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13_06
 */
export async function readTar(bytes: Buffer, wanted: (path: string) => boolean) {
  const unpacking = new Unpacking(wanted);
  let problem: unknown;
  const parser = new Parser({
    strict: false,
    onReadEntry: (entry) => {
      try {
        receive(entry, unpacking);
      } catch (thrown) {
        problem ??= thrown;
        entry.resume();
      }
    },
    onwarn: (code, message) => {
      // What only the parser minds, such as the order of its own headers, is no damage.
      if (code === 'TAR_BAD_ARCHIVE' || code === 'TAR_ABORT') problem ??= new Error(String(message));
    },
  });
  // What the library knows no use for: a file with holes, the label of a tape.
  parser.on('ignoredEntry', (entry) => {
    try {
      unpacking.enter({ path: entry.path, kind: 'special', size: 0 });
    } catch (thrown) {
      problem ??= thrown;
    }
  });
  try {
    for await (const chunk of isGzip(bytes) ? unzipped(bytes) : [bytes]) {
      unpacking.stream(chunk.length);
      parser.write(chunk);
      if (problem !== undefined) break;
    }
    if (problem === undefined) await ended(parser);
  } catch (thrown) {
    problem ??= thrown;
  }
  return unpacking.tree(problem);
}

function receive(entry: ReadEntry, unpacking: Unpacking): void {
  const path = unpacking.enter({ path: entry.path, kind: kindOf(entry), size: entry.size });
  if (path === undefined) {
    entry.resume();
    return;
  }
  const chunks: Buffer[] = [];
  entry.on('data', (chunk) => chunks.push(Buffer.from(chunk)));
  entry.on('end', () => unpacking.keep(path, Buffer.concat(chunks)));
}

function kindOf({ type }: ReadEntry): Packed['kind'] {
  if (type === 'File' || type === 'OldFile' || type === 'ContiguousFile') return 'file';
  if (type === 'Directory' || type === 'GNUDumpDir') return 'folder';
  return type === 'SymbolicLink' || type === 'Link' ? 'link' : 'special';
}

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Piece by piece, so that a bomb ends at the limit and not in the memory. */
async function* unzipped(bytes: Buffer): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  gunzip.end(bytes);
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } finally {
    gunzip.destroy();
  }
}

const ended = (parser: Parser): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.on('end', resolve);
    parser.on('error', reject);
    parser.end();
  });
