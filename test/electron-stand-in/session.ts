import type { WebContents } from './web-contents.ts';
import type { DownloadItem } from './download-item.ts';
import { Emitter } from './emitter.ts';
import type { Preventable } from './preventable.ts';
import { sayWhatIsMissing } from './say-what-is-missing.ts';

type RequestHandler = (
  contents: WebContents,
  permission: string,
  grant: (granted: boolean) => void,
  details: { readonly requestingUrl: string },
) => void;
type CheckHandler = (contents: WebContents, permission: string, origin: string, details: object) => boolean;
type BeforeRequest = (
  details: { readonly url: string },
  decide: (response: { readonly cancel?: boolean }) => void,
) => void;

let requestHandler: RequestHandler = (_contents, _permission, grant) => grant(true);
let checkHandler: CheckHandler = () => true;
let beforeRequest: BeforeRequest = (_details, decide) => decide({});

const webRequest = {
  onBeforeRequest: (listener: BeforeRequest): void => {
    beforeRequest = listener;
  },
};

export class Session extends Emitter<{
  readonly 'will-download': readonly [event: Preventable, item: DownloadItem];
}> {
  readonly webRequest = sayWhatIsMissing(webRequest, 'webRequest');

  constructor() {
    super(['will-download']);
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    requestHandler = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    checkHandler = handler;
  }

  /** Taken and never asked: without a head Chromium has no devices to offer. */
  setDevicePermissionHandler(_handler: () => boolean): void {}
}

/** The one session; nothing in the app asks for another. */
export const defaultSession = new Session();

/** Asks the app as a page would that uses a permission: both its handlers have to agree. */
export async function isPermitted(contents: WebContents, permission: string, url: string): Promise<boolean> {
  const { protocol, host } = new URL(url);
  const details = sayWhatIsMissing({ requestingUrl: url }, 'permission details');
  const granted = new Promise<boolean>((grant) => requestHandler(contents, permission, grant, details));
  return checkHandler(contents, permission, `${protocol}//${host}/`, details) && (await granted);
}

/** Asks the app about a request before it is made. */
export async function isCancelled(url: string): Promise<boolean> {
  const details = sayWhatIsMissing({ url }, 'request details');
  const response = await new Promise<{ readonly cancel?: boolean }>((decide) =>
    beforeRequest(details, decide),
  );
  return response.cancel === true;
}
