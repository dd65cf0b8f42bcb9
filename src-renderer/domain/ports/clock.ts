/** Time and identity come from outside, so that the domain gives the same answer every time it is asked. */
import type { Id, Instant } from '../values';

export interface Clock {
  now(): Instant;
}

export interface IdSource {
  /** A fresh UUIDv7. */
  next(): Id;
}
