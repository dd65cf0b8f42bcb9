/** A workbook for people outside to fill in and send back. */
import type { TemplateRequest } from '../../../domain/ports/template-request';
import { xlsxFile } from '../xlsx-file';
import { templateSheets } from './template-sheets';
import type { TemplateWords } from './template-words';

/** The bytes of the template; the same request gives the same bytes. */
export const writeTemplate = (request: TemplateRequest, words: TemplateWords): Promise<Uint8Array> =>
  xlsxFile(templateSheets(request, words), { title: words[words.own].t(`templates.title.${request.kind}`), cutMark: '…' });
