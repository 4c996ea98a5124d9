// Alipay's own SDK for Node verifies what the local gateway posts, and our client what that SDK signs.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createSign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

import { AlipaySdk } from 'alipay-sdk';

import { reporter } from './report.mjs';

const { check, known } = reporter('Node');

const material = JSON.parse(readFileSync(process.env.INTEROP_MATERIAL, 'utf8'));
const alipayKey = readFileSync(process.env.INTEROP_ALIPAY_KEY, 'utf8');
const subject = `"><script>&lt;中文 & ' " 😀 + 100% }{ "sign":"`;

const byKey = {
  appId: material.app_id,
  privateKey: material.application_private_key,
  keyType: 'PKCS8',
  alipayPublicKey: material.alipay_public_key,
  gateway: material.gateway,
  encryptKey: material.content_key,
};
const sdks = {
  key: new AlipaySdk({ ...byKey }),
  certificate: new AlipaySdk({
    ...byKey,
    appId: material.certificate_app_id,
    alipayPublicKey: undefined,
    appCertContent: material.application_certificate,
    alipayPublicCertContent: material.alipay_certificate,
    alipayRootCertContent: material.alipay_root_certificates,
  }),
};

const ours = (argument, input = '') => {
  const output = execFileSync(process.env.INTEROP_NOTICES, [argument], { input, encoding: 'utf8' });
  return output.trimEnd().split('\n').map(line => line.split('\t'));
};
const fields = form => Object.fromEntries(new URLSearchParams(form));

const made = {};
for (const [mode, name, form] of ours('made')) made[`${name}, ${mode}`] = { sdk: sdks[mode], form };
const notice = name => ['key', 'certificate'].map(mode => made[`${name}, ${mode}`]);

await check('notification verified', () => {
  for (const { sdk, form } of notice('notification')) {
    assert.ok(sdk.checkNotifySignV2(fields(form)));
    assert.equal(fields(form).subject, subject);
    assert.ok(!sdk.checkNotifySignV2({ ...fields(form), total_amount: '0.01' }));
  }
  for (const { sdk, form } of notice('notification without a percent sign')) assert.ok(sdk.checkNotifySign(fields(form)));
});

await check('message verified, and decrypted', () => {
  for (const { sdk, form } of notice('message')) {
    assert.ok(sdk.checkNotifySignV2(fields(form)));
    assert.equal(JSON.parse(fields(form).biz_content).memo, subject);
  }
  for (const { sdk, form } of notice('encrypted message')) {
    assert.ok(sdk.checkNotifySignV2(fields(form)));
    assert.equal(JSON.parse(sdk.aesDecrypt(fields(form).biz_content)).memo, subject);
  }
  for (const { sdk, form } of notice('forged message')) assert.ok(!sdk.checkNotifySignV2(fields(form)));
});

await known(
  'notification with a percent sign, the older check',
  'checkNotifySign decodes values that were decoded already',
  /URI malformed/,
  () => assert.ok(sdks.key.checkNotifySign(fields(notice('notification')[0].form))),
);

await known(
  'notification with an empty field',
  'it takes names without a value into the text, which the rule leaves out',
  /not verified/,
  () => assert.ok(sdks.key.checkNotifySignV2(fields(notice('notification with an empty field')[0].form)), 'not verified'),
);

await known(
  'notification in GBK',
  'it takes every text for UTF-8',
  /not verified/,
  () => {
    const gbk = new TextDecoder('gbk');
    const decoded = text => gbk.decode(Buffer.from(unescape(text.replaceAll('+', ' ')), 'latin1'));
    const pairs = notice('message in GBK')[0].form.split('&').map(pair => pair.split('=').map(decoded));
    assert.ok(sdks.key.checkNotifySignV2(Object.fromEntries(pairs)), 'not verified');
  },
);

// Waits for what the gateway posts to this address of ours.
const posted = async work => {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  try {
    const post = new Promise(resolve => server.once('request', async (request, response) => {
      const chunks = await request.toArray();
      response.end('success');
      resolve(Buffer.concat(chunks).toString());
    }));
    await work(`http://127.0.0.1:${server.address().port}/notify`);
    return fields(await post);
  } finally {
    server.close();
  }
};

for (const [mode, sdk] of Object.entries(sdks)) {
  await check(`told of a payment, ${mode}`, async () => {
    const bizContent = {
      outTradeNo: `node-told-${mode}`, subject, totalAmount: '88.88', authCode: '28763443825664394', scene: 'bar_code',
    };
    const told = await posted(async notifyUrl => {
      const answer = await sdk.exec('alipay.trade.pay', { notifyUrl, bizContent }, { validateSign: true });
      assert.equal(answer.code, '10000', JSON.stringify(answer));
    });
    assert.ok(sdk.checkNotifySignV2(told));
    assert.deepEqual([told.trade_status, told.out_trade_no, told.subject], ['TRADE_SUCCESS', bizContent.outTradeNo, subject]);
  });
}

// What the SDK signs with the key that is Alipay's here.
const alipay = new AlipaySdk({ ...byKey, privateKey: alipayKey });
const read = form => ours('read', `${form}\n`)[0];

await check('what the SDK signs is accepted by us', () => {
  const form = alipay.sdkExecute('alipay.trade.app.pay', { bizContent: { subject } });
  assert.deepEqual(read(form), ['notification', JSON.stringify({ subject })]);
  const message = alipay.sdkExecute('x', { msgMethod: 'a.b.c', bizContent: { subject } });
  assert.deepEqual(read(message), ['a.b.c', JSON.stringify({ subject })]);
  const encrypted = alipay.sdkExecute('x', { msgMethod: 'a.b.c', bizContent: { subject }, needEncrypt: true });
  assert.deepEqual(read(encrypted), ['a.b.c', JSON.stringify({ subject })]);
  const [verdict, why] = read(sdks.key.sdkExecute('alipay.trade.app.pay', { bizContent: { subject } }));
  assert.ok(verdict === 'refused' && why.includes('signature'), why);
});

await known(
  'signature of another kind than the one that is set',
  'it takes the algorithm from what was posted, and we refuse the same form',
  /SHA-1 was taken/,
  () => {
    const pairs = { app_id: material.app_id, notify_id: '1', trade_status: 'TRADE_SUCCESS' };
    const text = Object.keys(pairs).sort().map(name => `${name}=${pairs[name]}`).join('&');
    const sign = createSign('RSA-SHA1').update(text).sign(alipayKey, 'base64');
    const form = { ...pairs, sign, sign_type: 'RSA' };
    assert.equal(read(new URLSearchParams(form).toString())[0], 'refused');
    assert.ok(!sdks.key.checkNotifySignV2(form), 'SHA-1 was taken');
  },
);
