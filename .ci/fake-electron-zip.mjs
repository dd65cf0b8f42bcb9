// Makes electron-v<version>-<platform>-x64.zip files with Electron's layout and no Electron in them, so that the
// packaging configuration can be proven where the real zip cannot be downloaded. NEVER publish what comes of it.
import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const modules = path.join(root, 'node_modules');
// The packager's own library for Windows programs.
const { Data, NtExecutable, NtExecutableResource, Resource } = createRequire(path.join(modules, '@electron/packager/package.json'))('resedit');
const { version } = JSON.parse(readFileSync(path.join(modules, 'electron/package.json'), 'utf8'));

// The fuse wire as @electron/fuses finds it: sentinel, wire version, number of fuses, one character each, '1' for on.
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const DEFAULTS = '101100011';
const FUSE_WIRE = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, DEFAULTS.length]), Buffer.from(DEFAULTS)]);

const put = (folder, name, content, mode = 0o644) => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  chmodSync(file, mode);
};

/** A real program of the right kind, because the packager reads and rewrites it, with the fuse wire behind it. */
const putProgram = (folder, name, program, { mode = 0o755, fused = false } = {}) => {
  const file = path.join(folder, name);
  copyFileSync(program, file);
  if (fused) appendFileSync(file, FUSE_WIRE);
  chmodSync(file, mode);
};

/** A Windows program with version information and one group of icons: the packager edits both. */
const windowsProgram = () => {
  const program = NtExecutable.from(readFileSync(path.join(modules, 'electron-winstaller/vendor/7z-x64.exe')));
  const resources = NtExecutableResource.from(program);
  const { icons } = Data.IconFile.from(readFileSync(path.join(root, 'assets/icon.ico')));
  Resource.IconGroupEntry.replaceIconsForResource(resources.entries, 1, 1033, icons.map(({ data }) => data));
  resources.outputResource(program);
  return Buffer.from(program.generate());
};

const fill = {
  linux: (folder) => {
    putProgram(folder, 'electron', '/bin/true', { fused: true });
    putProgram(folder, 'chrome-sandbox', '/bin/true', { mode: 0o4755 });
    putProgram(folder, 'chrome_crashpad_handler', '/bin/true');
    for (const name of ['libffmpeg.so', 'libEGL.so', 'libGLESv2.so', 'icudtl.dat', 'resources.pak', 'snapshot_blob.bin', 'locales/en-US.pak', 'resources/default_app.asar']) put(folder, name, 'fake');
  },
  win32: (folder) => {
    put(folder, 'electron.exe', Buffer.concat([windowsProgram(), FUSE_WIRE]), 0o755);
    for (const name of ['ffmpeg.dll', 'locales/en-US.pak', 'resources/default_app.asar']) put(folder, name, 'fake');
  },
  darwin: (folder) => {
    const contents = 'Electron.app/Contents';
    const bundle = (place, name, identifier) => {
      const entries = { CFBundleExecutable: name, CFBundleIdentifier: identifier, CFBundleName: name, CFBundleDisplayName: name, CFBundleIconFile: 'electron.icns', CFBundleVersion: version, CFBundleShortVersionString: version };
      const xml = Object.entries(entries).map(([key, value]) => `<key>${key}</key><string>${value}</string>`).join('');
      put(folder, `${place}/Info.plist`, `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd"><plist version="1.0"><dict>${xml}</dict></plist>`);
      put(folder, `${place}/MacOS/${name}`, 'fake', 0o755);
    };
    bundle(contents, 'Electron', 'com.github.Electron');
    put(folder, `${contents}/Resources/default_app.asar`, 'fake');
    put(folder, `${contents}/Resources/electron.icns`, 'fake');
    put(folder, `${contents}/Frameworks/Electron Framework.framework/Electron Framework`, FUSE_WIRE, 0o755);
    for (const suffix of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) bundle(`${contents}/Frameworks/Electron Helper${suffix}.app/Contents`, `Electron Helper${suffix}`, 'com.github.Electron.helper');
  },
};

/** Writes one zip per platform into `target`. */
export const makeFakeElectron = (target, platforms) => {
  mkdirSync(target, { recursive: true });
  for (const platform of platforms) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'fake-electron-'));
    for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html']) put(folder, name, name === 'version' ? version : 'fake');
    fill[platform](folder);
    const zip = path.join(target, `electron-v${version}-${platform}-x64.zip`);
    rmSync(zip, { force: true });
    execFileSync('zip', ['-qry', zip, '.'], { cwd: folder });
    rmSync(folder, { recursive: true });
  }
};
