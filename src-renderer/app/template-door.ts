/** What the window can do with empty forms. */
import type { TemplateKind } from '../domain/ports/template-request';
import type { Watched } from '../exchange/package-desk';

export interface TemplateCommands {
  /** Saves an empty form through the host; null when cancelled, else where it was saved. `title` begins the file's name. */
  save(kind: TemplateKind, title: string, watched?: Watched): Promise<string | null>;
}
