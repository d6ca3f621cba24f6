import { looksLikeEvidence, readEvidence } from '../formats/read-evidence.ts';
import { holdsCurl, readCurl } from '../formats/read-curl.ts';
import { looksLikeHar, readHar } from '../formats/read-har.ts';
import type { CallSource, Pasted, PastedCalls } from '../model/pasted.ts';
import { ok, type Result } from '../model/result.ts';

/**
 * Finds out what a text is that somebody pasted: an evidence bundle, an HTTP archive, a curl command, else an answer.
 * Nothing in it is run or sent.
 */
export function readPasted(text: string): Pasted {
  if (text.trim() === '') return { kind: 'nothing' };
  if (looksLikeEvidence(text)) return toPasted('evidence', readEvidence(text));
  if (looksLikeHar(text)) return toPasted('har', readHar(text));
  // What starts like an answer may quote a command.
  if (!/^\uFEFF?\s*(?:[{[<]|HTTP\/)/.test(text) && holdsCurl(text))
    return toPasted('curl', readOneCurl(text));
  return { kind: 'response', text };
}

function readOneCurl(text: string): Result<PastedCalls, string> {
  const read = readCurl(text);
  if (!read.ok) return read;
  const { request, remarks } = read.value;
  return ok({ calls: [{ request, outcome: null, startedAt: null, remarks }], remarks: [] });
}

const remedies: Record<CallSource, string> = {
  curl: 'Copy the whole command once more.',
  har: 'Export it once more, with the contents of the answers.',
  evidence: 'Ask for the bundle once more.',
};

function toPasted(source: CallSource, read: Result<PastedCalls, string>): Pasted {
  if (read.ok) return { kind: 'calls', source, ...read.value };
  return {
    kind: 'unreadable',
    problem: { code: 'bad-input', message: read.error, remedy: remedies[source] },
  };
}
