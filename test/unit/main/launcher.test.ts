import { mkdirSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { findBrowser, profileInUse } from '../../../src-main/launcher/browser';
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
