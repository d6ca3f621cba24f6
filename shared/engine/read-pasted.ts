import { looksLikeHar, readHar } from '../formats/read-har.ts';
import { holdsCurl, readCurl } from '../formats/read-curl.ts';
import type { EvidenceBundle } from '../model/evidence.ts';
import type { Pasted } from '../model/pasted.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import { callsOfEvidence } from './calls-of-evidence.ts';
import { looksLikeEvidence, readEvidence } from './evidence/read-evidence.ts';

/** Says whether data has the documented shape of an evidence bundle. */
export type ParseBundle = (data: unknown) => Result<EvidenceBundle, Problem>;

/**
 * Finds out what a text is that somebody pasted: an evidence bundle, an HTTP archive, a curl command, else an answer.
 * Nothing in it is run or sent.
 */
export function readPasted(text: string, parseBundle: ParseBundle): Pasted {
  if (text.trim() === '') return { kind: 'nothing' };
  if (looksLikeEvidence(text)) return readBundle(text, parseBundle);
  if (looksLikeHar(text)) {
    const har = readHar(text);
    return har.ok
      ? { kind: 'calls', source: 'har', ...har.value }
      : unreadable(har.error, 'Export it once more, with the contents of the answers.');
  }
  // What starts like an answer may quote a command.
  if (!/^\uFEFF?\s*(?:[{[<]|HTTP\/)/.test(text) && holdsCurl(text)) return readCommand(text);
  return { kind: 'response', text };
}

function readBundle(text: string, parseBundle: ParseBundle): Pasted {
  const read = readEvidence(text);
  const bundle = read.ok ? parseBundle(read.value.data) : read;
  if (!bundle.ok) return { kind: 'unreadable', problem: bundle.error };
  return { kind: 'calls', source: 'evidence', ...callsOfEvidence(bundle.value) };
}

function readCommand(text: string): Pasted {
  const read = readCurl(text);
  if (!read.ok) return unreadable(read.error, 'Copy the whole command once more.');
  const { request, remarks } = read.value;
  return {
    kind: 'calls',
    source: 'curl',
    calls: [{ request, outcome: null, startedAt: null, remarks }],
    remarks: [],
  };
}

function unreadable(message: string, remedy: string): Pasted {
  return { kind: 'unreadable', problem: { code: 'bad-input', message, remedy } };
}
