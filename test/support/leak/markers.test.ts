import { describe, expect, it } from 'vitest';
import { Markers, tokenMarker } from './markers.ts';

describe('the markers of a leak test', () => {
  it('are found by a piece, also in base64 and with escapes', () => {
    const markers = new Markers();
    const marker = markers.add('a token', tokenMarker());
    const piece = marker.slice(9, 21);
    for (const text of [
      piece,
      piece.toLowerCase(),
      btoa(`x${marker}y`),
      encodeURIComponent(piece),
      JSON.stringify(piece),
    ])
      expect(markers.in(`before ${text} after`)).toEqual(['a token']);
    expect(markers.in(tokenMarker())).toEqual([]);
  });

  it('are found by a longer piece where they are ids, which share short ones', () => {
    const markers = new Markers();
    const id = markers.add('an id', crypto.randomUUID());
    for (const text of [id, id.slice(3, 25), btoa(`x${id}y`)]) expect(markers.in(text)).toEqual(['an id']);
    const others = Array.from({ length: 20_000 }, () => crypto.randomUUID()).join(' ');
    expect(markers.in(others)).toEqual([]);
  });
});
