/** What each project buys, for finding similar purchases. It reads the projects' own rows, never their bids or scores. */
import { purchaseLine, type OtherPurchase } from '../domain/procedure/similar-purchases';
import { projectSchema } from '../domain/project';
import { eachPage } from './pages';
import type { CaietDatabase, ProjectRow } from './schema';

const rowSchema = projectSchema.pick({ id: true, title: true, lots: true, currency: true, buyer: true, milestones: true, createdAt: true, deletedAt: true, assignment: true });

const purchaseOf = (row: ProjectRow): readonly OtherPurchase[] => {
  const read = rowSchema.safeParse(row);
  if (!read.success || read.data.deletedAt !== null || read.data.assignment !== undefined) return [];
  return [{ ...purchaseLine(read.data), id: read.data.id, title: read.data.title }];
};

const PROJECTS_AT_A_TIME = 10;

/** Projects in the bin, sheets that were handed out, and rows that cannot be read are no purchases. */
export const readPurchases = async (db: CaietDatabase): Promise<readonly OtherPurchase[]> => {
  const purchases: OtherPurchase[] = [];
  await eachPage(db.projects, PROJECTS_AT_A_TIME, (rows) => purchases.push(...rows.flatMap(purchaseOf)));
  return purchases;
};
