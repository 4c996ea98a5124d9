"""Alipay's own SDK for Python calls the local gateway and verifies what it answers."""

import hashlib
import html
import json
import os
import time
import urllib.request

from alipay.aop.api.FileItem import FileItem
from alipay.aop.api.request.AlipayOfflineMaterialImageUploadRequest import AlipayOfflineMaterialImageUploadRequest
from alipay.aop.api.request.AlipayTradeAppPayRequest import AlipayTradeAppPayRequest
from alipay.aop.api.request.AlipayTradePagePayRequest import AlipayTradePagePayRequest
from alipay.aop.api.request.AlipayTradePrecreateRequest import AlipayTradePrecreateRequest
from alipay.aop.api.request.AlipayTradeQueryRequest import AlipayTradeQueryRequest
from alipay.aop.api.util.SignatureUtils import verify_with_rsa
from Crypto.PublicKey import RSA

from report import check, known
from sdk import MATERIAL, SUBJECT, client, execute, order, successful
from trades import check_trades


def round_trip(sdk, subject=SUBJECT):
    """Makes a trade, and reads back what the gateway understood."""
    content = order(subject)
    successful(execute(sdk, AlipayTradePrecreateRequest(), content))
    trade = execute(sdk, AlipayTradeQueryRequest(), {"out_trade_no": content["out_trade_no"]})
    successful(trade)
    assert trade["subject"] == subject, trade


def fetch(url, body=None):
    """Asks the gateway itself, with the certificate from the environment."""
    with urllib.request.urlopen(url, data=body) as answer:
        return answer.read().decode(answer.headers.get_content_charset())


def business_error():
    answer = execute(client(), AlipayTradeQueryRequest(), {"out_trade_no": "none"})
    assert answer["sub_code"] == "ACQ.TRADE_NOT_EXIST", answer


def another_key():
    key = RSA.import_key(MATERIAL["application_private_key"]).public_key().export_key().decode()
    try:
        execute(client(alipay_public_key=key), AlipayTradeQueryRequest(), {"out_trade_no": "1"})
    except Exception as error:
        assert "sign verify failed" in str(error), error
    else:
        raise AssertionError("it was accepted")


def upload(name="门店 & 图"):
    image = bytes([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 255, 45, 45, 13, 10])
    request = AlipayOfflineMaterialImageUploadRequest()
    request.image_type = "png"
    request.image_name = name
    request.image_content = FileItem("shop.png", image)
    answer = json.loads(client().execute(request))
    successful(answer)
    assert answer["image_id"] == hashlib.sha256(image).hexdigest(), answer


def page(charset="utf-8", subject=SUBJECT):
    request = AlipayTradePagePayRequest()
    request.biz_content = order(subject)
    text = fetch(client(charset, url=MATERIAL["gateway"]).page_execute(request, "GET"))
    subject = html.escape(subject).replace("&#x27;", "&#39;")
    assert f'<h1 id="subject">{subject}</h1>' in text, text


def order_string():
    request = AlipayTradeAppPayRequest()
    request.biz_content = order()
    result = fetch(MATERIAL["gateway"], client().sdk_execute(request).encode())
    answer, sign = json.loads(result)["alipay_trade_app_pay_response"], json.loads(result)["sign"]
    successful(answer)
    signed = result[result.index(":") + 1:result.rindex(',"sign"')]
    assert verify_with_rsa(MATERIAL["alipay_public_key"], signed.encode(), sign)


def unsigned_error():
    request = AlipayTradeQueryRequest()
    request.biz_content = {}
    sdk = client()
    sdk._DefaultAlipayClient__config.app_id = "none"
    answer = json.loads(sdk.execute(request))
    assert answer["sub_code"] == "isv.invalid-app-id", answer


def elsewhere():
    os.environ["TZ"] = "America/New_York"
    time.tzset()
    try:
        round_trip(client())
    finally:
        os.environ["TZ"] = "Asia/Shanghai"
        time.tzset()


check("call, and answer verified", lambda: round_trip(client()))
check("call and answer in GBK", lambda: round_trip(client("GBK"), SUBJECT.replace("😀", "")))
check("business error verified", business_error)
check("an answer signed by another key is refused", another_key)
check("upload", upload)
check("page as a link", page)
check("page as a link, in GBK", lambda: page("GBK", SUBJECT.replace("😀", "")))
check("order string", order_string)
check_trades()
known(
    "gateway with a port",
    "it leaves the port of the address out of the connection and fails over it in the request",
    "can only concatenate str",
    lambda: round_trip(client(url=MATERIAL["gateway"])),
)
known(
    "encrypted call",
    "it gives the cipher a text for its initialisation vector, which Python 3 refuses",
    "cannot be passed to C code",
    lambda: round_trip(client(encrypted=True)),
)
known(
    "error without a signature",
    "it fails over the missing signature; what the gateway said is in the text of the exception only",
    "response shape maybe illegal",
    unsigned_error,
)
known(
    "computer outside of China",
    "it sends the local time as the timestamp, which is Beijing time",
    "isv.invalid-timestamp",
    elsewhere,
)
