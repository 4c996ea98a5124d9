// Alipay's own SDK for Node: prints the nanoseconds of processor time that one of the three things takes, and the peak
// memory in KiB; or makes one order string.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { AlipaySdk } from 'alipay-sdk';

const keys = process.env.PEERS_KEYS;
const read = name => readFileSync(`${keys}/${name}`, 'utf8');
const sdk = new AlipaySdk({
  appId: '2021000000000001',
  privateKey: read('app_pkcs8.pem'),
  keyType: 'PKCS8',
  alipayPublicKey: read('alipay_pub.pem'),
  gateway: process.env.PEERS_GATEWAY,
});
const notice = process.env.PEERS_NOTICE;

const works = {
  order: () => {
    const bizContent = { outTradeNo: '70501111111S001111119', totalAmount: '9.00', subject: '大乐透' };
    assert.ok(sdk.sdkExecute('alipay.trade.app.pay', { bizContent }).includes('sign='));
  },
  call: async () => {
    const bizContent = { outTradeNo: '70501111111S001111119' };
    const trade = await sdk.exec('alipay.trade.query', { bizContent }, { validateSign: true });
    assert.equal(trade.tradeStatus, 'TRADE_SUCCESS');
  },
  notification: () => assert.ok(sdk.checkNotifySignV2(Object.fromEntries(new URLSearchParams(notice)))),
};
if (process.argv[2] === 'first') {
  works.order();
  process.exit();
}
const work = works[process.argv[2]];

// What is compiled only after some time is compiled by then.
for (let i = 0; i < 300; i++) await work();
const start = process.cpuUsage();
let count = 0;
let taken = 0;
while (taken < 400_000) {
  for (let i = 0; i < 20; i++) await work();
  count += 20;
  const { user, system } = process.cpuUsage(start);
  taken = user + system;
}
const [, peak] = readFileSync('/proc/self/status', 'utf8').match(/VmHWM:\s+(\d+)/);
console.log(Math.round(taken * 1000 / count), peak);
