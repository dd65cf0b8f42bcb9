/** The project list and one project's own card. */
export const projects = {
} as const;
