/**
 * Shows the double's windows as pages of a real Chromium. Chromium does not know `app:`, so `app://caiet/…` is shown as
 * `https://caiet.app-scheme.test/…`; every request is answered by the real protocol handler, with its status and
 * headers, and everything else is refused: a test cannot reach the network.
 */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Frame, Page, Request as PageRequest, Route } from '@playwright/test';
import { nodeCodec } from './clone-codec';
import type { ElectronDouble } from './electron-double';
import { DELIVER_KEY, INVOKE_BINDING, pageEnvironment } from './page-environment';
import type { Surface, SurfacePage, WindowDouble } from './window-double';

const SUFFIX = '.app-scheme.test';
const LOCAL = /^(?:data|blob|about):/u;

export class ChromiumSurface implements Surface {
  /** Addresses that were asked for and refused. */
  readonly refused: string[] = [];
  private readonly pages = new Map<WindowDouble, Page>();
  /** Navigations that main itself asked for, which Electron does not put to `will-navigate`. */
  private readonly expected = new Map<Page, string>();
  private double: ElectronDouble | undefined;

  constructor(private readonly context: BrowserContext, private readonly scheme: string) {}

  async attach(double: ElectronDouble): Promise<void> {
    this.double = double;
    await this.context.route('**/*', (route, request) => this.answer(route, request));
  }

  pageOf(window: WindowDouble): Page {
    const page = this.pages.get(window);
    if (page === undefined) throw new Error('the window shows no page yet');
    return page;
  }

  async openPage(window: WindowDouble, preload: string | undefined): Promise<SurfacePage> {
    if (this.owner.schemes.get(this.scheme)?.['standard'] !== true) throw new Error(`${this.scheme}: is not a standard scheme, so its pages have no storage`);
    const taken = new Set(this.pages.values());
    const page = this.context.pages().find((one) => !taken.has(one)) ?? (await this.context.newPage());
    this.pages.set(window, page);
    await page.exposeBinding(INVOKE_BINDING, ({ frame }, channel: string, args: string) => this.invoke(window, frame, channel, args));
    if (preload !== undefined) await page.addInitScript({ content: pageEnvironment(readFileSync(preload, 'utf8')) });
    page.on('popup', (popup) => this.judgePopup(window, popup));
    page.on('close', () => window.destroy());
    page.on('crash', () => {
      window.webContents.crashed = true;
      window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    });
    return this.surfacePage(page);
  }

  private get owner(): ElectronDouble {
    if (this.double === undefined) throw new Error('the surface is not attached');
    return this.double;
  }

  private surfacePage(page: Page): SurfacePage {
    return {
      goto: async (url) => {
        const address = this.toWeb(url);
        this.expected.set(page, address);
        await page.goto(address);
      },
      deliver: (channel, args) => page.evaluate(([key, name, text]) => {
        const holder = window as unknown as Record<symbol, (channel: string, text: string) => void>;
        holder[Symbol.for(key)]?.(name, text);
      }, [DELIVER_KEY, channel, nodeCodec.encode(args)] as const),
      reload: async () => { await page.reload(); },
      pdf: () => page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true }),
      url: () => this.toApp(page.url()),
      close: async () => { if (!page.isClosed()) await page.close(); },
    };
  }

  private async invoke(window: WindowDouble, frame: Frame, channel: string, args: string): Promise<string> {
    try {
      const from = { contents: window.webContents, frame: { url: this.toApp(frame.url()), isTop: frame.parentFrame() === null } };
      return nodeCodec.encode({ value: await this.owner.invoke(channel, nodeCodec.decode(args) as unknown[], from) });
    } catch (error) {
      return nodeCodec.encode({ error: (error as Error).message });
    }
  }

  private judgePopup(window: WindowDouble, popup: Page): void {
    if (!window.webContents.mayOpen(this.toApp(popup.url()))) void popup.close();
  }

  private async answer(route: Route, request: PageRequest): Promise<void> {
    const url = request.url();
    if (LOCAL.test(url)) return route.continue();
    const handler = this.owner.protocols.get(this.scheme);
    if (!this.mayNavigate(request) || !this.mayRequest(url) || !new URL(url).host.endsWith(SUFFIX) || handler === undefined) {
      this.refused.push(url);
      return route.abort(request.isNavigationRequest() ? 'aborted' : 'internetdisconnected');
    }
    const response = await handler(new Request(this.toApp(url), { method: request.method() }));
    return route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) });
  }

  private mayRequest(url: string): boolean {
    let cancelled = false;
    this.owner.beforeRequest?.({ url: this.toApp(url) }, ({ cancel }) => { cancelled = cancel === true; });
    return !cancelled;
  }

  private mayNavigate(request: PageRequest): boolean {
    if (!request.isNavigationRequest()) return true;
    const page = this.pageOfRequest(request);
    const window = [...this.pages].find(([, one]) => one === page)?.[0];
    if (page === undefined || window === undefined) return true;
    if (this.expected.get(page) === request.url()) {
      this.expected.delete(page);
      return true;
    }
    const isTop = request.frame().parentFrame() === null;
    return window.webContents.mayGo('will-frame-navigate', this.toApp(request.url()))
      && (!isTop || window.webContents.mayGo('will-navigate', this.toApp(request.url())));
  }

  private pageOfRequest(request: PageRequest): Page | undefined {
    try {
      return request.frame().page();
    } catch {
      return undefined; // a page that does not exist yet: a popup's first request
    }
  }

  private toWeb(url: string): string {
    const { protocol, host, pathname, search, hash } = new URL(url);
    return protocol === `${this.scheme}:` ? `https://${host}${SUFFIX}${pathname}${search}${hash}` : url;
  }

  private toApp(url: string): string {
    if (!URL.canParse(url)) return url;
    const { host, pathname, search, hash } = new URL(url);
    return host.endsWith(SUFFIX) ? `${this.scheme}://${host.slice(0, -SUFFIX.length)}${pathname}${search}${hash}` : url;
  }
}
