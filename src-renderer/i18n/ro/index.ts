/** The Romanian catalogue. */
import { admission } from './admission';
import { app } from './app';
import { attachments } from './attachments';
import { bids } from './bids';
import { call } from './call';
import { callPlan } from './call-plan';
import { changes } from './changes';
import { costs } from './costs';
import { cpv } from './cpv';
import { criteria } from './criteria';
import { decision } from './decision';
import { documents } from './documents';
import { evaluation } from './evaluation';
import { exchange } from './exchange';
import { importKinds } from './import-kinds';
import { imports } from './imports';
import { law } from './law';
import { letters } from './letters';
import { merge } from './merge';
import { needs } from './needs';
import { notices } from './notices';
import { packages } from './packages';
import { palette } from './palette';
import { phaseReviews } from './phase-reviews';
import { places } from './places';
import { problems } from './problems';
import { problemsCpv } from './problems-cpv';
import { problemsPackages } from './problems-packages';
import { problemsImport } from './problems-import';
import { problemsTargets } from './problems-targets';
import { projects } from './projects';
import { publication } from './publication';
import { risks } from './risks';
import { robustness } from './robustness';
import { schedules } from './schedules';
import { severalEvaluators } from './several-evaluators';
import { settings } from './settings';
import { targets } from './targets';
import { templates } from './templates';
import { terminal } from './terminal';
import { workbook } from './workbook';

// One line a part, so that parts can be added side by side.
export const ro = {
  ...admission,
  ...app,
  ...attachments,
  ...bids,
  ...call,
  ...callPlan,
  ...changes,
  ...costs, ...cpv,
  ...criteria,
  ...decision,
  ...documents,
  ...evaluation,
  ...exchange,
  ...importKinds,
  ...imports,
  ...law,
  ...letters,
  ...merge,
  ...needs,
  ...notices,
  ...packages,
  ...palette,
  ...phaseReviews,
  ...places,
  ...problems,
  ...problemsCpv,
  ...problemsPackages,
  ...problemsImport,
  ...problemsTargets,
  ...projects,
  ...publication,
  ...risks,
  ...robustness,
  ...schedules,
  ...settings,
  ...targets,
  ...severalEvaluators,
  ...templates,
  ...terminal,
  ...workbook,
} as const;
