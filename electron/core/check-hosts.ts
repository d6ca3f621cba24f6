import { createRedactor } from '../../shared/engine/redact.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { RequestParts } from '../../shared/model/request-parts.ts';
import type { VariableOrigin } from '../../shared/model/variable.ts';
import type { OpenDraft } from './open-draft.ts';

/**
 * What stops a send because of where it would go. A sandbox, where the guard only tells, is on this machine, else it
 * would be a way around the guard. Secrets of an environment belong to its own base URL, those of the sandbox to this
 * machine; one given for this send alone goes where the user says.
 */
export function checkHosts(open: OpenDraft, requests: readonly RequestParts[]): readonly Problem[] {
  const isSandbox = open.environment.environmentClass === 'sandbox';
  return requests.flatMap((request) => {
    const url = new URL(request.url);
    if (isSandbox && !isLoopback(url)) return [notOnThisMachine(open, url.origin)];
    const names = carriedSecrets(open, request).filter((name) => !mayGoTo(open, name, url));
    return names.length === 0 ? [] : [wrongHost(names, url.origin, open.home)];
  });
}

/** By name, for what is only hashed; by value, for what came in another way. */
function carriedSecrets({ scope, used }: OpenDraft, request: RequestParts): readonly string[] {
  const text = JSON.stringify(request);
  return [...scope].flatMap(([name, variable]) => {
    if (!variable.secret) return [];
    const redact = createRedactor([{ name, value: variable.value.reveal() }]);
    return used.includes(name) || redact(text) !== text ? [name] : [];
  });
}

function mayGoTo({ scope, home }: OpenDraft, name: string, url: URL): boolean {
  const rules: Record<VariableOrigin, boolean> = {
    'this send': true,
    sandbox: isLoopback(url),
    environment: url.origin === home,
    'secret store': url.origin === home,
    // A collection comes with a pull from git; its values are plain, and it decides nothing about secrets.
    collection: false,
    session: url.origin === home,
    generated: true,
    default: url.origin === home,
  };
  return rules[scope.get(name)?.origin ?? 'default'];
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function notOnThisMachine({ environment }: OpenDraft, origin: string): Problem {
  return {
    code: 'wrong-host',
    message: `${environment.name} is of the class sandbox, which is for servers on this machine, and ${origin} is not on it.`,
    remedy: 'Use an environment of the class test or production.',
  };
}

function wrongHost(names: readonly string[], origin: string, home: string | null): Problem {
  const secrets = names.length === 1 ? `The secret ${names[0]}` : `The secrets ${names.join(', ')}`;
  const belongs =
    home === null
      ? 'the environment names no base URL for it'
      : `${names.length === 1 ? 'it belongs' : 'they belong'} to ${home}`;
  return {
    code: 'wrong-host',
    message: `${secrets} would be sent to ${origin}, and ${belongs}.`,
    remedy: 'Mend the URL or the base URL, or choose the environment that this host belongs to.',
  };
}
