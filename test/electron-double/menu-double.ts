/** `Menu` as far as the shell uses it: a template that can be searched and clicked. */
export interface MenuTemplate {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly click?: (item: unknown, window: unknown) => void;
  readonly submenu?: readonly MenuTemplate[];
}

export class MenuDouble {
  constructor(readonly items: readonly MenuTemplate[]) {}

  getMenuItemById(id: string): MenuTemplate | null {
    const search = (items: readonly MenuTemplate[]): MenuTemplate | null => {
      for (const item of items) {
        const found = item.id === id ? item : search(item.submenu ?? []);
        if (found !== null) return found;
      }
      return null;
    };
    return search(this.items);
  }
}
