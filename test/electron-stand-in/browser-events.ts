import { BrowserWindow } from './browser-window.ts';
import { type ChromeEvents, evenIfGone, type PausedRequest } from './chrome-connection.ts';
import { chromium } from './chromium.ts';
import { DownloadItem, settleDownload } from './download-item.ts';
import { createPreventable } from './preventable.ts';
import { answerByApp, fromChromium } from './protocol.ts';
import { defaultSession, isCancelled } from './session.ts';
import type { WebContents } from './web-contents.ts';

const { browser } = chromium.connection;

/** What pages save at this moment, by Chromium's names for it. */
const downloads = new Map<string, DownloadItem>();

/** What Chromium tells of all pages at once: every request, whatever opens or closes, downloads. */
export async function watchBrowser(): Promise<void> {
  browser.on('Fetch.requestPaused', (request) => void decide(request));
  browser.on('Target.targetCreated', ({ targetInfo }) => {
    // A page with an opener was opened by a page: the app's answer can only be "no".
    if (targetInfo.openerId !== undefined) void evenIfGone(closeTarget(targetInfo.targetId));
  });
  browser.on('Target.targetCrashed', ({ targetId, errorCode }) => {
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.page.isTarget(targetId))
      ?.webContents.hearCrash(errorCode);
  });
  browser.on('Target.targetDestroyed', ({ targetId }) => {
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.page.isTarget(targetId))
      ?.destroy();
  });
  browser.on('Browser.downloadWillBegin', (begun) => void download(begun));
  browser.on('Browser.downloadProgress', endDownload);
  await browser.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  await browser.send('Target.setDiscoverTargets', { discover: true });
  await browser.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: chromium.downloads,
    eventsEnabled: true,
  });
}

/** A request as Electron treats it: is the page allowed to go there, is the request, and who answers it. */
async function decide(paused: PausedRequest): Promise<void> {
  const { requestId, frameId, resourceType, request } = paused;
  const url = fromChromium(request.url);
  const contents = BrowserWindow.getAllWindows()
    .map(({ webContents }) => webContents)
    .find(({ page }) => page.hasFrame(frameId));
  // A page that no window shows was opened by a page, and is about to be closed.
  if (contents === undefined) return fail(requestId, 'Aborted');
  if (resourceType === 'Document' && !mayNavigate(contents, url, paused)) return fail(requestId, 'Aborted');
  if (await isCancelled(url)) return fail(requestId, 'BlockedByClient');
  const response = await answerByApp(url, request.method);
  if (response === null) throw new Error(`The stand-in for Electron has no network for ${url}`);
  await fulfil(requestId, response);
}

/** Tells what a frame is about to do. Where the app sends a page itself, nobody is told. */
function mayNavigate(contents: WebContents, url: string, paused: PausedRequest): boolean {
  const { page } = contents;
  const isMainFrame = page.isMainFrame(paused.frameId);
  const event = createPreventable({ url, isMainFrame });
  if (paused.redirectedRequestId !== undefined) {
    contents.emit('will-redirect', event);
  } else if (!isMainFrame || !page.isSentTo(url)) {
    contents.emit('will-frame-navigate', event);
    if (isMainFrame && !event.defaultPrevented) contents.emit('will-navigate', event);
  }
  return !event.defaultPrevented;
}

async function fulfil(requestId: string, response: Response): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value }));
  await evenIfGone(
    browser.send('Fetch.fulfillRequest', { requestId, responseCode: response.status, responseHeaders, body }),
  );
}

async function fail(requestId: string, errorReason: 'Aborted' | 'BlockedByClient'): Promise<void> {
  await evenIfGone(browser.send('Fetch.failRequest', { requestId, errorReason }));
}

async function download({ guid, url, suggestedFilename }: ChromeEvents['Browser.downloadWillBegin']) {
  const event = createPreventable({});
  const item = new DownloadItem(fromChromium(url), suggestedFilename);
  downloads.set(guid, item);
  defaultSession.emit('will-download', event, item);
  if (!event.defaultPrevented) return;
  downloads.delete(guid);
  await evenIfGone(browser.send('Browser.cancelDownload', { guid }));
}

function endDownload({ guid, state }: ChromeEvents['Browser.downloadProgress']): void {
  const item = downloads.get(guid);
  if (item === undefined || state === 'inProgress') return;
  downloads.delete(guid);
  settleDownload(item, chromium.downloads, guid);
}

/**
 * A debugger such as Playwright's halts a new page at its birth, and the page that opened it along with it: one that is
 * closed before it goes on leaves its opener halted for ever.
 */
async function closeTarget(targetId: string): Promise<void> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  await chromium.connection.session(sessionId).send('Runtime.runIfWaitingForDebugger');
  await browser.send('Target.closeTarget', { targetId });
}
