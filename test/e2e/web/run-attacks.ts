/** What an attacker is told. */
export type Loot = { readonly origin: string; readonly key: string; readonly ticket: string };

/**
 * Everything a page can try against a server on this machine. Gives for each attempt the text it could read, or
 * `nothing`. Sent into pages as text: it may use nothing from outside.
 */
export async function runAttacks({ origin, key, ticket }: Loot): Promise<Record<string, string>> {
  const call = `${origin}/call/workbench.describe`;
  const session = `${origin}/session`;
  const bearer = { authorization: `Bearer ${key}` };
  const json = { 'content-type': 'application/json' };
  const redeeming = JSON.stringify({ ticket });
  const nothing = 'nothing';
  const soon = (): Promise<string> => new Promise((resolve) => setTimeout(() => resolve(nothing), 1500));

  const read = async (url: string, init: RequestInit): Promise<string> => {
    const answer = await fetch(url, init);
    // A stream is never over: its head is enough.
    if (answer.ok && url.endsWith('/events')) return `a stream: ${answer.status}`;
    return answer.ok || answer.status === 421 ? answer.text() : nothing;
  };
  const load = (tag: string, attributes: Record<string, string>): Promise<string> =>
    new Promise((resolve) => {
      const element = document.createElement(tag);
      element.addEventListener('load', () => resolve(contentOf(element)));
      element.addEventListener('error', () => resolve(nothing));
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.documentElement.append(element);
    });
  const contentOf = (element: Element): string => {
    if (!(element instanceof HTMLIFrameElement)) return `loaded by ${element.tagName}`;
    try {
      return element.contentDocument?.body.textContent ?? nothing;
    } catch {
      return nothing;
    }
  };
  /** A form is answered into a frame; a text/plain one can be made to look like JSON. */
  const post = (action: string, enctype: string, field: readonly [string, string]): Promise<string> => {
    const name = `frame-${Math.random()}`;
    const frame = load('iframe', { name });
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action, enctype, target: name });
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name: field[0], value: field[1] });
    form.append(input);
    document.documentElement.append(form);
    return frame.then(() => {
      form.submit();
      return soon();
    });
  };
  const listen = (target: WebSocket | EventSource): Promise<string> =>
    new Promise((resolve) => {
      const got = (event: Event): void => resolve(`heard ${event.type}`);
      target.addEventListener('open', got);
      target.addEventListener('message', got);
      target.addEventListener('error', () => resolve(nothing));
    });
  const beacon = async (url: string, body: Blob): Promise<string> => {
    navigator.sendBeacon(url, body);
    return soon();
  };
  const byRequest = (method: string): Promise<string> =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open(method, call);
      request.setRequestHeader('authorization', bearer.authorization);
      request.setRequestHeader('content-type', json['content-type']);
      request.addEventListener('load', () =>
        resolve(request.status === 200 ? request.responseText : nothing),
      );
      request.addEventListener('error', () => resolve(nothing));
      request.send('null');
    });
  const openWindow = async (): Promise<string> => {
    const opened = window.open(`${origin}/#ticket=${ticket}`);
    await soon();
    try {
      // A refusal of the page's own origin has no title.
      return opened?.document.title || nothing;
    } catch {
      return nothing;
    } finally {
      opened?.close();
    }
  };

  const forged: readonly [string, string] = ['{"ticket":"' + ticket + '","x":"', '"}'];
  const attempts: Record<string, () => Promise<string>> = {
    'call by fetch': () => read(call, { method: 'POST', headers: { ...bearer, ...json }, body: 'null' }),
    'call by fetch, with cookies': () =>
      read(call, {
        method: 'POST',
        headers: { ...bearer, ...json },
        body: 'null',
        credentials: 'include',
      }),
    'call by fetch, not asking first': () =>
      read(call, { method: 'POST', mode: 'no-cors', headers: { ...bearer, ...json }, body: 'null' }),
    'call by fetch, without a referrer': () =>
      read(call, {
        method: 'POST',
        headers: { ...bearer, ...json },
        body: 'null',
        referrerPolicy: 'no-referrer',
      }),
    'call by fetch that outlives the page': () =>
      read(call, { method: 'POST', mode: 'no-cors', keepalive: true, body: 'null' }),
    'call as text': () =>
      read(call, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'null' }),
    'events by fetch': () => read(`${origin}/events`, { headers: bearer }),
    'events by fetch, not asking first': () => read(`${origin}/events`, { mode: 'no-cors', headers: bearer }),
    'session by fetch': () => read(session, { method: 'POST', headers: json, body: redeeming }),
    'session by fetch, not asking first': () =>
      read(session, { method: 'POST', mode: 'no-cors', body: redeeming }),
    'session as text': () =>
      read(session, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: redeeming }),
    'page by fetch': () => read(`${origin}/`, {}),
    'call by XMLHttpRequest': () => byRequest('POST'),
    'call by PUT': () => byRequest('PUT'),
    'session by form, text/plain': () => post(session, 'text/plain', forged),
    'session by form, urlencoded': () => post(session, 'application/x-www-form-urlencoded', forged),
    'session by form, multipart': () => post(session, 'multipart/form-data', forged),
    'call by form, text/plain': () => post(call, 'text/plain', ['null', '']),
    'call by form, urlencoded': () => post(call, 'application/x-www-form-urlencoded', ['key', key]),
    'call by form, multipart': () => post(call, 'multipart/form-data', ['key', key]),
    'script of the page': () => load('script', { src: `${origin}/assets/main.js` }),
    'call as script': () => load('script', { src: call }),
    'module of the page': () => import(`${origin}/assets/main.js`).then(() => 'imported'),
    'style sheet': () => load('link', { rel: 'stylesheet', href: `${origin}/` }),
    preload: async () => {
      const loaded = await load('link', { rel: 'preload', as: 'fetch', href: `${origin}/`, crossorigin: '' });
      return loaded === nothing ? nothing : read(`${origin}/`, {});
    },
    'preload of a script': () =>
      load('link', { rel: 'preload', as: 'script', href: `${origin}/assets/main.js` }),
    picture: () => load('img', { src: `${origin}/` }),
    frame: () => Promise.race([load('iframe', { src: `${origin}/#ticket=${ticket}` }), soon()]),
    object: () => Promise.race([load('object', { data: `${origin}/`, type: 'text/html' }), soon()]),
    WebSocket: () => listen(new WebSocket(`${origin.replace('http', 'ws')}/events?key=${key}`)),
    EventSource: () => listen(new EventSource(`${origin}/events?key=${key}`)),
    'beacon as text': () => beacon(session, new Blob([redeeming], { type: 'text/plain' })),
    'beacon as JSON': () => beacon(session, new Blob([redeeming], { type: 'application/json' })),
    // Only a page of this machine, by its number or as localhost, has any.
    'service worker': async () => {
      await navigator.serviceWorker.register(`${origin}/assets/main.js`);
      return 'registered';
    },
    worker: async () => {
      const worker = new Worker(`${origin}/assets/main.js`);
      return new Promise((resolve) => worker.addEventListener('error', () => resolve(nothing)));
    },
    'a window with the page in it': openWindow,
  };
  const tried = Object.entries(attempts).map(async ([name, attempt]) => {
    const got = await Promise.race([attempt().catch(() => nothing), soon().then(soon).then(soon)]);
    return [name, got] as const;
  });
  return Object.fromEntries(await Promise.all(tried));
}
