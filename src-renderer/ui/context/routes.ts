/** The window's addresses, in one place. They live in the hash, so that a reload comes back to the same screen. */
import type { CallPart } from '../../domain/call-parts';
import type { Id } from '../../domain/values';

export const PROJECTS = '/';
/** The list, with the question for a title open. */
export const NEW_PROJECT = '/new';
export const SETTINGS = '/settings';
/** Exchange targets, with or without an open project. */
export const EXCHANGE = '/exchange';
export const IMPORT_PACKAGE = '/exchange/import';

/** Screens of one project. */
export const PROJECT_SCREENS = ['needs', 'needs/import', 'specification', 'specification/import', 'call', 'call/procedure', 'call/criteria', 'call/timeline', 'call/questions', 'bids', 'bids/import', 'bids/examination', 'bids/schedules', 'bids/schedules/import', 'bids/costs/import', 'evaluation', 'evaluation/import', 'decision', 'documents', 'exchange', 'conflicts', 'about'] as const;
export type ProjectScreen = (typeof PROJECT_SCREENS)[number];

export const projectHref = (id: Id, screen: ProjectScreen = 'call'): string => `/p/${encodeURIComponent(id)}/${screen}`;

/** Everything recorded about one bid between opening and decision. */
export const examinationHref = (id: Id, bidId: Id): string => `${projectHref(id, 'bids/examination')}/${encodeURIComponent(bidId)}`;

/** One document's preview, by the id the list gives it. */
export const documentHref = (id: Id, document: string): string => `${projectHref(id, 'documents')}/${encodeURIComponent(document)}`;

/** The call opens at its lots; the other parts have an address of their own below. */
export const callHref = (id: Id, part: CallPart): string => projectHref(id, part === 'lots' ? 'call' : `call/${part}`);
