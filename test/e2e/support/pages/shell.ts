/** The frame of the window as a person uses it: places, undo, saving, the first project. */
import { expect, type Page } from '@playwright/test';

export type Place = 'Nevoi' | 'Cerințe' | 'Decizie' | 'Documente' | 'Apel' | 'Oferte' | 'Evaluare' | 'Schimb de pachete' | 'Fișa proiectului' | 'Proiecte' | 'Setări';

const HEADINGS: Readonly<Record<Place, string>> = {
  Nevoi: 'Nevoi', Cerințe: 'Cerințe', Decizie: 'Decizie', Documente: 'Documente', Apel: 'Apel', Oferte: 'Oferte', Evaluare: 'Evaluare', 'Schimb de pachete': 'Schimb de pachete', 'Fișa proiectului': 'Fișa proiectului',
  Proiecte: 'Proiecte', Setări: 'Setări',
};

export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

/** Goes to a place by the rail, which a narrow window keeps behind a button. */
export const goTo = async (page: Page, place: Place): Promise<void> => {
  const menu = page.getByRole('banner').getByRole('button', { name: 'Meniu' });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('navigation').getByRole('link', { name: place }).click();
  await expect(heading(page, HEADINGS[place])).toBeVisible();
};

/** Waits until the bar says that the last change is stored. */
export const expectSaved = (page: Page): Promise<void> => expect(page.getByRole('banner').getByText(/\bSalvat\b/u)).toBeVisible();

/** By the first of the places that offer it: the empty list or the full one. */
export const openDemo = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Deschide proiectul demonstrativ' }).click();
  await expect(heading(page, 'Apel')).toBeVisible();
  await expectSaved(page);
};

export const createProject = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('button', { name: 'Proiect nou' }).click();
  await page.getByRole('textbox', { name: 'Titlul proiectului' }).fill(title);
  await page.getByRole('button', { name: 'Creează proiectul' }).click();
  await expect(heading(page, 'Apel')).toBeVisible();
};

/** The name that the history writes beside changes made here. */
export const nameYourself = async (page: Page, name: string): Promise<void> => {
  await goTo(page, 'Setări');
  await page.getByRole('textbox', { name: 'Numele dumneavoastră' }).fill(name);
  await page.getByRole('textbox', { name: 'Numele dumneavoastră' }).press('Enter');
  await goTo(page, 'Proiecte');
};

export const undo = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Anulează' });
export const redo = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Refă' });

/** The window as it starts: past the opening sentence. */
export const expectStarted = (page: Page): Promise<void> => expect(page.getByRole('banner')).toBeVisible();
