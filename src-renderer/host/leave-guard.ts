/**
 * "Before the window closes" in a browser, which waits for nobody. All it offers is the question "leave anyway?", to be
 * asked within the `beforeunload` event and only while something is truly unfinished.
 *
 * The listener says what is unfinished by a promise, as under Electron. Promise reactions run as soon as an event
 * listener has returned, so a second listener of the same event knows whether the promise was already settled: work
 * that only had to find out that nothing is pending is done by then, a write on its way to the disk is not.
 */

type Listener = () => Promise<void>;

/** Calls the listener when the page is about to go; asks the person to stay while its promise is unsettled. */
export const guardLeaving = (page: Pick<Window, 'addEventListener' | 'removeEventListener'>, listener: Listener): (() => void) => {
  let unfinished = 0;
  const ask = (): void => {
    unfinished += 1;
    const settle = (): void => { unfinished -= 1; };
    listener().then(settle, settle);
  };
  const judge = (event: BeforeUnloadEvent): void => {
    if (unfinished > 0) event.preventDefault();
  };
  page.addEventListener('beforeunload', ask);
  page.addEventListener('beforeunload', judge);
  return () => {
    page.removeEventListener('beforeunload', ask);
    page.removeEventListener('beforeunload', judge);
  };
};
