/** Notes what must never happen in a page, for every spec. */
import type { BrowserContext, Page } from '@playwright/test';

const REFUSED_BY_POLICY = /content security policy|trusted ?types?|trustedscript/iu;

const isLocal = (url: string): boolean =>
  /^(?:app|data|blob|about|devtools|chrome-extension):/u.test(url) || /^https?:\/\/(?:127\.0\.0\.1|[a-z]+\.app-scheme\.test)(?:[:/]|$)/u.test(url);

const watchPage = (page: Page, trouble: string[]): void => {
  page.on('pageerror', (error) => trouble.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && REFUSED_BY_POLICY.test(message.text())) trouble.push(`policy: ${message.text()}`);
  });
};

/** Starts watching all pages of a context, present and future. */
export const watchContext = (context: BrowserContext): string[] => {
  const trouble: string[] = [];
  for (const page of context.pages()) watchPage(page, trouble);
  context.on('page', (page) => watchPage(page, trouble));
  context.on('request', (request) => {
    if (!isLocal(request.url())) trouble.push(`network: ${request.url()}`);
  });
  return trouble;
};
