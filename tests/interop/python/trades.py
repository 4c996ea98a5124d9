"""The life of trades, by Alipay's own SDK for Python: `run` has scripted the buyers of orders that begin
with `later-`, who never come to type the password, and with `poor-`.
"""

from alipay.aop.api.request.AlipayFundTransCommonQueryRequest import AlipayFundTransCommonQueryRequest
from alipay.aop.api.request.AlipayFundTransUniTransferRequest import AlipayFundTransUniTransferRequest
from alipay.aop.api.request.AlipayTradeCancelRequest import AlipayTradeCancelRequest
from alipay.aop.api.request.AlipayTradeCloseRequest import AlipayTradeCloseRequest
from alipay.aop.api.request.AlipayTradeFastpayRefundQueryRequest import AlipayTradeFastpayRefundQueryRequest
from alipay.aop.api.request.AlipayTradePayRequest import AlipayTradePayRequest
from alipay.aop.api.request.AlipayTradePrecreateRequest import AlipayTradePrecreateRequest
from alipay.aop.api.request.AlipayTradeQueryRequest import AlipayTradeQueryRequest
from alipay.aop.api.request.AlipayTradeRefundRequest import AlipayTradeRefundRequest

from report import check
from sdk import client, execute, order, successful


def call(request, **content):
    return execute(client(), request, content)


def pay(content):
    return call(AlipayTradePayRequest(), scene="bar_code", auth_code="28763443825664394", **content)


def refund(number, amount, key):
    return call(AlipayTradeRefundRequest(), out_trade_no=number, refund_amount=amount, out_request_no=key)


def is_status(number, status):
    trade = successful(call(AlipayTradeQueryRequest(), out_trade_no=number))
    assert (trade["out_trade_no"], trade["trade_status"], trade["total_amount"]) == (number, status, "88.88"), trade


def is_refused(answer, sub_code):
    assert (answer["code"], answer["sub_code"]) == ("40004", sub_code), answer


def precreated_and_closed():
    content = order()
    number = content["out_trade_no"]
    assert successful(call(AlipayTradePrecreateRequest(), **content))["qr_code"].startswith("https://")
    is_status(number, "WAIT_BUYER_PAY")
    successful(call(AlipayTradeCloseRequest(), out_trade_no=number))
    is_status(number, "TRADE_CLOSED")
    is_refused(pay(content), "ACQ.TRADE_HAS_CLOSE")


def paid_and_refunded():
    content = order()
    number = content["out_trade_no"]
    paid = successful(pay(content))
    assert (paid["receipt_amount"], paid["buyer_pay_amount"]) == ("88.88", "88.88"), paid
    is_status(number, "TRADE_SUCCESS")
    is_refused(pay(content), "ACQ.TRADE_HAS_SUCCESS")
    is_refused(call(AlipayTradeCloseRequest(), out_trade_no=number), "ACQ.TRADE_STATUS_ERROR")
    for fund_change in ("Y", "N"):
        answer = successful(refund(number, "8.88", "1"))
        assert (answer["fund_change"], answer["refund_fee"]) == (fund_change, "8.88"), answer
    is_refused(refund(number, "80.01", "2"), "ACQ.REASON_TRADE_REFUND_FEE_ERR")
    query = AlipayTradeFastpayRefundQueryRequest()
    found = successful(call(query, out_trade_no=number, out_request_no="1"))
    assert (found["refund_amount"], found["refund_status"]) == ("8.88", "REFUND_SUCCESS"), found
    assert successful(refund(number, "80.00", "2"))["refund_fee"] == "88.88"
    is_status(number, "TRADE_CLOSED")


def cancelled(prefix, code, action):
    content = order(prefix=prefix)
    number = content["out_trade_no"]
    answer = pay(content)
    assert answer["code"] == code, answer
    answer = successful(call(AlipayTradeCancelRequest(), out_trade_no=number))
    assert (answer["action"], answer["retry_flag"]) == (action, "N"), answer
    is_status(number, "TRADE_CLOSED")


def poor():
    content = order(prefix="poor-")
    is_refused(pay(content), "ACQ.BUYER_BALANCE_NOT_ENOUGH")
    is_refused(call(AlipayTradeQueryRequest(), out_trade_no=content["out_trade_no"]), "ACQ.TRADE_NOT_EXIST")


def transferred():
    terms = {"out_biz_no": "python-transfer", "product_code": "TRANS_ACCOUNT_NO_PWD", "biz_scene": "DIRECT_TRANSFER"}
    payee = {"identity": "2088123412341234", "identity_type": "ALIPAY_USER_ID"}
    first, again = (
        successful(call(AlipayFundTransUniTransferRequest(), trans_amount="1.00", payee_info=payee, **terms))
        for _ in range(2)
    )
    assert (first["status"], first["order_id"]) == ("SUCCESS", again["order_id"]), again
    found = successful(call(AlipayFundTransCommonQueryRequest(), **terms))
    assert (found["status"], found["order_id"]) == ("SUCCESS", first["order_id"]), found


def check_trades():
    check("trade: precreated, queried, closed", precreated_and_closed)
    check("trade: paid by code, refunded in two parts", paid_and_refunded)
    check("trade: cancelled while the buyer types the password", lambda: cancelled("later-", "10003", "close"))
    check("trade: paid, cancelled, refunded by that", lambda: cancelled("", "10000", "refund"))
    check("trade: refused for the buyer's balance", poor)
    check("transfer, sent twice, made once, queried", transferred)
