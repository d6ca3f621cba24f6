import { findApi } from '../../shared/apis/registry.ts';
import { prepareRequest } from '../../shared/engine/prepare-request.ts';
import { signRequest } from '../../shared/engine/sign-request.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { type Asked, capturedNames, checkAnswer, forgetOfOtherIterations } from './check-in-postman.ts';
import { forgetExpired, toLoginAnswer, withLogin, withSession } from './log-in-from-postman.ts';
import type { Postman } from './postman.ts';
import { postmanCrypto } from './postman-crypto.ts';
import type { PostmanExpectation, PostmanSetup } from '../../shared/engine/transfer/postman-script-calls.ts';
import { readRequest, writeRequest } from './request-in-postman.ts';
import { readScope, textsOf } from './scope-in-postman.ts';

/** The request that is under way: what `check` needs of what `prepare` did. */
let underWay: Asked | null = null;

/**
 * Before a request: logs in where the API asks for it, puts the variables in, signs, and leaves the exact text in
 * Postman's hands. What cannot be prepared is a failed test, and is not sent.
 */
export function prepare(pm: Postman, setup: PostmanSetup): void {
  underWay = null;
  forgetOfOtherIterations(pm);
  const api = findApi(setup.api);
  if (api === null) {
    refuse(pm, `This script knows no API ${setup.api}; export the collection once more.`);
    return;
  }
  const draft = readRequest(pm, setup);
  const scope = readScope(pm, api, textsOf(draft), setup.values, capturedNames());
  withLogin(pm, api, scope, (session) => {
    if (!session.ok) {
      refuse(pm, session.error);
      return;
    }
    const whole = withSession(scope, session.value);
    const operation = api.operations.find(({ id }) => id === setup.operation) ?? null;
    const prepared = prepareRequest(draft, whole);
    const signed = prepared.ok ? signRequest(prepared.value, operation, whole, postmanCrypto) : prepared;
    if (!signed.ok) {
      refuse(pm, signed.error.map(sentenceOf).join(' '));
      return;
    }
    writeRequest(pm, signed.value.request);
    const { request } = signed.value;
    underWay = { api, operation: setup.operation, scope, request, values: setup.values };
  });
}

/** After the answer: holds it against the checks, a test for each, and takes the captured values. */
export function check(pm: Postman, expected: PostmanExpectation): void {
  if (underWay === null) {
    failTest(pm, 'The answer can be read', 'The script that comes before the request did not run.');
    return;
  }
  if (pm.response?.code === undefined) {
    failTest(
      pm,
      'An answer came',
      'No answer came, so nobody knows what became of it. Do not send it again unseen.',
    );
    return;
  }
  checkAnswer(pm, pm.response, underWay, expected);
  forgetExpired(underWay.api, underWay.scope, toLoginAnswer(pm.response));
}

function refuse(pm: Postman, sentence: string): void {
  failTest(pm, 'The request can be sent', sentence);
  pm.execution?.skipRequest?.();
}

function failTest(pm: Postman, name: string, sentence: string): void {
  pm.test(name, () => {
    throw new Error(sentence);
  });
}

function sentenceOf({ message, remedy }: Problem): string {
  return `${message} ${remedy}`;
}
