/** What the window asks of the safety worker. One message, one answer with the same number. */
export type SafetyRequest =
  | { readonly task: 'holdJournal'; readonly part: number; readonly text: string }
  | { readonly task: 'appendJournal'; readonly lines: string; readonly parts: number }
  | { readonly task: 'readJournal' | 'restartJournal' | 'readLedger' | 'listSnapshots' }
  | { readonly task: 'writeLedger'; readonly json: string }
  | { readonly task: 'removeSnapshot'; readonly name: string }
  | { readonly task: 'readSnapshot'; readonly name: string; readonly from: number }
  | { readonly task: 'holdSnapshot'; readonly part: number; readonly bytes: Uint8Array }
  | { readonly task: 'writeSnapshot'; readonly name: string; readonly bytes: Uint8Array; readonly parts: number };

export interface SafetyMessage {
  readonly number: number;
  readonly request: SafetyRequest;
}

export type SafetyAnswer =
  | { readonly number: number; readonly ok: true; readonly value: unknown }
  /** `errorName` is the DOMException's name, from which the window makes a HostError. */
  | { readonly number: number; readonly ok: false; readonly errorName: string };
