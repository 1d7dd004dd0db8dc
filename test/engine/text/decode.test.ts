import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/engine/text/decode.ts';

const bytes = (...parts: (number[] | Buffer)[]): Buffer => Buffer.concat(parts.map((part) => Buffer.from(part)));

describe('a file is read as', () => {
  it('UTF-8, without its byte order mark', () => {
    expect(decode(Buffer.from('\uFEFFgrün'))).toBe('grün');
  });

  it('UTF-8 with replacement characters where a byte does not fit', () => {
    expect(decode(bytes(Buffer.from('gr'), [0xfc], Buffer.from('n')))).toBe('gr\uFFFDn');
  });

  it('UTF-16 where the byte order mark says so', () => {
    const little = Buffer.from('grün', 'utf16le');
    expect(decode(bytes([0xff, 0xfe], little))).toBe('grün');
    expect(decode(bytes([0xfe, 0xff], Buffer.from(little).swap16()))).toBe('grün');
  });

  it('binary where a NUL stands near the beginning', () => {
    expect(decode(bytes(Buffer.from('PK'), [0]))).toBeUndefined();
    expect(decode(Buffer.concat([Buffer.alloc(8 * 1024, 'a'), Buffer.from([0])]))).toBeTypeOf('string');
  });

  it('an empty text where it is empty', () => {
    expect(decode(Buffer.alloc(0))).toBe('');
  });
});
