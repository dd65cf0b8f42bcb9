/** A certificate's fingerprint, broken into lines only between its bytes, so that it can be read out over the telephone. */
import { Fragment } from 'react';

/** `fingerprint`: hexadecimal bytes with colons between them. */
export const Fingerprint = ({ fingerprint }: { readonly fingerprint: string }) => (
  <span className="mono target-fingerprint">
    {fingerprint.split(':').map((byte, index) => {
      const key = `${index} ${byte}`;
      return <Fragment key={key}>{index === 0 ? null : <>:<wbr /></>}{byte}</Fragment>;
    })}
  </span>
);
