/** Files and folders dragged in from the desktop. */
import type { Page } from '@playwright/test';

export interface Dropped {
  readonly name: string;
  readonly text?: string;
  readonly isFolder?: boolean;
}

/** Drops them on the only place of the screen that takes files. A script cannot make a folder, so its entry says that it is one. */
export const drop = (page: Page, items: readonly Dropped[]): Promise<void> => page.evaluate((given) => {
  const carried = new DataTransfer();
  carried.effectAllowed = 'all';
  for (const { name, text = '' } of given) carried.items.add(new File([text], name));
  const folders = new Set(given.filter(({ isFolder }) => isFolder).map(({ name }) => name));
  // Each look at the list makes new objects of its items.
  const listed = [...carried.items];
  for (const item of listed) {
    const name = item.getAsFile()?.name ?? '';
    const isDirectory = folders.has(name);
    Object.defineProperty(item, 'webkitGetAsEntry', { value: () => ({ name, isDirectory, isFile: !isDirectory }) });
  }
  Object.defineProperty(carried, 'items', { value: listed });
  const zone = document.querySelector('.file-drop');
  for (const type of ['dragenter', 'dragover', 'drop']) {
    const event = new DragEvent(type, { bubbles: true, cancelable: true, clientX: 1, clientY: 1 });
    Object.defineProperty(event, 'dataTransfer', { value: carried });
    zone?.dispatchEvent(event);
  }
}, items);
