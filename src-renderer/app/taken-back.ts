/** What taking an import back comes to. */
import type { Project } from '../domain/project';

/** How many records went; when nothing could be done, all of them stayed. */
export interface TakenBackCounts {
  readonly removed: number;
  readonly kept: number;
}

/** The project without the import. */
export interface TakenBack extends TakenBackCounts {
  readonly project: Project;
}
