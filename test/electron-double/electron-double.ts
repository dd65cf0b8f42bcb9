/**
 * A stand-in for the parts of Electron's main-process module that `src-main` uses, which runs the real main bundle in
 * Node. With a Surface its windows are pages of a real Chromium; without one they only record what was asked of them.
 * It is strict where Electron is strict: a second handler, a scheme registered late, a window before ready, a value that
 * cannot be cloned or a dialog nobody expected fail here as they do there.
 */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { MenuDouble, type MenuTemplate } from './menu-double';
import { cloned, WindowDouble, type Surface, type WebContentsDouble, type WindowOwner } from './window-double';

export interface DoubleOptions {
  readonly userData: string;
  readonly surface?: Surface;
  readonly isPackaged?: boolean;
  /** As `process.versions.electron`. */
  readonly electronVersion?: string;
  readonly languages?: readonly string[];
  /** What `safeStorage` says it uses on Linux. */
  readonly keychain?: 'gnome_libsecret' | 'basic_text';
}

/** Where a message comes from. */
export interface Sender {
  readonly contents: WebContentsDouble;
  /** Null when the frame is gone. */
  readonly frame: { readonly url: string; readonly isTop: boolean } | null;
}

type IpcHandler = (event: unknown, ...args: unknown[]) => unknown;
type ProtocolHandler = (request: Request) => Promise<Response> | Response;
type PermissionRequest = (contents: unknown, permission: string, answer: (granted: boolean) => void, details: { requestingUrl: string }) => void;
type PermissionCheck = (contents: unknown, permission: string, origin: string) => boolean;
type BeforeRequest = (details: { url: string }, answer: (result: { cancel?: boolean }) => void) => void;
type DialogAnswer = { readonly canceled: boolean; readonly filePath: string; readonly filePaths: readonly string[] };

/** The single-instance lock of each profile, held for as long as its application runs. */
const instances = new Map<string, ElectronDouble>();

/** The `BrowserWindow` class of one application. */
const browserWindowOf = (owner: WindowOwner): object => class extends WindowDouble {
  constructor(options?: Electron.BrowserWindowConstructorOptions) {
    super(owner, options);
  }

  static fromWebContents(contents: WebContentsDouble): WindowDouble | null {
    return contents.window.isDestroyed() ? null : contents.window;
  }
};

export class ElectronDouble implements WindowOwner {
  readonly windows = new Set<WindowDouble>();
  readonly schemes = new Map<string, Record<string, boolean>>();
  readonly handlers = new Map<string, IpcHandler>();
  readonly protocols = new Map<string, ProtocolHandler>();
  readonly openedOutside: string[] = [];
  readonly errorBoxes: { readonly title: string; readonly content: string }[] = [];
  readonly dialogs: { readonly kind: string; readonly options: unknown }[] = [];
  /** What main wrote to its standard error. */
  readonly log: string[] = [];
  readonly paths = new Map<string, string>();
  /** Answers that the next dialogs give, in turn. */
  readonly dialogAnswers: (string | null)[] = [];
  /** Numbers of the buttons that the next message boxes are answered with, in turn. */
  readonly boxAnswers: number[] = [];
  /** What happens to the default session; `will-download` for one. */
  readonly sessionEvents = new EventEmitter();
  menu: MenuDouble | null = null;
  isReady = false;
  sandboxed = false;
  exitCode: number | null = null;
  permissionRequest: PermissionRequest | undefined;
  permissionCheck: PermissionCheck | undefined;
  beforeRequest: BeforeRequest | undefined;
  readonly app: ReturnType<ElectronDouble['makeApp']>;
  private becomeReady: () => void = () => undefined;

  constructor(readonly options: DoubleOptions) {
    this.paths.set('userData', options.userData);
    this.paths.set('temp', os.tmpdir());
    this.paths.set('documents', path.join(options.userData, 'Documents'));
    this.app = this.makeApp();
  }

  get surface(): Surface | undefined {
    return this.options.surface;
  }

  announce(event: string, ...args: unknown[]): void {
    this.app.emit(event, ...args);
  }

  /** Loads the bundle with `electron` answered by this double, then lets the application become ready. */
  runMain(file: string): void {
    const nodeRequire = createRequire(file);
    const answerRequire = (name: string): unknown => (name === 'electron' ? this.electronModule() : nodeRequire(name));
    const versions = { ...process.versions, electron: this.options.electronVersion ?? '45.4.1' };
    const stderr = { write: (line: string) => this.log.push(line) };
    const ownProcess: unknown = Object.create(process, { versions: { value: versions }, env: { value: {} }, stderr: { value: stderr } });
    const main = vm.compileFunction(readFileSync(file, 'utf8'), ['require', 'module', 'exports', '__filename', '__dirname', 'process'], { filename: file });
    const module = { exports: {} };
    main(answerRequire, module, module.exports, file, path.dirname(file), ownProcess);
    if (this.exitCode === null) this.ready();
  }

  /** The application becomes ready, as it does after main's first turn. */
  ready(): void {
    this.isReady = true;
    this.app.emit('ready', {});
    this.becomeReady();
  }

  /** What `ipcRenderer.invoke` reaches; fails with Electron's own texts. */
  async invoke(channel: string, args: readonly unknown[], from: Sender): Promise<unknown> {
    const handler = this.handlers.get(channel);
    try {
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      const senderFrame = from.frame && { url: from.frame.url, parent: from.frame.isTop ? null : { url: 'about:blank' } };
      return cloned(await handler({ sender: from.contents, senderFrame }, ...cloned(args)));
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
    }
  }

  /** What `require('electron')` gives to the main bundle. */
  electronModule(): object {
    return {
      app: this.app,
      ipcMain: this.ipcMain(),
      protocol: this.protocol(),
      session: this.session(),
      dialog: this.dialog(),
      BrowserWindow: browserWindowOf(this),
      Menu: this.menuModule(),
      shell: { openExternal: async (url: string) => { this.openedOutside.push(url); } },
      nativeTheme: { shouldUseDarkColors: false },
      safeStorage: this.safeStorage(),
    };
  }

  private needReady(what: string): void {
    if (!this.isReady) throw new Error(`${what} cannot be used before the app is ready`);
  }

  private makeApp() {
    const whenReady = new Promise<void>((resolve) => { this.becomeReady = resolve; });
    const quit = (): void => {
      app.emit('before-quit', {});
      for (const window of this.windows) window.close();
      if (this.windows.size === 0) exit(0);
    };
    const exit = (code: number): void => {
      if (this.exitCode !== null) return;
      this.exitCode = code;
      if (instances.get(this.options.userData) === this) instances.delete(this.options.userData);
      app.emit('quit', {}, code);
    };
    const app = Object.assign(new EventEmitter(), {
      isPackaged: this.options.isPackaged ?? false,
      whenReady: () => whenReady,
      enableSandbox: () => {
        if (this.isReady) throw new Error('app.enableSandbox() must be called before the app is ready');
        this.sandboxed = true;
      },
      requestSingleInstanceLock: () => {
        const first = instances.get(this.options.userData);
        first?.announce('second-instance', {}, [], '');
        if (first === undefined) instances.set(this.options.userData, this);
        return first === undefined;
      },
      setPath: (name: string, place: string) => { this.paths.set(name, place); },
      getPath: (name: string) => {
        const place = this.paths.get(name);
        if (place === undefined) throw new Error(`Failed to get '${name}' path`);
        return place;
      },
      getVersion: () => '0.0.0-double',
      getPreferredSystemLanguages: () => [...(this.options.languages ?? ['ro-RO'])],
      quit,
      exit,
    });
    return app;
  }

  private ipcMain() {
    return {
      handle: (channel: string, handler: IpcHandler) => {
        if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
        this.handlers.set(channel, handler);
      },
    };
  }

  private protocol() {
    return {
      registerSchemesAsPrivileged: (list: readonly { scheme: string; privileges?: Record<string, boolean> }[]) => {
        if (this.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
        for (const { scheme, privileges } of list) this.schemes.set(scheme, privileges ?? {});
      },
    };
  }

  private session() {
    const defaultSession = Object.assign(this.sessionEvents, {
      protocol: {
        handle: (scheme: string, handler: ProtocolHandler) => {
          if (this.protocols.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
          this.protocols.set(scheme, handler);
        },
      },
      setPermissionRequestHandler: (handler: PermissionRequest) => { this.permissionRequest = handler; },
      setPermissionCheckHandler: (handler: PermissionCheck) => { this.permissionCheck = handler; },
      setDevicePermissionHandler: () => undefined,
      webRequest: { onBeforeRequest: (handler: BeforeRequest) => { this.beforeRequest = handler; } },
    });
    const needReady = (): void => this.needReady('session');
    return {
      get defaultSession() {
        needReady();
        return defaultSession;
      },
    };
  }

  private dialog() {
    const ask = (kind: string) => async (...args: unknown[]): Promise<DialogAnswer> => {
      this.dialogs.push({ kind, options: args.at(-1) });
      const chosen = this.dialogAnswers.shift();
      if (chosen === undefined) throw new Error(`electron double: ${kind} was called, but the test says nothing about it`);
      return { canceled: chosen === null, filePath: chosen ?? '', filePaths: chosen === null ? [] : [chosen] };
    };
    return {
      showOpenDialog: ask('showOpenDialog'),
      showSaveDialog: ask('showSaveDialog'),
      showMessageBox: async (_window: unknown, options: unknown): Promise<{ readonly response: number }> => {
        this.dialogs.push({ kind: 'showMessageBox', options });
        const response = this.boxAnswers.shift();
        if (response === undefined) throw new Error('electron double: a message box was shown, but the test says nothing about it');
        return { response };
      },
      showErrorBox: (title: string, content: string) => { this.errorBoxes.push({ title, content }); },
    };
  }

  /** Not readable as text, and nothing more; Electron's own uses the system's keychain. */
  private safeStorage() {
    const turned = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
    const needReady = (): void => this.needReady('safeStorage');
    return {
      getSelectedStorageBackend: () => {
        needReady();
        return this.options.keychain ?? 'gnome_libsecret';
      },
      isAsyncEncryptionAvailable: async () => true,
      encryptStringAsync: async (text: string) => turned(Buffer.from(text, 'utf8')),
      decryptStringAsync: async (bytes: Buffer) => ({ result: turned(bytes).toString('utf8'), shouldReEncrypt: false }),
    };
  }

  private menuModule() {
    return {
      buildFromTemplate: (template: readonly MenuTemplate[]) => new MenuDouble(template),
      setApplicationMenu: (menu: MenuDouble | null) => { this.menu = menu; },
    };
  }
}
