import { describe, expect, it } from 'vitest';

import { decodeText } from '../../../shared/formats/decode-text.ts';

describe('bytes of an unknown file', () => {
  it('are UTF-8 where they can be, with or without a byte-order mark', () => {
    expect(decodeText(Buffer.from('ä€😀'))).toEqual({ text: 'ä€😀', remark: null, binary: false });
    expect(decodeText(Buffer.from('\uFEFFä'))).toMatchObject({ text: 'ä', remark: null });
  });

  it.each(['utf-16le', 'utf-16be'] as const)('are %s where their first bytes say so', (charset) => {
    const little = Buffer.from('\uFEFFä€', 'utf16le');
    const bytes = charset === 'utf-16le' ? little : Buffer.from(little).swap16();
    const decoded = decodeText(bytes);
    expect(decoded).toMatchObject({ text: 'ä€', binary: false });
    expect(decoded.remark).toContain(charset.toUpperCase());
  });

  it('are read as Windows-1252 where they are no UTF-8, and that is told', () => {
    const decoded = decodeText(Uint8Array.from([0x80, 0x20, 0xe4]));
    expect(decoded).toMatchObject({ text: '€ ä', binary: false });
    expect(decoded.remark).toContain('Windows-1252');
  });

  it.each([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]],
    ['an archive', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x01, 0x08]],
  ])('are no text where they are %s', (_title, bytes) => {
    expect(decodeText(Uint8Array.from(bytes)).binary).toBe(true);
  });

  it('stay text with tabs, line breaks and the colours of a terminal in them', () => {
    expect(decodeText(Buffer.from('\u001b[31mred\u001b[0m\ta\r\n\f')).binary).toBe(false);
  });
});
