/** A part of a screen that is to be read and not written: its fields show what they hold, and what would change it is not offered. */
import { createContext, useContext, type ReactNode } from 'react';

const ReadOnlyContext = createContext(false);

/** `when` false makes a part inside a read-only one writable again, such as a calculator that changes nothing. */
export const ReadOnly = ({ when, children }: { readonly when: boolean; readonly children: ReactNode }) => <ReadOnlyContext value={when}>{children}</ReadOnlyContext>;

/** True inside a part that is to be read only. */
export const useReadOnly = (): boolean => useContext(ReadOnlyContext);

/** What changes something; not there while the part is read only. */
export const Editing = ({ children }: { readonly children: ReactNode }) => (useReadOnly() ? null : children);
