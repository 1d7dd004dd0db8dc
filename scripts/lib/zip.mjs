import { inflateRawSync } from 'node:zlib';

const DIRECTORY_END = 0x06054b50;
const STORED = 0;

/** The files of a zip archive by their name, unpacked. Only what packages use: no encryption, less than 4 GB. */
export function unzip(archive) {
  const end = archive.lastIndexOf(Buffer.from(new Uint32Array([DIRECTORY_END]).buffer));
  if (end < 0) throw new Error('This is not a zip archive.');
  const files = new Map();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    if (!name.endsWith('/')) files.set(name, content(archive, at));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

/** @param entry where the file's entry in the directory begins */
function content(archive, entry) {
  const size = archive.readUInt32LE(entry + 20);
  const header = archive.readUInt32LE(entry + 42);
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const packed = archive.subarray(start, start + size);
  return archive.readUInt16LE(entry + 10) === STORED ? packed : inflateRawSync(packed);
}
