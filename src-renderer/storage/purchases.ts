/** What each project buys, for finding similar purchases. It reads the projects' own rows, never their bids or scores. */
import { purchaseLine, type OtherPurchase } from '../domain/procedure/similar-purchases';
import { projectSchema } from '../domain/project';
import type { CaietDatabase } from './schema';

const rowSchema = projectSchema.pick({ id: true, title: true, lots: true, currency: true, buyer: true, milestones: true, createdAt: true, deletedAt: true, assignment: true });

/** Projects in the bin, sheets that were handed out, and rows that cannot be read are no purchases. */
export const readPurchases = async (db: CaietDatabase): Promise<readonly OtherPurchase[]> => {
  const rows = await db.projects.toArray();
  return rows.flatMap((row): OtherPurchase[] => {
    const read = rowSchema.safeParse(row);
    if (!read.success || read.data.deletedAt !== null || read.data.assignment !== undefined) return [];
    return [{ ...purchaseLine(read.data), id: read.data.id, title: read.data.title }];
  });
};
