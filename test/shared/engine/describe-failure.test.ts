import { describe, expect, it } from 'vitest';

import { describeFailure } from '../../../shared/engine/describe-failure.ts';
import { failureOf } from '../support/outcomes.ts';

describe('what kept an answer from arriving', () => {
  it.each([
    ['ECONNREFUSED', 'nothing answers at that address and port'],
    ['ENOTFOUND', 'the host name is not known'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'the certificate belongs to another host'],
    ['TIMEOUT', 'no answer came in time'],
  ])('is said in words for %s', (code, what) => {
    expect(describeFailure(failureOf('connect', code, false)).what).toBe(what);
  });

  it.each([
    ['receive', 'HPE_INVALID_CHUNK_SIZE', 'the answer is not valid HTTP (HPE_INVALID_CHUNK_SIZE)'],
    ['tls', 'ERR_SSL_SOMETHING', 'no secure connection could be made (ERR_SSL_SOMETHING)'],
    ['wait', 'ENEW', 'it went wrong (ENEW)'],
    ['wait', 'constructor', 'it went wrong (constructor)'],
    ['wait', '__proto__', 'it went wrong (__proto__)'],
  ] as const)('keeps an unknown code as it is: %s %s', (phase, code, what) => {
    const failure = describeFailure(failureOf(phase, code, true));
    expect(failure.what).toBe(what);
    expect(failure.remedy).not.toBe('');
  });
});
