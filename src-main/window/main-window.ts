/** The one window of Caiet. */
import { app, BrowserWindow, dialog, nativeTheme } from 'electron';
import { holdClosing, type CloseHandshake } from './close-handshake';
import { SHELL_TEXTS } from './shell-texts';
import { shellLocale } from './shell-locale';
import { secureWebPreferences } from './web-preferences';

/** Before the page has painted; near the page's own background, so that opening does not flash. */
const BACKGROUND = { light: '#fafaf8', dark: '#16181b' } as const;

export interface MainWindowOptions {
  readonly preload: string;
  readonly address: string;
  /** The window and icon file; null where the package or system provides it. */
  readonly icon: string | null;
}

/** After the page's process has died: saved work is safe, so offer to open the page again. */
const offerReopening = (window: BrowserWindow): void => {
  const texts = SHELL_TEXTS[shellLocale()].windowGone;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    void dialog.showMessageBox(window, {
      type: 'warning', message: texts.message, detail: texts.detail, buttons: [texts.reopen, texts.close], defaultId: 0, cancelId: 1,
    }).then(({ response }) => (response === 0 ? window.webContents.reload() : window.destroy()));
  });
};

/** Opens and remembers the window; asks it before it closes. */
export class MainWindow {
  private current: { readonly window: BrowserWindow; readonly handshake: CloseHandshake } | null = null;
  private quitting = false;

  constructor(private readonly options: MainWindowOptions) {
    app.on('before-quit', () => { this.quitting = true; });
  }

  /** Whether these web contents are the window's own. */
  owns(webContentsId: number): boolean {
    return this.current?.window.webContents.id === webContentsId;
  }

  /** The page has saved what it had to. */
  readyToClose(): void {
    this.current?.handshake.ready();
  }

  /** Opens the window, or brings the open one to the front. */
  show(): void {
    if (this.current === null) return this.open();
    const { window } = this.current;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  private open(): void {
    this.quitting = false;
    const window = new BrowserWindow({
      width: 1280,
      height: 860,
      minWidth: 720,
      minHeight: 480,
      show: false,
      title: 'Caiet',
      backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
      ...(this.options.icon === null ? {} : { icon: this.options.icon }),
      webPreferences: secureWebPreferences(this.options.preload),
    });
    // Holding the window back cancelled a quit under way, so it is asked for again.
    const handshake = holdClosing(window, () => { if (this.quitting) app.quit(); });
    this.current = { window, handshake };
    window.once('ready-to-show', () => window.show());
    window.on('closed', () => { this.current = null; });
    offerReopening(window);
    void window.loadURL(this.options.address);
  }
}
