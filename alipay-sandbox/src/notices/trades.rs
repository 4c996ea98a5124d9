//! What merchants are told of their trades, at the `notify_url` of the request that opened one.

use std::sync::Arc;

use serde_json::json;
use tokio::sync::mpsc::UnboundedReceiver;

use super::{Notice, Notices};
use crate::clock::text;
use crate::methods::{BUYER_ID, BUYER_LOGON_ID, BUYER_OPEN_ID, Change, News};
use crate::server::stopped;

/// Who sells where the request names nobody.
const SELLER_ID: &str = "2088000000000025";

impl Notices {
    /// Tells of everything that happens to trades, until the gateway stops.
    pub(crate) async fn tell_of_trades(self: Arc<Self>, mut changes: UnboundedReceiver<Change>) {
        let told = async {
            while let Some(change) = changes.recv().await {
                if let (Some(url), Some(notice)) = (&change.trade.order.notify_url, notice(&change)) {
                    self.post(url, &notice);
                }
            }
        };
        tokio::select! {
            () = told => {}
            () = stopped(self.stopping.clone()) => {}
        }
    }
}

/// Nothing where a refund has told it already.
fn notice(Change { news, trade }: &Change) -> Option<Notice> {
    let mut fields = vec![
        ("notify_type", "trade_status_sync".to_owned()),
        ("auth_app_id", trade.app_id.clone()),
        ("trade_no", trade.number.clone()),
        ("out_trade_no", trade.order.out_trade_no.clone()),
        ("trade_status", trade.status().to_owned()),
        ("seller_id", trade.order.seller_id.clone().unwrap_or_else(|| SELLER_ID.to_owned())),
        ("subject", trade.order.subject.clone()),
        ("total_amount", trade.order.total_amount.to_string()),
        ("gmt_create", text(trade.created)),
    ];
    for (name, value) in [("body", &trade.order.body), ("passback_params", &trade.order.passback_params)] {
        fields.extend(value.clone().map(|value| (name, value)));
    }
    if let Some(paid) = trade.paid {
        let total = trade.order.total_amount.to_string();
        let bills = json!([{ "fundChannel": "ALIPAYACCOUNT", "amount": total }]);
        fields.extend([
            ("buyer_id", BUYER_ID.to_owned()),
            ("buyer_open_id", BUYER_OPEN_ID.to_owned()),
            ("buyer_logon_id", BUYER_LOGON_ID.to_owned()),
            ("buyer_pay_amount", total.clone()),
            ("receipt_amount", total.clone()),
            ("invoice_amount", total),
            ("point_amount", "0.00".to_owned()),
            ("fund_bill_list", bills.to_string()),
            ("gmt_payment", text(paid)),
        ]);
    }
    match news {
        News::Closed if !trade.refunds.is_empty() => return None,
        News::Paid | News::Finished | News::Closed => {}
        News::Refunded(refund) => fields.extend([
            ("out_biz_no", refund.out_request_no.clone()),
            ("refund_fee", trade.refunded().to_string()),
            ("gmt_refund", text(refund.at)),
        ]),
    }
    fields.extend(trade.closed.map(|closed| ("gmt_close", text(closed))));
    Some(Notice::notification(fields).to(&trade.app_id))
}
