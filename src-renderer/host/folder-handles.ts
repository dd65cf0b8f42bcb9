/** Where the browser edition keeps the folders a person has opened to it. Implemented by `storage/`, handed over in `window.tsx`. */
export interface FolderHandles {
  all(): Promise<readonly { readonly id: string; readonly handle: FileSystemDirectoryHandle }[]>;
  put(id: string, handle: FileSystemDirectoryHandle): Promise<void>;
  remove(id: string): Promise<void>;
}
