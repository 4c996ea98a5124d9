// Alipay's own SDK for Node calls the local gateway and verifies what it answers.

import assert from 'node:assert/strict';
import { createHash, createPublicKey, createVerify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Readable } from 'node:stream';

import { AlipayFormData, AlipaySdk } from 'alipay-sdk';

import { reporter } from './report.mjs';

const { check, known } = reporter('Node');

const material = JSON.parse(readFileSync(process.env.INTEROP_MATERIAL, 'utf8'));
const subject = `"><script>&lt;中文 & ' " 😀 + 100% }{ "sign":"`;
const verified = { validateSign: true };

const byKey = {
  appId: material.app_id,
  privateKey: material.application_private_key,
  keyType: 'PKCS8',
  alipayPublicKey: material.alipay_public_key,
  gateway: material.gateway,
  encryptKey: material.content_key,
};
const byCertificate = {
  ...byKey,
  appId: material.certificate_app_id,
  alipayPublicKey: undefined,
  appCertContent: material.application_certificate,
  alipayPublicCertContent: material.alipay_certificate,
  alipayRootCertContent: material.alipay_root_certificates,
};
const sdk = new AlipaySdk({ ...byKey });

let orders = 0;
const order = () => ({ outTradeNo: `node-${++orders}`, subject, totalAmount: '88.88' });
const successful = answer => assert.equal(answer.code, '10000', JSON.stringify(answer));

// Makes a trade, and reads back what the gateway understood.
const roundTrip = async (client, options, extra = {}) => {
  const bizContent = order();
  successful(await client.exec('alipay.trade.precreate', { bizContent, ...extra }, options));
  const { outTradeNo } = bizContent;
  const trade = await client.exec('alipay.trade.query', { bizContent: { outTradeNo }, ...extra }, options);
  successful(trade);
  assert.equal(trade.subject, subject);
};

const page = async (url, options) => {
  const html = await (await fetch(url, options)).text();
  const escaped = subject
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;').replaceAll("'", '&#39;');
  assert.ok(html.includes(`<h1 id="subject">${escaped}</h1>`), html);
};

await check('call, and answer verified', () => roundTrip(sdk, verified));

await check('business error verified', async () => {
  const answer = await sdk.exec('alipay.trade.query', { bizContent: { outTradeNo: 'none' } }, verified);
  assert.equal(answer.subCode, 'ACQ.TRADE_NOT_EXIST');
});

await check('an answer signed by another key is refused', async () => {
  const other = new AlipaySdk({ ...byCertificate });
  other.config.alipayPublicKey = createPublicKey(material.application_private_key).export({ type: 'spki', format: 'pem' });
  await assert.rejects(other.exec('alipay.trade.query', { bizContent: { outTradeNo: '1' } }, verified), /验签失败/);
});

await check('certificate mode', () => roundTrip(new AlipaySdk({ ...byCertificate }), verified));

await check('certificate that the gateway does not know', async () => {
  const other = new AlipaySdk({ ...byCertificate, appCertContent: material.alipay_certificate });
  const answer = await other.exec('alipay.trade.query', { bizContent: { outTradeNo: '1' } }, verified);
  assert.equal(answer.subCode, 'isv.app-cert-not-exist');
});

await check('certificate download', async () => {
  const client = new AlipaySdk({ ...byCertificate });
  const bizContent = { alipayCertSn: client.config.alipayCertSn };
  const answer = await client.exec('alipay.open.app.alipaycert.download', { bizContent }, verified);
  const pem = Buffer.from(answer.alipayCertContent, 'base64').toString();
  assert.equal(pem, material.alipay_certificate);
});

await check('encrypted call', () => roundTrip(sdk, {}, { needEncrypt: true }));

await known(
  'encrypted call, and answer verified',
  'it looks for braces in the ciphertext and so verifies another text than the one that was signed',
  /验签失败/,
  () => roundTrip(sdk, verified, { needEncrypt: true }),
);

await check('upload', async () => {
  const image = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 255, 45, 45, 13, 10]);
  const formData = new AlipayFormData();
  formData.addField('imageType', 'png');
  formData.addField('imageName', '门店 & 图');
  formData.addFile('imageContent', 'shop.png', image);
  const answer = await sdk.exec('alipay.offline.material.image.upload', {}, { formData, ...verified });
  successful(answer);
  assert.equal(answer.imageId, createHash('sha256').update(image).digest('hex'));
});

await check('page as a link', () => page(sdk.pageExecute('alipay.trade.page.pay', 'GET', { bizContent: order() })));

await check('order string', async () => {
  const body = sdk.sdkExecute('alipay.trade.app.pay', { bizContent: order() });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const result = await (await fetch(material.gateway, { method: 'POST', headers, body })).text();
  const { alipay_trade_app_pay_response: answer, sign } = JSON.parse(result);
  successful(answer);
  const signed = sdk.getSignStr(result, 'alipay_trade_app_pay_response');
  assert.ok(createVerify('RSA-SHA256').update(signed).verify(sdk.config.alipayPublicKey, sign, 'base64'));
});

await known(
  'error without a signature',
  'it fails over the missing signature and hides what the gateway said',
  /"signature" argument must be of type string/,
  async () => {
    const answer = await sdk.exec('alipay.none', { bizContent: {} }, verified);
    assert.equal(answer.subCode, 'isv.invalid-method');
  },
);

await known(
  'forged answer behind the signed one',
  'it verifies the first answer of a body and reads the last one',
  /the forged answer was taken/,
  async () => {
    const bizContent = order();
    await sdk.exec('alipay.trade.precreate', { bizContent });
    const between = createServer(async (request, response) => {
      const { method, headers } = request;
      const body = await new Response(Readable.toWeb(request)).text();
      const url = material.gateway.replace('/gateway.do', request.url);
      const honest = await (await fetch(url, { method, body, headers: { 'content-type': headers['content-type'] } })).text();
      const forged = '{"code":"10000","trade_status":"TRADE_SUCCESS"}';
      response.end(honest.replace(/}$/, `,"alipay_trade_query_response":${forged}}`));
    });
    await new Promise(resolve => between.listen(0, '127.0.0.1', resolve));
    try {
      const gateway = `http://127.0.0.1:${between.address().port}/gateway.do`;
      const client = new AlipaySdk({ ...byKey, gateway });
      const { outTradeNo } = bizContent;
      const answer = await client.exec('alipay.trade.query', { bizContent: { outTradeNo } }, verified);
      assert.notEqual(answer.tradeStatus, 'TRADE_SUCCESS', 'the forged answer was taken');
    } finally {
      between.close();
    }
  },
);

await known(
  'empty parameter',
  'it signs names without a value, which the rule leaves out',
  /isv\.invalid-signature/,
  async () => successful(await sdk.exec('alipay.trade.precreate', { bizContent: order(), notifyUrl: '' }, verified)),
);

await known(
  'computer outside of China',
  'it sends the local time as the timestamp, which is Beijing time',
  /isv\.invalid-timestamp/,
  async () => {
    process.env.TZ = 'America/New_York';
    try {
      successful(await sdk.exec('alipay.trade.precreate', { bizContent: order() }, verified));
    } finally {
      process.env.TZ = 'Asia/Shanghai';
    }
  },
);
