import type { Session, WebContents } from 'electron';

import { isOwn, pageOrigin } from './app-protocol.ts';
import { saveDownload } from './save-download.ts';

const guardedSessions = new WeakSet<Session>();

/** Denies by default what a page of bytes from strangers could try: leave, open windows, embed, ask for permissions. */
export function guardWebContents(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void; url: string }): void => {
    if (!isOwn(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  guardSession(contents.session);
}

function guardSession(session: Session): void {
  if (guardedSessions.has(session)) return;
  guardedSessions.add(session);
  // Copy buttons write to the clipboard; nothing else is ever granted.
  const allowed = 'clipboard-sanitized-write';
  session.setPermissionRequestHandler((_contents, permission, grant, { requestingUrl }) =>
    grant(permission === allowed && isOwn(requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin) => permission === allowed && isOwn(requestingOrigin),
  );
  session.setDevicePermissionHandler(() => false);
  // A page may save what it made itself, as evidence is; it never fetches a file from anywhere.
  session.on('will-download', (event, item) => {
    if (isMadeByPage(item.getURL())) saveDownload(item);
    else event.preventDefault();
  });
  // The page never needs the network: what it sends goes through the core.
  session.webRequest.onBeforeRequest((details, decide) => {
    const { url } = details;
    decide({ cancel: !isOwn(url) && !isMadeByPage(url) && !/^(?:data|devtools):/.test(url) });
  });
}

/** A file that the page made in its memory. */
function isMadeByPage(url: string): boolean {
  return url.startsWith(`blob:${pageOrigin}/`);
}
