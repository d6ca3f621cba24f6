import { describe, expect, it } from 'vitest';

import { parseBody } from '../../../shared/formats/body.ts';

describe('a body is read by what it is', () => {
  it.each([
    ['json', '{"a":1}'],
    ['json', '  [1]'],
    ['json', '\uFEFF{"a":1}'],
    ['json', '"OK"'],
    ['json', '1.00'],
    ['json', 'null'],
    ['xml', '<a/>'],
    ['xml', '<?xml version="1.0"?>\n<a/>'],
    ['xml', '\uFEFF<a/>'],
    ['xml', '\n<a/>'],
    ['xml', '<!-- no page --><a/>'],
    ['xml', '<htmlAnswer/>'],
    ['html', '<!DOCTYPE html><title>Login</title>'],
    ['html', '<!doctype html PUBLIC "-//W3C//DTD XHTML 1.0//EN">'],
    ['html', ' <HTML lang="en"></HTML>'],
    ['html', '<html>'],
    ['empty', ''],
    ['empty', ' \r\n\t'],
    ['empty', '\uFEFF'],
    ['text', 'Success'],
    ['text', 'refund_id=1&status=ok'],
    ['text', '00123'],
    ['malformed', '{"a":1'],
    ['malformed', '[1,'],
    ['malformed', '"cut'],
    ['malformed', '{"a":1}{"a":2}'],
    ['malformed', '<a>'],
    ['malformed', '<a/>Success'],
    ['malformed', '<a/><b/>'],
    ['malformed', ' <?xml version="1.0"?><a/>'],
    ['malformed', '<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>'],
    ['malformed', '<'],
  ])('%s: %j', (kind, text) => expect(parseBody(text).kind).toBe(kind));

  it('says where it stops being well-formed, and in which format', () => {
    expect(parseBody('{\n  "success": 1,\n}')).toEqual({
      kind: 'malformed',
      format: 'json',
      problem: { message: 'a property name in double quotes is expected here', line: 3, column: 1 },
    });
    expect(parseBody('<a>\n  <b>\n</a>')).toEqual({
      kind: 'malformed',
      format: 'xml',
      problem: { message: 'unexpected close tag', line: 3, column: 4 },
    });
  });
});
