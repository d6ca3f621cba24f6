import { hash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { checkAuditChain, type StoredAuditLine } from '../../../shared/engine/check-audit-chain.ts';
import {
  type AuditReport,
  type AuditTexts,
  canonicalAuditText,
  firstPreviousHash,
  hashedFields,
} from '../../../shared/model/audit.ts';

const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** Lines as they are written one after the other. */
function chainOf(contents: readonly Readonly<Record<string, string>>[]): readonly StoredAuditLine[] {
  const lines: StoredAuditLine[] = [];
  for (const [index, content] of contents.entries()) {
    const previousHash = lines.at(-1)?.hash ?? firstPreviousHash;
    const texts = { ...content, number: String(index + 1), previousHash } as AuditTexts;
    lines.push({ ...texts, hash: sha256(canonicalAuditText(texts)) });
  }
  return lines;
}

function check(lines: readonly StoredAuditLine[], head: string | null = null): AuditReport {
  return checkAuditChain(lines, head, sha256);
}

const text = fc.string({ unit: 'binary', maxLength: 8 });
const content = fc.record(Object.fromEntries(hashedFields.map((field) => [field, text])));
const chain = fc.array(content, { minLength: 1, maxLength: 6 }).map(chainOf);
const runs = { seed: 4417, numRuns: 500 };

it('an untouched chain is always unbroken, and every hash of it is a head that could have been kept', () => {
  const property = fc.property(chain, fc.nat(), (lines, at) => {
    const kept = lines[at % lines.length]?.hash ?? '';
    expect(check(lines, kept)).toMatchObject({ count: lines.length, head: lines.at(-1)?.hash, damage: null });
  });
  fc.assert(property, runs);
});

it('any change of any text of any line is always found', () => {
  const field = fc.constantFrom(...hashedFields, 'hash' as const);
  const property = fc.property(chain, fc.nat(), field, text, (lines, at, name, other) => {
    const index = at % lines.length;
    fc.pre(lines[index]?.[name] !== other);
    const changed = lines.map((line, position) => (position === index ? { ...line, [name]: other } : line));
    const line = name === 'number' ? other : String(index + 1);
    expect(check(changed).damage).toEqual({ kind: 'changed', line });
  });
  fc.assert(property, runs);
});

it('moving text from one field to its neighbour is found', () => {
  const [line] = chainOf([{ who: 'ada', what: 'sent' }]);
  if (line === undefined) throw new Error('There is a line');
  expect(check([{ ...line, who: 'adas', what: 'ent' }]).damage).toEqual({ kind: 'changed', line: '1' });
});

it('removing a line before the last is always found', () => {
  const property = fc.property(chain, fc.nat(), (lines, at) => {
    fc.pre(lines.length > 1);
    const index = at % (lines.length - 1);
    expect(check(lines.toSpliced(index, 1)).damage).toEqual({ kind: 'missing', line: String(index + 1) });
  });
  fc.assert(property, runs);
});

it('a line that was written anew with a hash of its own is always found by the line after it', () => {
  const property = fc.property(chain, fc.nat(), (lines, at) => {
    fc.pre(lines.length > 1);
    const index = at % (lines.length - 1);
    const forged = lines.map((line, position) => {
      const texts = { ...line, detail: `${line.detail} forged` };
      return position === index ? { ...texts, hash: sha256(canonicalAuditText(texts)) } : line;
    });
    expect(check(forged).damage).toEqual({ kind: 'wrong-link', line: String(index + 2) });
  });
  fc.assert(property, runs);
});

it('lines cut off at the end are always found against the head that was kept', () => {
  const property = fc.property(chain, fc.nat(), (lines, keep) => {
    const head = lines.at(-1)?.hash ?? '';
    const rest = lines.slice(0, keep % lines.length);
    expect(check(rest).damage).toBeNull();
    expect(check(rest, head).damage).toEqual({ kind: 'head-not-found', head });
  });
  fc.assert(property, runs);
});
