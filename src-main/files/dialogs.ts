/** Files the person chooses. The dialog runs here, in main, so that the window never names a path. */
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ANY, FILE_EXTENSIONS } from '../bridge/file-kinds';
import { HeldParts } from '../bridge/held-parts';
import { MAX_OPEN_BYTES, type FileKind, type FilesInParts, type SavedFile } from '../bridge/host-api';
import { SHELL_TEXTS, type ShellTexts } from '../window/shell-texts';
import { shellLocale } from '../window/shell-locale';
import { writeFileAtomic } from './atomic-write';
import { readFileLimited } from './limited-read';
import { OpenedFile } from './opened-file';

const filters = (kind: FileKind, texts: ShellTexts): FileFilter[] =>
  [{ name: texts.fileKinds[kind], extensions: [...FILE_EXTENSIONS[kind]] }];

/** GTK's dialog adds no extension. One is added unless that would replace a file the person was not asked about. */
export const withExtension = (chosen: string, kind: FileKind): string => {
  const known = FILE_EXTENSIONS[kind].some((extension) => extension === ANY || chosen.toLowerCase().endsWith(`.${extension}`));
  const extended = `${chosen}.${FILE_EXTENSIONS[kind][0]}`;
  return known || existsSync(extended) ? chosen : extended;
};

/** Open and save dialogs that remember the last folder until the application ends. */
export class FileDialogs {
  private folder: string | null = null;
  private readonly opened = new OpenedFile();
  private readonly held = new HeldParts<Uint8Array>();

  async open(window: BrowserWindow, kind: FileKind): ReturnType<FilesInParts['open']> {
    this.opened.forget();
    const texts = SHELL_TEXTS[shellLocale()];
    const { canceled, filePaths: [chosen] } = await dialog.showOpenDialog(window, {
      defaultPath: this.startFolder(),
      filters: filters(kind, texts),
      properties: ['openFile'],
    });
    if (canceled || chosen === undefined) return null;
    this.folder = path.dirname(chosen);
    const bytes = await readFileLimited(chosen, MAX_OPEN_BYTES);
    return { name: path.basename(chosen), size: bytes.byteLength, bytes: this.opened.begin(bytes) };
  }

  readOpened(from: number): Uint8Array {
    return this.opened.next(from);
  }

  holdFile(part: number, bytes: Uint8Array): void {
    this.held.hold(part, bytes);
  }

  /** `bytes`, then the parts that are held. They are let go whatever the person answers. */
  async save(window: BrowserWindow, kind: FileKind, suggestedName: string, bytes: Uint8Array, parts = 0): Promise<SavedFile | null> {
    return this.write(window, kind, suggestedName, this.held.take(bytes, parts));
  }

  /** Prints the window's page to a file, on the paper its style sheet asks for, readable by screen readers. */
  async savePdf(window: BrowserWindow, suggestedName: string): Promise<SavedFile | null> {
    const bytes = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true });
    return this.write(window, 'pdf', suggestedName, [bytes]);
  }

  private async write(window: BrowserWindow, kind: FileKind, suggestedName: string, bytes: readonly Uint8Array[]): Promise<SavedFile | null> {
    const texts = SHELL_TEXTS[shellLocale()];
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: path.join(this.startFolder(), suggestedName),
      filters: filters(kind, texts),
    });
    if (canceled || filePath === '') return null;
    this.folder = path.dirname(filePath);
    const location = withExtension(filePath, kind);
    await writeFileAtomic(location, bytes);
    return { location };
  }

  private startFolder(): string {
    return this.folder ?? app.getPath('documents');
  }
}
