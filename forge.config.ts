import path from 'node:path';
import { FuseV1Options, FuseVersion } from '@electron/fuses';
import { MakerDeb } from '@electron-forge/maker-deb';
import { MakerSquirrel } from '@electron-forge/maker-squirrel';
import { MakerZIP } from '@electron-forge/maker-zip';
import { FusesPlugin } from '@electron-forge/plugin-fuses';
import { VitePlugin } from '@electron-forge/plugin-vite';
import type { ForgeConfig } from '@electron-forge/shared-types';

const assets = path.resolve('assets');

/** A folder with `electron-v<version>-<platform>-<arch>.zip` in place of the download. Such builds never land in `out/make`. */
const electronZipDir = process.env['CAIET_ELECTRON_ZIP_DIR'];

// maker-deb's types know one icon file only; its installer takes one per size.
const debIcon = { '512x512': path.join(assets, 'icon.png'), scalable: path.join(assets, 'icon.svg') } as unknown as string;

const config: ForgeConfig = {
  outDir: electronZipDir === undefined ? 'out' : 'out/check',
  packagerConfig: {
    name: 'Caiet',
    executableName: 'caiet',
    // Never to change: Windows and macOS find the person's data by it.
    appBundleId: 'ro.caiet.desktop',
    appCategoryType: 'public.app-category.business',
    asar: true,
    icon: path.join(assets, 'icon'),
    ...(electronZipDir === undefined ? {} : { electronZipDir }),
  },
  // Nothing to rebuild: Caiet has no native modules.
  rebuildConfig: {},
  makers: [
    new MakerSquirrel({ name: 'caiet', setupIcon: path.join(assets, 'icon.ico') }),
    new MakerZIP({}, ['darwin', 'linux', 'win32']),
    new MakerDeb({
      options: {
        name: 'caiet',
        bin: 'caiet',
        productName: 'Caiet',
        genericName: 'Innovation procurement',
        description: 'Innovation procurement for small municipalities',
        maintainer: 'Caiet <caiet@localhost>',
        section: 'utils',
        categories: ['Office'],
        icon: debIcon,
        desktopTemplate: path.join(assets, 'linux/desktop.ejs'),
      },
    }),
  ],
  plugins: [
    new VitePlugin({
      build: [
        { entry: 'src-main/main.ts', config: 'vite.main.config.mts', target: 'main' },
        { entry: 'src-main/preload.ts', config: 'vite.preload.config.mts', target: 'preload' },
      ],
      renderer: [{ name: 'main_window', config: 'vite.renderer.config.mts' }],
    }),
    new FusesPlugin({
      version: FuseVersion.V1,
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableCookieEncryption]: true,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: false,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    }),
  ],
};

export default config;
