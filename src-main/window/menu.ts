/** The application menu. Commands go to the window, which also hears their keys itself; see `registerAccelerator`. */
import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import { EVENTS } from '../bridge/channels';
import type { MenuCommand } from '../bridge/host-api';
import type { ShellTexts } from './shell-texts';

const separator: MenuItemConstructorOptions = { type: 'separator' };

/**
 * The accelerator is only shown: the page handles the same keys in both editions, and in a text field Ctrl+Z must undo
 * typing. Registered here too, one key press would undo twice.
 */
const command = (id: MenuCommand, label: string, accelerator?: string): MenuItemConstructorOptions => ({
  id,
  label,
  ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  click: (_item, window) => {
    if (window !== undefined) (window as BrowserWindow).webContents.send(EVENTS.menu, id);
  },
});

const template = ({ menu: texts }: ShellTexts, forDevelopers: boolean): MenuItemConstructorOptions[] => [
  {
    label: texts.file,
    submenu: [
      command('import-package', texts.importPackage),
      command('export-package', texts.exportPackage),
      separator,
      command('settings', texts.settings, 'CmdOrCtrl+,'),
      separator,
      { role: 'quit', label: texts.quit },
    ],
  },
  {
    label: texts.edit,
    submenu: [
      command('undo', texts.undo, 'CmdOrCtrl+Z'),
      command('redo', texts.redo, 'CmdOrCtrl+Shift+Z'),
      separator,
      { role: 'cut', label: texts.cut },
      { role: 'copy', label: texts.copy },
      { role: 'paste', label: texts.paste },
      { role: 'selectAll', label: texts.selectAll },
    ],
  },
  {
    label: texts.view,
    submenu: [
      command('palette', texts.palette, 'CmdOrCtrl+K'),
      separator,
      { role: 'zoomIn', label: texts.zoomIn },
      { role: 'zoomOut', label: texts.zoomOut },
      { role: 'resetZoom', label: texts.zoomReset },
      { role: 'togglefullscreen', label: texts.fullScreen },
      ...(forDevelopers ? [separator, { role: 'toggleDevTools', label: texts.developer } as const] : []),
    ],
  },
  { role: 'help', label: texts.help, submenu: [{ role: 'about', label: texts.about }] },
];

/** Builds the menu and shows it on every window. */
export const installMenu = (texts: ShellTexts, forDevelopers: boolean): void => {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(texts, forDevelopers)));
};
