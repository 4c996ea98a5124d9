// A real browser submits forms to the local gateway and shows the cashier page.

import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { AlipaySdk } from 'alipay-sdk';

import { reporter } from './report.mjs';

const { check, known } = reporter('Browser');
const text = readFileSync(process.env.INTEROP_MATERIAL, 'utf8');
const material = JSON.parse(text);
const folder = mkdtempSync(join(tmpdir(), 'alipay-interop-'));
const subject = `"><script>&lt;中文 & ' "`;

// What the browser shows once it has submitted this page's form.
const shown = async (name, html) => {
  const page = join(folder, `${name}.html`);
  writeFileSync(page, html);
  const { stdout } = await promisify(execFile)(process.env.INTEROP_BROWSER, [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-extensions',
    // The gateway's certificate was made for this run, and the address is this computer's.
    '--ignore-certificate-errors',
    `--user-data-dir=${join(folder, `${name}-profile`)}`, '--virtual-time-budget=20000', '--dump-dom',
    pathToFileURL(page).href,
  ], { timeout: 60_000 });
  return stdout;
};

// The browser writes the text of its document in this way.
const written = subject.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const showsSubject = html => assert.ok(html.includes(`<h1 id="subject">${written}</h1>`), html);

const ours = (charset, number) =>
  execFileSync(process.env.INTEROP_FORM, [charset, number, subject], { input: text, encoding: 'utf8' });

await check('our form, of a hostile subject', async () => showsSubject(await shown('ours', ours('utf-8', 'ours-1'))));
await check('our form, in GBK', async () => showsSubject(await shown('ours-gbk', ours('GBK', 'ours-2'))));

const sdk = new AlipaySdk({
  appId: material.app_id, privateKey: material.application_private_key, keyType: 'PKCS8', gateway: material.gateway,
});
const theirs = (number, subject) =>
  `<!DOCTYPE html><meta charset="utf-8">${sdk.pageExecute('alipay.trade.page.pay', 'POST', {
    bizContent: { outTradeNo: number, subject, totalAmount: '88.88' },
  })}`;

await check("the Node SDK's form, of a subject without &", async () => {
  const html = await shown('node', theirs('browser-node-1', '中文 <b> " \''));
  assert.ok(html.includes(`<h1 id="subject">中文 &lt;b&gt; " '</h1>`), html);
});
await known(
  "the Node SDK's form, of a subject with &lt;",
  'it escapes quotes and nothing else, so the browser sends < and the signature is wrong',
  /isv\.invalid-signature/,
  async () => showsSubject(await shown('node-hostile', theirs('browser-node-2', subject))),
);

const python = (number, subject) => execFileSync(process.env.INTEROP_PYTHON, [process.env.INTEROP_PYTHON_FORM, number, subject], { encoding: 'utf8' });
await check("the Python SDK's form, of a subject without &", async () => {
  const html = await shown('python', python('browser-python-1', '中文 <b> " \''));
  assert.ok(html.includes(`<h1 id="subject">中文 &lt;b&gt; " '</h1>`), html);
});
await known(
  "the Python SDK's form, of a subject with &lt;",
  'it escapes quotes and nothing else, so the browser sends < and the signature is wrong',
  /isv\.invalid-signature/,
  async () => showsSubject(await shown('python-hostile', python('browser-python-2', subject))),
);

rmSync(folder, { recursive: true, force: true });
