"""The two SDKs for Python: prints the nanoseconds of processor time that one of the three things takes, and the peak
memory in KiB; or makes one order string.

Both packages are called `alipay`, so each runs in an environment of its own.
"""

import logging
import os
import sys
import time
import urllib.parse

APP_ID = "2021000000000001"
ORDER = {"out_trade_no": "70501111111S001111119", "total_amount": "9.00", "subject": "大乐透"}
NOTICE = os.environ["PEERS_NOTICE"]

logging.disable()


def read(name):
    with open(os.path.join(os.environ["PEERS_KEYS"], name), encoding="utf-8") as file:
        return file.read()


def official():
    from alipay.aop.api.AlipayClientConfig import AlipayClientConfig
    from alipay.aop.api.DefaultAlipayClient import DefaultAlipayClient
    from alipay.aop.api.request.AlipayTradeAppPayRequest import AlipayTradeAppPayRequest
    from alipay.aop.api.request.AlipayTradeQueryRequest import AlipayTradeQueryRequest
    from alipay.aop.api.util.SignatureUtils import get_sign_content, verify_with_rsa

    config = AlipayClientConfig()
    config.app_id = APP_ID
    config.app_private_key = read("app_pkcs1.pem")
    config.alipay_public_key = read("alipay_pub.pem")
    # It knows no other port than 80 for http.
    config.server_url = os.environ["PEERS_GATEWAY_80"]
    client = DefaultAlipayClient(config)

    def order():
        request = AlipayTradeAppPayRequest()
        request.biz_content = dict(ORDER)
        assert "sign=" in client.sdk_execute(request)

    def notification():
        fields = dict(urllib.parse.parse_qsl(NOTICE))
        sign = fields.pop("sign")
        del fields["sign_type"]
        assert verify_with_rsa(config.alipay_public_key, get_sign_content(fields).encode(), sign)

    def call():
        request = AlipayTradeQueryRequest()
        request.biz_content = {"out_trade_no": ORDER["out_trade_no"]}
        assert "TRADE_SUCCESS" in client.execute(request)

    return {"order": order, "notification": notification, "call": call}


def community():
    from alipay import AliPay

    client = AliPay(
        appid=APP_ID,
        app_notify_url=None,
        app_private_key_string=read("app_pkcs1.pem"),
        alipay_public_key_string=read("alipay_pub.pem"),
        sign_type="RSA2",
    )

    def order():
        assert "sign=" in client.api_alipay_trade_app_pay(**ORDER)

    def notification():
        fields = dict(urllib.parse.parse_qsl(NOTICE))
        assert client.verify(fields, fields.pop("sign"))

    return {"order": order, "notification": notification}


def peak():
    with open("/proc/self/status", encoding="ascii") as file:
        return next(line.split()[1] for line in file if line.startswith("VmHWM:"))


def main():
    works = {"official": official, "community": community}[sys.argv[1]]()
    if sys.argv[2] == "first":
        works["order"]()
        return
    work = works[sys.argv[2]]
    for _ in range(3):
        work()
    start = time.process_time_ns()
    count = taken = 0
    while taken < 400_000_000:
        work()
        count += 1
        taken = time.process_time_ns() - start
    print(taken // count, peak())


main()
