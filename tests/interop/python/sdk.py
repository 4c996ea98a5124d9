"""Alipay's own SDK for Python, set up for the local gateway."""

import json
import os
import socket
import urllib.parse

from alipay.aop.api.AlipayClientConfig import AlipayClientConfig
from alipay.aop.api.DefaultAlipayClient import DefaultAlipayClient
from Crypto.PublicKey import RSA

with open(os.environ["INTEROP_MATERIAL"], encoding="utf-8") as file:
    MATERIAL = json.load(file)

SUBJECT = "\"><script>&lt;中文 & ' \" 😀 + 100% }{ \"sign\":\""

# The SDK knows no other port than 443, so its connections are led to that of the gateway.
GATEWAY = urllib.parse.urlsplit(MATERIAL["gateway"])
connect = socket.create_connection
socket.create_connection = lambda address, *rest, **named: connect((GATEWAY.hostname, GATEWAY.port), *rest, **named)


def client(charset="utf-8", url="https://127.0.0.1/gateway.do", encrypted=False, alipay_public_key=None):
    config = AlipayClientConfig()
    config.server_url = url
    config.charset = charset
    config.app_id = MATERIAL["app_id"]
    config.app_private_key = RSA.import_key(MATERIAL["application_private_key"]).export_key(pkcs=1).decode()
    config.alipay_public_key = alipay_public_key or MATERIAL["alipay_public_key"]
    if encrypted:
        config.encrypt_type = "AES"
        config.encrypt_key = MATERIAL["content_key"]
    return DefaultAlipayClient(config)


class Orders:
    count = 0


def order(subject=SUBJECT, prefix=""):
    Orders.count += 1
    return {"out_trade_no": f"{prefix}python-{Orders.count}", "subject": subject, "total_amount": "88.88"}


def execute(sdk, request, content):
    request.biz_content = content
    return json.loads(sdk.execute(request))


def successful(answer):
    assert answer["code"] == "10000", answer
    return answer
