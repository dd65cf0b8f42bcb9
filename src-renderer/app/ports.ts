/** Everything the application needs from outside, handed over by a composition root. */
import type { HostFiles, HostInfo } from '../../src-main/bridge/host-api';
import type { AttachedFiles } from '../domain/ports/attached-files';
import type { Clock, IdSource } from '../domain/ports/clock';
import type { DocumentMaker } from '../domain/ports/document';
import type { ProjectStore, SettingsStore } from '../domain/ports/project-store';
import type { SnapshotInfo } from '../domain/ports/safety-store';
import type { SheetImporter } from '../domain/ports/sheet-import';
import type { RulePack } from '../domain/rule-pack';
import type { TargetPorts } from './targets/target-state';
import type { DeviceKey } from '../exchange/device-key';
import type { FileDesk } from '../exchange/file-desk';
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
  /** Makes workbooks, documents and publications of a project. */
  readonly fileDesk: FileDesk;
  readonly documents: DocumentMaker;
  /** Reads a score sheet that came back as a workbook. Rejects with a ProblemError when the file is no sheet. */
  readonly readScoreSheet: (fileName: string, bytes: Uint8Array) => Promise<ReturnedSheet>;
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
export type ProjectPorts = Pick<CaietPorts, 'store' | 'clock' | 'ids' | 'files' | 'host' | 'readScoreSheet' | 'rulePack'> & {
  readonly fileDesk: Pick<FileDesk, 'sheetWorkbook' | 'sheetPackage'>;
};
