/** What the shell itself says, before and around the window. The window's own words are in `src-renderer/i18n`. */
import type { FileKind } from '../bridge/host-api';

export type ShellLocale = 'ro' | 'en';

export interface ShellTexts {
  readonly fileKinds: Readonly<Record<FileKind, string>>;
  readonly menu: {
    readonly file: string; readonly importPackage: string; readonly exportPackage: string; readonly settings: string; readonly quit: string;
    readonly edit: string; readonly undo: string; readonly redo: string; readonly cut: string; readonly copy: string; readonly paste: string; readonly selectAll: string;
    readonly view: string; readonly palette: string; readonly zoomIn: string; readonly zoomOut: string; readonly zoomReset: string; readonly fullScreen: string; readonly developer: string;
    readonly help: string; readonly about: string;
  };
  /** `{found}` and `{ours}` are Electron's major versions. */
  readonly olderVersion: { readonly title: string; readonly message: string };
  readonly windowGone: { readonly message: string; readonly detail: string; readonly reopen: string; readonly close: string };
  readonly cannotStart: { readonly title: string; readonly message: string };
}

const ro: ShellTexts = {
  fileKinds: { package: 'Pachet Caiet', workbook: 'Registru Excel', spreadsheet: 'Foaie de calcul', sheet: 'Fișă de evaluare', document: 'Document Word', pdf: 'Document PDF', calendar: 'Calendar', mapping: 'Legătura coloanelor', attachment: 'Document' },
  menu: {
    file: 'Fișier', importPackage: 'Importă un pachet…', exportPackage: 'Exportă un pachet…', settings: 'Setări', quit: 'Ieșire',
    edit: 'Editare', undo: 'Anulează', redo: 'Refă', cut: 'Taie', copy: 'Copiază', paste: 'Lipește', selectAll: 'Selectează tot',
    view: 'Vizualizare', palette: 'Mergi la…', zoomIn: 'Mărește', zoomOut: 'Micșorează', zoomReset: 'Mărime normală', fullScreen: 'Ecran complet', developer: 'Instrumente pentru dezvoltatori',
    help: 'Ajutor', about: 'Despre Caiet',
  },
  olderVersion: {
    title: 'Această versiune de Caiet este mai veche decât datele',
    message: 'Proiectele de pe acest calculator au fost deschise ultima dată cu o versiune mai nouă de Caiet (Electron {found}; aceasta are {ours}). O versiune mai veche le-ar putea deteriora, de aceea Caiet nu le-a deschis și nu a schimbat nimic. Porniți versiunea nouă sau instalați-o din nou.',
  },
  windowGone: {
    message: 'Fereastra s-a oprit pe neașteptate.',
    detail: 'Ce era salvat este în siguranță. Puteți redeschide fereastra și continua.',
    reopen: 'Redeschide', close: 'Închide Caiet',
  },
  cannotStart: { title: 'Caiet nu a putut porni', message: 'Proiectele nu au fost atinse. Reporniți calculatorul și încercați din nou; dacă se repetă, cereți ajutor și arătați acest mesaj: {reason}' },
};

const en: ShellTexts = {
  fileKinds: { package: 'Caiet package', workbook: 'Excel workbook', spreadsheet: 'Spreadsheet', sheet: 'Score sheet', document: 'Word document', pdf: 'PDF document', calendar: 'Calendar', mapping: 'Column mapping', attachment: 'Document' },
  menu: {
    file: 'File', importPackage: 'Import a package…', exportPackage: 'Export a package…', settings: 'Settings', quit: 'Quit',
    edit: 'Edit', undo: 'Undo', redo: 'Redo', cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select all',
    view: 'View', palette: 'Go to…', zoomIn: 'Zoom in', zoomOut: 'Zoom out', zoomReset: 'Normal size', fullScreen: 'Full screen', developer: 'Developer tools',
    help: 'Help', about: 'About Caiet',
  },
  olderVersion: {
    title: 'This version of Caiet is older than the data',
    message: 'The projects on this computer were last opened with a newer version of Caiet (Electron {found}; this one has {ours}). An older version could damage them, so Caiet did not open them and changed nothing. Start the newer version, or install it again.',
  },
  windowGone: {
    message: 'The window stopped unexpectedly.',
    detail: 'What was saved is safe. You can reopen the window and go on.',
    reopen: 'Reopen', close: 'Close Caiet',
  },
  cannotStart: { title: 'Caiet could not start', message: 'The projects were not touched. Restart the computer and try again; if it happens again, ask for help and show this message: {reason}' },
};

export const SHELL_TEXTS: Readonly<Record<ShellLocale, ShellTexts>> = { ro, en };

/** Puts values in the places of a text. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/gu, (place, name: string) => String(values[name] ?? place));
