import { EventEmitter } from 'node:events';

type Listener = (...given: unknown[]) => unknown;

/** A session as far as it can be guarded: what was set is kept to be asked. */
export class GuardedSession extends EventEmitter {
  permissionRequest: Listener | null = null;
  permissionCheck: Listener | null = null;
  devicePermission: Listener | null = null;
  beforeRequest: Listener | null = null;
  readonly webRequest = { onBeforeRequest: (listener: Listener) => void (this.beforeRequest = listener) };

  setPermissionRequestHandler(handler: Listener): void {
    this.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: Listener): void {
    this.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: Listener): void {
    this.devicePermission = handler;
  }

  /** Whether a request would leave; without a listener every one does. */
  lets(url: string): boolean {
    let cancelled = false;
    this.beforeRequest?.({ url }, ({ cancel }: { cancel?: boolean }) => (cancelled = cancel === true));
    return !cancelled;
  }

  /** Whether a page may do something, by each of the two handlers; without one it may. */
  grants(permission: string, url: string): readonly [request: boolean, check: boolean] {
    let granted = this.permissionRequest === null;
    const grant = (answer: boolean): void => void (granted = answer);
    this.permissionRequest?.(null, permission, grant, { requestingUrl: url });
    return [granted, this.permissionCheck?.(null, permission, new URL(url).href, {}) !== false];
  }
}

/** The inside of a window as far as it can be guarded. */
export class GuardedContents extends EventEmitter {
  readonly session = new GuardedSession();
  windowOpen: Listener | null = null;

  setWindowOpenHandler(handler: Listener): void {
    this.windowOpen = handler;
  }

  /** Whether an event that was told is let pass by all who hear it. */
  allows(name: string, details: object = {}): boolean {
    let prevented = false;
    this.emit(name, { ...details, preventDefault: () => (prevented = true) });
    return !prevented;
  }
}
