/** Documents of the open project: their content is kept first, then the change that speaks of it. */
import { lastPosition } from '../domain/position';
import { attachmentsOf, bytesOfAll, MAX_FILE_BYTES, MAX_PROJECT_FILE_BYTES, type Attachment } from '../domain/attachment';
import { fail } from '../domain/problem';
import { isSealedDocument } from '../domain/sealed-documents';
import { SHORT_TEXT } from '../domain/texts';
import type { Id } from '../domain/values';
import type { AttachmentCommands } from './package-commands';
import type { CaietPorts } from './ports';
import type { Session } from './session';

/** `plan.final.pdf` → `plan.final`. */
const titleOf = (fileName: string): string => fileName.replace(/\.[^.]{1,10}$/u, '').trim() || fileName;

const refuse = (fileName: string, size: number): void => {
  if (size === 0) throw fail('attachment.empty', { fileName });
  if (size > MAX_FILE_BYTES) throw fail('attachment.tooLarge', { fileName, size, limit: MAX_FILE_BYTES });
};

export const attachmentCommands = ({ attachedFiles, clock, files, ids, packages }: Pick<CaietPorts, 'attachedFiles' | 'clock' | 'files' | 'ids' | 'packages'>, session: Session): AttachmentCommands => {
  const named = (id: Id): string => session.project().attachments?.[id]?.title ?? '';
  return {
    add: async (fileName, mediaType, bytes) => {
      refuse(fileName, bytes.length);
      const project = session.project();
      const attachment: Attachment = {
        id: ids.next(), position: lastPosition(project.attachments ?? {}), title: titleOf(fileName).slice(0, SHORT_TEXT),
        fileName: fileName.slice(0, SHORT_TEXT), mediaType: mediaType.slice(0, 100), size: bytes.length, sha256: await packages.digest(bytes), filedUnder: { kind: 'project' }, addedAt: clock.now(),
      };
      const size = bytesOfAll([...attachmentsOf(project), attachment]);
      if (size > MAX_PROJECT_FILE_BYTES) throw fail('project.filesTooLarge', { size, limit: MAX_PROJECT_FILE_BYTES });
      await attachedFiles.put(project.id, new Map([[attachment.sha256, bytes]]));
      // Another project was opened meanwhile: the document belongs to the one it was dropped on.
      await session.editStored(project.id, { code: 'documentAdded', data: { name: attachment.title } }, (draft) => {
        draft.attachments = { ...draft.attachments, [attachment.id]: attachment };
      });
    },
    edit: (id, fields) => {
      session.edit({ code: 'documentEdited', data: { name: fields.title ?? named(id) } }, (draft) => {
        const attachment = draft.attachments?.[id];
        if (attachment !== undefined) Object.assign(attachment, fields);
      });
    },
    remove: (id) => {
      session.edit({ code: 'documentRemoved', data: { name: named(id) } }, (draft) => {
        if (draft.attachments !== undefined) Reflect.deleteProperty(draft.attachments, id);
      });
    },
    save: async (id) => {
      const project = session.project();
      const attachment = project.attachments?.[id];
      if (attachment !== undefined && isSealedDocument(project, attachment)) throw fail('attachment.sealed', { fileName: attachment.fileName });
      const bytes = attachment === undefined ? undefined : await attachedFiles.get(project.id, attachment.sha256);
      if (attachment === undefined || bytes === undefined) throw fail('attachment.missing', { fileName: attachment?.fileName ?? '' });
      return (await files.save('attachment', attachment.fileName, bytes))?.location ?? null;
    },
  };
};
