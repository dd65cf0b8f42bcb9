/** `BrowserWindow` and its `webContents`: events, refusals and order as in Electron; what is seen is a Surface's business. */
import { EventEmitter } from 'node:events';

/** The page behind a window. */
export interface SurfacePage {
  goto(url: string): Promise<void>;
  deliver(channel: string, args: readonly unknown[]): Promise<void>;
  reload(): Promise<void>;
  /** The page's address as the application knows it; empty before the first one. */
  url(): string;
  pdf(): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface Surface {
  openPage(window: WindowDouble, preload: string | undefined): Promise<SurfacePage>;
}

export interface WindowOwner {
  readonly windows: Set<WindowDouble>;
  readonly surface: Surface | undefined;
  readonly isReady: boolean;
  announce(event: string, ...args: unknown[]): void;
}

/** What goes through Electron's IPC must be clonable. */
export const cloned = <Value>(value: Value): Value => {
  try {
    return structuredClone(value);
  } catch {
    throw new Error('An object could not be cloned.');
  }
};

interface Refusable {
  readonly url: string;
  preventDefault(): void;
}

let nextId = 1;

export class WebContentsDouble extends EventEmitter {
  readonly id = nextId++;
  readonly sent: { readonly channel: string; readonly args: readonly unknown[] }[] = [];
  page: SurfacePage | undefined;
  crashed = false;
  reloads = 0;
  private openHandler: ((details: { readonly url: string }) => { readonly action: string }) | undefined;

  constructor(readonly window: WindowDouble) {
    super();
  }

  send(channel: string, ...args: unknown[]): void {
    const copy = cloned(args);
    this.sent.push({ channel, args: copy });
    // A page that is going away hears nothing more, and nobody is told; so it is in Electron.
    this.page?.deliver(channel, copy).catch(() => undefined);
  }

  setWindowOpenHandler(handler: (details: { readonly url: string }) => { readonly action: string }): void {
    this.openHandler = handler;
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  reload(): void {
    this.crashed = false;
    this.reloads += 1;
    void this.page?.reload();
  }

  /** As the page prints; without a page, what every PDF begins with. */
  async printToPDF(_options: Electron.PrintToPDFOptions): Promise<Buffer> {
    return Buffer.from((await this.page?.pdf()) ?? '%PDF-');
  }

  getURL(): string {
    return this.page?.url() ?? '';
  }

  /** Asks the listeners of `will-navigate` (or another event that can be refused); true means it may go on. */
  mayGo(event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate', url: string): boolean {
    let refused = false;
    const details: Refusable = { url, preventDefault: () => { refused = true; } };
    this.emit(event, details, url);
    return !refused;
  }

  /** Asks what `window.open` may do. Electron allows it where nobody has set a handler. */
  mayOpen(url: string): boolean {
    return (this.openHandler?.({ url }).action ?? 'allow') === 'allow';
  }
}

export class WindowDouble extends EventEmitter {
  readonly webContents: WebContentsDouble;
  /** Resolves when the page asked for last has loaded. */
  loaded: Promise<void> = Promise.resolve();
  visible: boolean;
  minimized = false;
  private gone = false;

  constructor(private readonly owner: WindowOwner, readonly options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    if (!owner.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    this.visible = options.show !== false;
    this.webContents = new WebContentsDouble(this);
    owner.windows.add(this);
    owner.announce('web-contents-created', {}, this.webContents);
    owner.announce('browser-window-created', {}, this);
  }

  loadURL(url: string): Promise<void> {
    this.loaded = this.load(url);
    return this.loaded;
  }

  private async load(url: string): Promise<void> {
    const { surface } = this.owner;
    // Nothing loads within the call itself.
    await Promise.resolve();
    if (surface !== undefined) {
      this.webContents.page ??= await surface.openPage(this, this.options.webPreferences?.preload);
      await this.webContents.page.goto(url);
    }
    this.webContents.emit('did-finish-load', {});
    this.emit('ready-to-show');
  }

  show(): void {
    this.visible = true;
  }

  focus(): void {
    this.emit('focus');
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  restore(): void {
    this.minimized = false;
  }

  isDestroyed(): boolean {
    return this.gone;
  }

  /** What the person's click on the close button does. */
  close(): void {
    let refused = false;
    this.emit('close', { preventDefault: () => { refused = true; } });
    if (!refused) this.destroy();
  }

  destroy(): void {
    if (this.gone) return;
    this.gone = true;
    this.owner.windows.delete(this);
    void this.webContents.page?.close();
    this.emit('closed');
    if (this.owner.windows.size === 0) this.owner.announce('window-all-closed');
  }
}
