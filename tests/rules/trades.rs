//! Trades: which refusals let a request that moves money be sent again as it is.

use std::collections::BTreeSet;

use alipay_apis::{ApiRequest, Retry, trade};

/// All codes after which the very same request may be sent again, without asking first.
///
/// For a payment there is none that says so at once; a refund and a cancellation say it, because they are
/// done once however often they are sent.
#[test]
fn money_is_sent_for_again_only_after_these() {
    let repeatable: BTreeSet<_> =
        [trade::Pay::api(), trade::Refund::api(), trade::Cancel::api(), trade::OrderSettle::api()]
            .iter()
            .flat_map(|api| api.errors.entries.iter().map(|entry| (api.method, entry)))
            .filter(|(_, entry)| matches!(entry.retry, Retry::SameRequest | Retry::Later))
            .map(|(method, entry)| format!("{method}: {} {:?}", entry.code, entry.retry))
            .collect();
    let expected = [
        "alipay.trade.cancel: ACQ.SELLER_BALANCE_NOT_ENOUGH Later",
        "alipay.trade.cancel: ACQ.SYSTEM_ERROR SameRequest",
        "alipay.trade.cancel: AQC.SYSTEM_ERROR SameRequest",
        "alipay.trade.order.settle: ACQ.ALLOC_REFUSE_BEFORE_SETTLE Later",
        "alipay.trade.order.settle: ACQ.FREQUENCY_LIMITED Later",
        "alipay.trade.order.settle: ACQ.TXN_RESULT_ACCOUNT_BALANCE_NOT_ENOUGH Later",
        "alipay.trade.pay: ACQ.AUTH_ORDER_NOT_PAID Later",
        "alipay.trade.pay: ACQ.CYCLE_PAY_DATE_NOT_MATCH Later",
        "alipay.trade.pay: ACQ.OVER_MAX_UNDER_WAY_DEDUCT_COUNT Later",
        "alipay.trade.pay: ACQ.OVER_MERCHANT_DAILY_DEDUCT_AMOUNT Later",
        "alipay.trade.refund: ACQ.SELLER_BALANCE_NOT_ENOUGH Later",
        "alipay.trade.refund: ACQ.SYSTEM_ERROR SameRequest",
    ];
    assert_eq!(repeatable, expected.map(str::to_owned).into());
}
