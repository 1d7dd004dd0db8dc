const LETTERS = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;

/** Whether the checksum of a bech32 text in capital letters is right (BIP 173: a name, the last `1`, data and six letters). */
export function bech32Holds(text: string): boolean {
  const separator = text.lastIndexOf('1');
  const name = Array.from(text.slice(0, separator).toLowerCase(), (letter) => letter.charCodeAt(0));
  const data = Array.from(text.slice(separator + 1), (letter) => LETTERS.indexOf(letter));
  if (data.includes(-1)) return false;
  return remainder([...name.map((code) => code >> 5), 0, ...name.map((code) => code & 31), ...data]) === 1;
}

function remainder(values: readonly number[]): number {
  let rest = 1;
  for (const value of values) {
    const top = rest >> 25;
    rest = ((rest & 0x1ffffff) << 5) ^ value;
    GENERATOR.forEach((term, bit) => {
      if ((top >> bit) & 1) rest ^= term;
    });
  }
  return rest;
}
