import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

/** An entry of an archive made for a test; what is not said is as an honest archive has it. */
export interface Entry {
  readonly name: string;
  readonly content?: string | Buffer;
  readonly kind?: keyof typeof types;
  /** Bytes it claims to have. */
  readonly claims?: number;
  readonly encrypted?: boolean;
}

/** Of a tar; what only a tar has is a file to a zip. */
const types = {
  file: '0',
  folder: '5',
  link: '2',
  device: '3',
  pipe: '6',
  'hard-link': '1',
  pax: 'x',
  'long-name': 'L',
  sparse: 'S',
};

const modes: Readonly<Partial<Record<keyof typeof types, number>>> = {
  file: 0o100644,
  folder: 0o040755,
  link: 0o120777,
  device: 0o020666,
  pipe: 0o010644,
  'hard-link': 0o100644,
};

/** @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export function zipOf(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content = '', kind = 'file', claims, encrypted = false } of entries) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const path = Buffer.from(name);
    const flags = 0x0800 | (encrypted ? 1 : 0);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(flags, 2);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crcOf(raw), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(claims ?? raw.length, 18);
    shared.writeUInt16LE(path.length, 22);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE((3 << 8) | 20, 4);
    shared.copy(head, 6);
    head.writeUInt32LE(((modes[kind] ?? 0o100644) << 16) >>> 0, 38);
    head.writeUInt32LE(offset, 42);
    central.push(head, path);
    const local = [Buffer.from([0x50, 0x4b, 3, 4]), shared, path, packed];
    locals.push(...local);
    offset += local.reduce((sum, { length }) => sum + length, 0);
  }
  const size = central.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length & 0xffff, 8);
  end.writeUInt16LE(entries.length & 0xffff, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...central, end]);
}

/** A zip whose many entries all are the same bytes of it. */
export function overlappingZip(count: number, nameOf: (index: number) => string, content: Buffer): Buffer {
  const whole = zipOf([{ name: nameOf(0), content }]);
  const central = whole.readUInt32LE(whole.length - 6);
  const [local, head, end] = [whole.subarray(0, central), whole.subarray(central, central + 46), whole.subarray(-22)];
  const entries = Array.from({ length: count }, (_, index) => {
    const name = Buffer.from(nameOf(index));
    const own = Buffer.from(head);
    own.writeUInt16LE(name.length, 28);
    return Buffer.concat([own, name]);
  });
  const all = Buffer.concat(entries);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(all.length, 12);
  return Buffer.concat([local, all, end]);
}

/** @see https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html#tag_20_92_13_06 */
export function tarOf(entries: readonly Entry[]): Buffer {
  const blocks = entries.flatMap(({ name, content = '', kind = 'file', claims }) => {
    const raw = Buffer.from(content);
    const head = Buffer.alloc(512);
    head.write(name, 0, 100);
    head.write('0000644\0', 100);
    head.write('0000000\0', 108);
    head.write('0000000\0', 116);
    head.write(`${(claims ?? raw.length).toString(8).padStart(11, '0')}\0`, 124);
    head.write('00000000000\0', 136);
    head.write('        ', 148);
    head.write(types[kind], 156);
    if (kind === 'link' || kind === 'hard-link') head.write('/etc/passwd', 157);
    head.write('ustar\0' + '00', 257);
    const sum = head.reduce((total, byte) => total + byte, 0);
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [head, raw, Buffer.alloc((512 - (raw.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

export const tgzOf = (entries: readonly Entry[]): Buffer => gzipSync(tarOf(entries));

function crcOf(bytes: Buffer): number {
  if (typeof crc32 === 'function') return crc32(bytes);
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
