import { mkdirSync, readFileSync, readlinkSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { browserProfile, findBrowser, profileInUse } from '../../../src-main/launcher/browser';
import { canReach, downloadPlace } from '../../../src-main/launcher/download-host';
import { downloadElectron, electronBinary } from '../../../src-main/launcher/electron-binary';
import { isCaietAt, startLoopbackServer } from '../../../src-main/launcher/loopback-server';
import { temporaryFolders } from './temporary-folder';

const folder = temporaryFolders();
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A project folder whose Electron installer is this script. */
const projectWithInstaller = (script: string): string => {
  const root = folder();
  const home = path.join(root, 'node_modules/electron');
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, 'install.js'), script);
  return root;
};

describe('Electron\'s binary', () => {
  test('is not there before it was downloaded', () => {
    expect(electronBinary(projectWithInstaller(''))).toBeUndefined();
  });

  test('is found where its installer put it', async () => {
    const root = projectWithInstaller(`
      const fs = require('fs'); const path = require('path');
      fs.mkdirSync(path.join(__dirname, 'dist')); fs.writeFileSync(path.join(__dirname, 'dist/binary'), ''); fs.writeFileSync(path.join(__dirname, 'path.txt'), 'binary');
    `);
    expect(await downloadElectron(root)).toBeNull();
    expect(electronBinary(root)).toBe(path.join(root, 'node_modules/electron/dist/binary'));
  });

  test('that cannot be downloaded is explained in one line', async () => {
    const root = projectWithInstaller('process.stderr.write("TypeError: fetch failed\\n    at node:internal\\n"); process.exit(1);');
    expect(await downloadElectron(root)).toBe('TypeError: fetch failed');
  });

  test('whose server never answers is given up', async () => {
    expect(await downloadElectron(projectWithInstaller('setInterval(() => {}, 1000);'), 300)).toBe('no answer within 0 s');
  });

  test('of a package that is not installed is not waited for', async () => {
    expect(await downloadElectron(folder())).toContain('npm ci');
  });
});

describe('the place Electron comes from', () => {
  test.each([
    [{}, { host: 'github.com', port: 443 }],
    [{ ELECTRON_MIRROR: 'http://127.0.0.1:8080/electron/' }, { host: '127.0.0.1', port: 8080 }],
    [{ npm_config_electron_mirror: 'https://mirror.example/' }, { host: 'mirror.example', port: 443 }],
    [{ https_proxy: 'http://proxy.example:3128', ELECTRON_MIRROR: 'https://mirror.example/' }, { host: 'proxy.example', port: 3128 }],
    [{ HTTPS_PROXY: '', ELECTRON_MIRROR: 'nonsense' }, { host: 'github.com', port: 443 }],
  ])('with %j', (environment, place) => {
    expect(downloadPlace(environment)).toEqual(place);
  });

  test('is asked for a moment only', async () => {
    const server = net.createServer();
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', () => resolve()); });
    closing.push(() => new Promise((done) => { server.close(() => done()); }));
    const { port } = server.address() as net.AddressInfo;
    expect(await canReach({ host: '127.0.0.1', port })).toBe(true);
    expect(await canReach({ host: '127.0.0.1', port: 1 })).toBe(false);
    const silent = vi.spyOn(net, 'connect').mockReturnValue(new net.Socket());
    expect(await canReach({ host: '127.0.0.1', port }, 50)).toBe(false);
    silent.mockRestore();
  });
});

describe('the loopback server', () => {
  const served = (): string => {
    const place = folder();
    writeFileSync(path.join(place, 'index.html'), '<!doctype html>');
    return place;
  };

  test('is recognised by a second start, and its port is not shared', async () => {
    const server = await startLoopbackServer(served(), 0);
    closing.push(() => server.close());
    expect(await isCaietAt(server.port)).toBe(true);
    await expect(startLoopbackServer(served(), server.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('is not confused with another program, a silent one, or none', async () => {
    const talk = (answer: string): Promise<number> => new Promise((resolve) => {
      const server = net.createServer((socket) => {
        socket.on('error', () => undefined).resume();
        if (answer !== '') socket.end(answer);
      });
      server.listen(0, '127.0.0.1', () => resolve((server.address() as net.AddressInfo).port));
      closing.push(() => new Promise((done) => { server.close(() => done()); }));
    });
    expect(await isCaietAt(await talk('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'))).toBe(false);
    expect(await isCaietAt(await talk('SSH-2.0-OpenSSH\r\n'))).toBe(false);
    expect(await isCaietAt(await talk(''))).toBe(false);
    expect(await isCaietAt(1)).toBe(false);
  });

  test('listens to this machine only', async () => {
    const server = await startLoopbackServer(served(), 0);
    closing.push(() => server.close());
    const outside = Object.values(os.networkInterfaces()).flat().find((one) => one?.family === 'IPv4' && !one.internal)?.address;
    const reached = outside === undefined ? false : await new Promise((resolve) => {
      const socket = net.connect({ host: outside, port: server.port, timeout: 1000 });
      for (const event of ['error', 'timeout'] as const) socket.on(event, () => { socket.destroy(); resolve(false); });
      socket.on('connect', () => { socket.destroy(); resolve(true); });
    });
    expect(reached).toBe(false);
  });
});

describe('the browser', () => {
  test('named in the environment is the only one considered', () => {
    const before = process.env['CAIET_BROWSER'];
    try {
      process.env['CAIET_BROWSER'] = process.execPath;
      expect(findBrowser()).toBe(process.execPath);
      process.env['CAIET_BROWSER'] = '/nowhere/browser';
      expect(findBrowser()).toBeUndefined();
    } finally {
      if (before === undefined) delete process.env['CAIET_BROWSER'];
      else process.env['CAIET_BROWSER'] = before;
    }
  });

  test('gets a private profile once, and keeps what the person changed in it', () => {
    const parent = folder();
    const profile = browserProfile(parent);
    expect(statSync(profile).mode & 0o777).toBe(0o700);
    const preferences = path.join(profile, 'Default/Preferences');
    expect(JSON.parse(readFileSync(preferences, 'utf8'))).toMatchObject({ translate: { enabled: false } });
    writeFileSync(preferences, '{"changed":true}');
    expect(browserProfile(parent)).toBe(profile);
    expect(readFileSync(preferences, 'utf8')).toBe('{"changed":true}');
  });

  test('holds its profile while its process lives', () => {
    const profile = folder();
    expect(profileInUse(profile)).toBe(false);
    symlinkSync(`${os.hostname()}-${process.pid}`, path.join(profile, 'SingletonLock'));
    expect(readlinkSync(path.join(profile, 'SingletonLock'))).toContain(String(process.pid));
    expect(profileInUse(profile)).toBe(true);
  });

  test('that died has left its profile', () => {
    const profile = folder();
    symlinkSync(`${os.hostname()}-4194304`, path.join(profile, 'SingletonLock'));
    expect(profileInUse(profile)).toBe(false);
  });
});
