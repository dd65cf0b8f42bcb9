/** What every part of the robustness view is about. */
import type { LotResult } from '../../../../domain/evaluation/result';
import type { Project } from '../../../../domain/project';
import type { Robustness } from '../../../../domain/robustness/robustness';

export interface RobustnessParts {
  readonly project: Project;
  readonly lot: LotResult;
  readonly report: Robustness;
}
