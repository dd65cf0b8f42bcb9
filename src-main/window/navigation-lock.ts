/** Keeps every page where it is: no navigation away, no second window, no embedded browser. */
import { app, shell, type Event } from 'electron';
import { originOf } from '../protocol/origin';
import { isKnownLink } from './external-links';

/** Applies to every web contents the application will ever have. */
export const lockNavigation = (origin: string): void => {
  const stayHome = (event: Event, url: string): void => {
    if (originOf(url) !== origin) event.preventDefault();
  };
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => stayHome(event, event.url));
    contents.on('will-redirect', (event) => stayHome(event, event.url));
    contents.on('will-frame-navigate', (event) => stayHome(event, event.url));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      if (isKnownLink(url)) void shell.openExternal(url);
      return { action: 'deny' };
    });
  });
};
