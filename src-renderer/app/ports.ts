/** Everything the application needs from outside, handed over by a composition root. */
import type { HostFiles, HostInfo } from '../../src-main/bridge/host-api';
import type { EvaluationResult } from '../domain/evaluation/result';
import type { AttachedFiles } from '../domain/ports/attached-files';
import type { Clock, IdSource } from '../domain/ports/clock';
import type { DocumentMaker } from '../domain/ports/document';
import type { ProjectStore, SettingsStore } from '../domain/ports/project-store';
import type { SnapshotInfo } from '../domain/ports/safety-store';
import type { SheetImporter } from '../domain/ports/sheet-import';
import type { TemplateRequest } from '../domain/ports/template-request';
import type { Project } from '../domain/project';
import type { RulePack } from '../domain/rule-pack';
import type { Id } from '../domain/values';
import type { TargetPorts } from './targets/target-state';
import type { DeviceKey } from '../exchange/device-key';
import type { PackageDesk } from '../exchange/package-desk';
import type { ReturnedSheet } from '../domain/sheet-return';

export interface CaietPorts {
  readonly store: ProjectStore;
  readonly settings: SettingsStore;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly files: HostFiles;
  readonly host: HostInfo;
  readonly importer: SheetImporter;
  /** Makes the Excel workbook, in the given language. */
  readonly workbook: (project: Project, result: EvaluationResult, locale: 'ro' | 'en') => Promise<Uint8Array>;
  readonly documents: DocumentMaker;
  /** Makes a form for people outside to fill in; instructions in both languages, choices in the given one. */
  readonly template: (request: TemplateRequest, locale: 'ro' | 'en') => Promise<Uint8Array>;
  /** Makes the workbook that holds a lot's price schedules side by side. */
  readonly comparison: (project: Project, lotId: Id, locale: 'ro' | 'en') => Promise<Uint8Array>;
  /** A score sheet as a workbook, there and back. Reading rejects with a ProblemError when the file is no sheet. */
  readonly sheetWorkbook: {
    write(sheet: Project): Promise<Uint8Array>;
    read(fileName: string, bytes: Uint8Array): Promise<ReturnedSheet>;
  };
  readonly rulePack: RulePack;
  readonly targets: TargetPorts;
  readonly packages: PackageDesk;
  readonly deviceKey: DeviceKey;
  readonly attachedFiles: AttachedFiles;
  readonly snapshots: {
    list(): Promise<readonly SnapshotInfo[]>;
    read(name: string): Promise<Uint8Array>;
    writeNow(): Promise<void>;
  };
}

/** The part that working on one project needs: no settings, no packages, no exchange. */
export type ProjectPorts = Pick<CaietPorts, 'store' | 'clock' | 'ids' | 'files' | 'host' | 'sheetWorkbook' | 'rulePack'>;
