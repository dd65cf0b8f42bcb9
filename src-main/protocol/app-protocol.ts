/** `app://caiet`: the window's files, answered by this process. */
import { protocol, session } from 'electron';
import { APP_HOST, APP_SCHEME } from './origin';
import { answerFromFolder, plainAnswer, type StaticAnswer } from './static-folder';

/** Must run before the application is ready. Without `standard` the page would have no storage at all. */
export const registerScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
};

const toResponse = ({ status, headers, body }: StaticAnswer): Response => new Response(body, { status, headers });

/** What `app:` answers for a request, given the folder of built files. */
export const answerApp = async (folder: string, request: Request): Promise<Response> => {
  const { host, pathname } = new URL(request.url);
  return toResponse(host === APP_HOST ? await answerFromFolder(folder, request.method, pathname) : plainAnswer(404, 'unknown host'));
};

/** Serves `folder` to the default session. */
export const serveApp = (folder: string): void => {
  session.defaultSession.protocol.handle(APP_SCHEME, (request) => answerApp(folder, request));
};
