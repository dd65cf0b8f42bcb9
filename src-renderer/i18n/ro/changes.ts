/** What each change did, for undo and the audit trail. */
export const changes = {
} as const;
