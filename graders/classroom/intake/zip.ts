import yauzl from 'yauzl';
import { Unpacking } from './archive.ts';
import { encrypted, methodUnknown } from './sentences.ts';

/** Format of a file in the upper half of its attributes, where the archive was made on a Unix. */
const formats = 0o170000;
const regular = 0o100000;
const linked = 0o120000;
const folder = 0o040000;
const unix = 3;

/**
 * Reads a zip in memory. Sizes are believed only as far as the bytes that come out agree with them.
 * @param wanted of a path, whether somebody may want what is in it
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export async function readZip(bytes: Buffer, wanted: (path: string) => boolean) {
  const unpacking = new Unpacking(wanted);
  try {
    // Names are looked at by us, one by one: the library ends at the first that leads out.
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, decodeStrings: false });
    for await (const entry of zip.eachEntry()) {
      const path = unpacking.enter({ path: nameOf(entry), kind: kindOf(entry), size: entry.uncompressedSize });
      if (path === undefined) continue;
      if (!entry.canDecodeFileData()) unpacking.remark(path, entry.isEncrypted() ? encrypted : methodUnknown);
      else unpacking.keep(path, await unpack(zip, entry, unpacking));
    }
    return unpacking.tree();
  } catch (problem) {
    return unpacking.tree(problem);
  }
}

function nameOf(entry: yauzl.Entry): string {
  return yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
}

function kindOf(entry: yauzl.Entry): 'file' | 'folder' | 'link' | 'special' {
  const format = entry.versionMadeBy >> 8 === unix ? (entry.externalFileAttributes >>> 16) & formats : 0;
  if (format === linked) return 'link';
  if (entry.fileNameRaw.at(-1) === 0x2f) return 'folder';
  if (format === 0 || format === regular) return 'file';
  return format === folder ? 'folder' : 'special';
}

async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry, unpacking: Unpacking): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of stream) {
      unpacking.spend((chunk as Buffer).length);
      chunks.push(chunk as Buffer);
    }
  } finally {
    stream.destroy();
  }
  return Buffer.concat(chunks);
}
