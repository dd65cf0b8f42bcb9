/** Electron's `safeStorage`: Keychain on macOS, DPAPI on Windows, the Secret Service or KWallet on Linux. */
import { safeStorage } from 'electron';
import type { Keychain } from './passwords';

/** What Electron uses on a Linux desktop without a keychain: a fixed password, which protects nothing. */
const isPretence = (): boolean => process.platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());

export const systemKeychain: Keychain = {
  isReal: async () => !isPretence() && safeStorage.isAsyncEncryptionAvailable(),
  encrypt: (text) => safeStorage.encryptStringAsync(text),
  decrypt: async (bytes) => {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(bytes));
    return { text: result, isStale: shouldReEncrypt };
  },
};
