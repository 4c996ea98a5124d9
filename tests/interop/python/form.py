"""Prints the form that Alipay's own SDK for Python makes of an `out_trade_no` and a subject."""

import json
import os
import sys

from alipay.aop.api.AlipayClientConfig import AlipayClientConfig
from alipay.aop.api.DefaultAlipayClient import DefaultAlipayClient
from alipay.aop.api.request.AlipayTradePagePayRequest import AlipayTradePagePayRequest
from Crypto.PublicKey import RSA

with open(os.environ["INTEROP_MATERIAL"], encoding="utf-8") as file:
    material = json.load(file)

config = AlipayClientConfig()
config.server_url = material["gateway"]
config.app_id = material["app_id"]
config.app_private_key = RSA.import_key(material["application_private_key"]).export_key(pkcs=1).decode()

request = AlipayTradePagePayRequest()
request.biz_content = {"out_trade_no": sys.argv[1], "subject": sys.argv[2], "total_amount": "88.88"}
print(f'<!DOCTYPE html><meta charset="utf-8">{DefaultAlipayClient(config).page_execute(request)}')
