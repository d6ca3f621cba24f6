/** A square picture as PNG, and how many pixels it is wide. */
export type IconPicture = { readonly size: number; readonly png: Uint8Array };

/** Apple's names of the pictures in an .icns by their width; each is given as PNG. 64 and 1024 are for fine screens. */
const appleNames: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** An .icns of Apple: "icns", its length, then each picture with its name and length. */
export function writeIcns(pictures: readonly IconPicture[]): Buffer {
  const entries = pictures.flatMap(({ size, png }) =>
    (appleNames[size] ?? []).map((name) =>
      Buffer.concat([Buffer.from(name), bigEndian(png.length + 8), png]),
    ),
  );
  const body = Buffer.concat(entries);
  return Buffer.concat([Buffer.from('icns'), bigEndian(body.length + 8), body]);
}

/** The pictures of an .icns by Apple's names. */
export function readIcns(file: Buffer): ReadonlyMap<string, Buffer> {
  const pictures = new Map<string, Buffer>();
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    pictures.set(file.toString('latin1', at, at + 4), file.subarray(at + 8, at + file.readUInt32BE(at + 4)));
  }
  return pictures;
}

/** An .ico of Windows: a head, a table, then the pictures. A width of 256 stands as 0. */
export function writeIco(pictures: readonly IconPicture[]): Buffer {
  const head = Buffer.from([0, 0, 1, 0, pictures.length, 0]);
  const table = pictures.map(({ size, png }, index) => {
    const row = Buffer.alloc(16);
    row.writeUInt8(size % 256, 0);
    row.writeUInt8(size % 256, 1);
    row.writeUInt16LE(1, 4);
    row.writeUInt16LE(32, 6);
    row.writeUInt32LE(png.length, 8);
    const before = pictures.slice(0, index).reduce((sum, picture) => sum + picture.png.length, 0);
    row.writeUInt32LE(head.length + 16 * pictures.length + before, 12);
    return row;
  });
  return Buffer.concat([head, ...table, ...pictures.map(({ png }) => png)]);
}

/** The pictures of an .ico in their order. */
export function readIco(file: Buffer): readonly IconPicture[] {
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const row = file.subarray(6 + 16 * index);
    const start = row.readUInt32LE(12);
    return { size: row.readUInt8(0) || 256, png: file.subarray(start, start + row.readUInt32LE(8)) };
  });
}

/** The width and height that a PNG says it has; fails on what is no PNG. */
export function sizeOfPng(png: Uint8Array): readonly [width: number, height: number] {
  const bytes = Buffer.from(png);
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error('That is no PNG.');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

function bigEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
