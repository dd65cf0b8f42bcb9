/** A package waiting for its review screen, on the way from a file, a backup or a menu. */
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { OpenedPackage } from '../../exchange/opened-package';

export interface PackageBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface PackageReview {
  readonly report: OpenedPackage | null;
  readonly setReport: (report: OpenedPackage | null) => void;
  /** A file that the review screen reads as if a person had chosen it. */
  readonly file: PackageBytes | null;
  readonly setFile: (file: PackageBytes | null) => void;
}

const PackageReviewContext = createContext<PackageReview | null>(null);

export const PackageReviewProvider = ({ children }: { readonly children: ReactNode }) => {
  const [report, setReport] = useState<OpenedPackage | null>(null);
  // Put away after everything that asked it has gone from the screen.
  useEffect(() => () => report?.close(), [report]);
  const [file, setFile] = useState<PackageBytes | null>(null);
  const review = useMemo(() => ({ report, setReport, file, setFile }), [report, file]);
  return <PackageReviewContext value={review}>{children}</PackageReviewContext>;
};

/** The package to review, and where to put one before going to the review screen. */
export const usePackageReview = (): PackageReview => {
  const review = useContext(PackageReviewContext);
  if (review === null) throw new Error('usePackageReview outside PackageReviewProvider');
  return review;
};
