//! What is counted.

use std::error::Error;
use std::hint::black_box;

use alipay_apis::koubei::{MarketingToolPointsUpdate, MarketingToolPointsUpdateResponse};
use alipay_apis::marketing::{ActivityOrdervoucherCreate, ActivityOrdervoucherCreateResponse};
use alipay_apis::trade::AppPay;
use alipay_apis::trade::notifications::TradeNotification;
use alipay_core::key::PrivateKey;
use alipay_core::{Client, json};
use tokio::runtime::{Builder, Runtime};

use crate::answering::{ALIPAY_KEY, Does, client};
use crate::payment::Posted;
use crate::{plain, requests};

pub(crate) struct Samples {
    runtime: Runtime,
    points_client: Client,
    voucher_client: Client,
    plain: plain::Points,
    order: AppPay,
    points: MarketingToolPointsUpdate,
    voucher: ActivityOrdervoucherCreate,
    voucher_node: String,
    posted: String,
}

impl Samples {
    pub(crate) fn read(voucher: &str) -> Result<Self, Box<dyn Error>> {
        let nothing = Does { sign: false, verify: false };
        let voucher_node = requests::voucher_node()?;
        Ok(Self {
            runtime: Builder::new_current_thread().enable_time().build()?,
            points_client: client("koubei_marketing_tool_points_update_response", requests::POINTS_NODE, nothing)?,
            voucher_client: client("alipay_marketing_activity_ordervoucher_create_response", &voucher_node, nothing)?,
            plain: plain::points(),
            order: requests::order(),
            points: requests::points(),
            voucher: json::from_str(voucher)?,
            voucher_node,
            posted: Posted::signed_with(&PrivateKey::parse(ALIPAY_KEY)?)?.body,
        })
    }
}

type Row<'a> = (&'static str, Box<dyn FnMut() + 'a>);

/// Neither signed nor verified, so that what is counted is the SDK's own.
pub(crate) fn rows(samples: &Samples) -> Vec<Row<'_>> {
    let Samples { runtime, points_client, voucher_client, plain, order, points, voucher, voucher_node, posted } =
        samples;
    vec![
        row("points.update: serde's derived `Serialize`", move || {
            drop(black_box(serde_json::to_string(black_box(plain))));
        }),
        row("points.update: validate", move || black_box(points).validate().expect("keeps the rules")),
        row("points.update: write JSON", move || drop(black_box(json::to_string(black_box(points))))),
        row("points.update: call", move || {
            drop(runtime.block_on(async { points_client.call(black_box(points)).await }).expect("answered"));
        }),
        row("points.update: serde's derived `Deserialize`", move || {
            drop(black_box(serde_json::from_str::<plain::Answer>(black_box(requests::POINTS_NODE))));
        }),
        row("points.update: read the answer", move || {
            drop(black_box(json::from_str::<MarketingToolPointsUpdateResponse>(black_box(requests::POINTS_NODE))));
        }),
        row("ordervoucher: validate", move || black_box(voucher).validate().expect("keeps the rules")),
        row("ordervoucher: write JSON", move || drop(black_box(json::to_string(black_box(voucher))))),
        row("ordervoucher: call", move || {
            drop(runtime.block_on(async { voucher_client.call(black_box(voucher)).await }).expect("answered"));
        }),
        row("ordervoucher: read the answer", move || {
            drop(black_box(json::from_str::<ActivityOrdervoucherCreateResponse>(black_box(voucher_node))));
        }),
        row("order string of `alipay.trade.app.pay`", move || {
            drop(runtime.block_on(async { points_client.order_string(black_box(order)).await }).expect("signed"));
        }),
        row("notification: `Client::notification`", move || {
            let body = black_box(posted.as_bytes());
            drop(runtime.block_on(points_client.notification(body, None)).expect("signed"));
        }),
        row("notification: `Client::receive`", move || {
            let body = black_box(posted.as_bytes());
            drop(runtime.block_on(points_client.receive::<TradeNotification>(body, None)).expect("signed"));
        }),
    ]
}

fn row<'a>(name: &'static str, work: impl FnMut() + 'a) -> Row<'a> {
    (name, Box::new(work))
}
