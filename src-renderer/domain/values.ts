/** Small value types every record is made of, and the schemas that guard them. */
import { z } from './schema';

/** A record's identity: UUIDv7 for records people make, or a key derived from other ids (see `scoreSheetId`). */
export type Id = string;
export const idSchema = z.string().min(1).max(200).regex(/^[A-Za-z0-9][A-Za-z0-9._:-]*$/);

/** A moment: ISO 8601 in UTC with milliseconds, `2026-03-02T08:15:00.000Z`. */
export type Instant = string;
export const instantSchema = z.iso.datetime({ precision: 3 });

/** A day in the calendar, without time or zone: `2026-03-02`. */
export type CivilDate = string;
export const civilDateSchema = z.iso.date();

/** An exact decimal number as text: `-12.5`. Never a binary float. */
export type DecimalString = string;
export const decimalSchema = z.string().max(40).regex(/^-?(0|[1-9]\d*)(\.\d+)?$/);

/** Money: whole minor units (bani, cents) and an ISO 4217 code. */
export const moneySchema = z.looseObject({
  amount: z.int().describe('Whole minor units of the currency: 1234.56 RON is 123456.'),
  currency: z.string().regex(/^[A-Z]{3}$/).describe('ISO 4217 code.'),
});
export type Money = z.infer<typeof moneySchema>;

/** A place in a list that can always be put between two others (fractional index). Compared as plain text. */
export type Position = string;
export const positionSchema = z.string().min(1).max(500);

/** Anything JSON can hold; what patches carry. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
