//! What the SDK adds to the bare operation: a signature, a verification, serde's derives.
//! `benches/README.md` says how to run it and how to read the table.
//!
//! Everything is measured by turns, so that what else the machine does slows both sides of a ratio.

mod answering;
mod clock;
mod plain;
mod requests;
mod table;

use std::error::Error;
use std::fmt;
use std::hint::black_box;

use alipay_apis::koubei::{MarketingToolPointsUpdate, MarketingToolPointsUpdateResponse};
use alipay_apis::marketing::{ActivityOrdervoucherCreate, ActivityOrdervoucherCreateResponse};
use alipay_apis::trade::AppPay;
use alipay_core::json;
use alipay_core::key::PrivateKey;
#[cfg(feature = "aws-lc-rs")]
use aws_lc_rs as library;
use library::rand::SystemRandom;
use library::signature::{KeyPair, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, RsaKeyPair};
#[cfg(not(feature = "aws-lc-rs"))]
use ring as library;
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};

use answering::{Does, KEY, client};
use table::{AtLeast, AtMost, Base, Table};

const POINTS_KEY: &str = "koubei_marketing_tool_points_update_response";
const VOUCHER_KEY: &str = "alipay_marketing_activity_ordervoucher_create_response";

/// So many signatures are measured together: who signs, signs again, and finds the processor's caches as the
/// last signature left them and not as another row did.
const SIGNED: u32 = 4;

fn main() -> Result<(), Box<dyn Error>> {
    let samples = Samples::read()?;
    let bare = Bare::read()?;
    let runtime = Builder::new_current_thread().enable_time().build()?;
    let signature = bare.sign(requests::POINTS_NODE.as_bytes());
    let mut table = Table::new();
    table.row("bare signature", Base::Sign, SIGNED, None, || {
        black_box(bare.sign(black_box(&[b'a'; 600])));
    });
    table.row("bare verification", Base::Verify, 8, None, || {
        bare.verify(requests::POINTS_NODE.as_bytes(), &signature);
    });
    calls(&mut table, &samples, &runtime)?;
    points_alone(&mut table, &samples);
    voucher_alone(&mut table, &samples);
    println!("{samples}\n\n{}", table.measured()?);
    Ok(())
}

/// Through the client, without a network.
fn calls<'a>(table: &mut Table<'a>, samples: &'a Samples, runtime: &'a Runtime) -> Result<(), Box<dyn Error>> {
    let Samples { order, points, voucher, voucher_node } = samples;
    // Of a signature by `ring`.
    let aim = |percent| cfg!(not(feature = "aws-lc-rs")).then_some(AtMost(percent));
    let of_points = |sign, verify| client(POINTS_KEY, requests::POINTS_NODE, Does { sign, verify });
    let of_voucher = |sign, verify| client(VOUCHER_KEY, voucher_node, Does { sign, verify });

    let client = of_points(true, true)?;
    table.row("order string of `alipay.trade.app.pay`", Base::Sign, SIGNED, Some(AtLeast(97.0)), move || {
        drop(black_box(runtime.block_on(async { client.order_string(black_box(order)).await })));
    });
    let client = of_points(false, false)?;
    table.row("order string, not signed", Base::Sign, 64, None, move || {
        drop(black_box(runtime.block_on(async { client.order_string(black_box(order)).await })));
    });
    for (name, sign, verify, base, batch, aim) in [
        ("points.update: call, neither signed nor verified", false, false, Base::Sign, 64, aim(2.0)),
        ("points.update: call, answer verified", false, true, Base::Verify, 8, None),
        ("points.update: whole call", true, true, Base::Sign, SIGNED, None),
    ] {
        let client = of_points(sign, verify)?;
        table.row(name, base, batch, aim, move || {
            runtime.block_on(async { client.call(black_box(points)).await }).expect("answered");
        });
    }
    for (name, sign, verify, base, batch, aim) in [
        ("ordervoucher: call, neither signed nor verified", false, false, Base::Sign, 8, aim(10.0)),
        ("ordervoucher: call, answer verified", false, true, Base::Verify, 4, None),
        ("ordervoucher: whole call", true, true, Base::Sign, SIGNED, None),
    ] {
        let client = of_voucher(sign, verify)?;
        table.row(name, base, batch, aim, move || {
            runtime.block_on(async { client.call(black_box(voucher)).await }).expect("answered");
        });
    }
    Ok(())
}

/// Rules and JSON, beside what serde derives for the same fields.
fn points_alone<'a>(table: &mut Table<'a>, Samples { points, .. }: &'a Samples) {
    let plain = plain::points();
    table.row("points.update: serde's derived `Serialize`", Base::Write, 256, None, move || {
        drop(black_box(serde_json::to_string(black_box(&plain))));
    });
    table.row("points.update: validate", Base::Write, 256, None, move || drop(black_box(black_box(points).validate())));
    table.row("points.update: write JSON", Base::Write, 256, None, move || {
        drop(black_box(json::to_string(black_box(points))));
    });
    table.row("points.update: validate and write JSON", Base::Write, 256, Some(AtMost(150.0)), move || {
        drop(black_box((black_box(points).validate(), json::to_string(black_box(points)))));
    });
    table.row("points.update: serde's derived `Deserialize`", Base::Read, 256, None, move || {
        drop(black_box(serde_json::from_str::<plain::Answer>(black_box(requests::POINTS_NODE))));
    });
    table.row("points.update: read the answer", Base::Read, 256, None, move || {
        drop(black_box(json::from_str::<MarketingToolPointsUpdateResponse>(black_box(requests::POINTS_NODE))));
    });
}

fn voucher_alone<'a>(table: &mut Table<'a>, Samples { voucher, voucher_node, .. }: &'a Samples) {
    table.row("ordervoucher: validate", Base::Sign, 32, None, move || drop(black_box(black_box(voucher).validate())));
    table.row("ordervoucher: write JSON", Base::Sign, 32, None, move || {
        drop(black_box(json::to_string(black_box(voucher))));
    });
    table.row("ordervoucher: read the answer", Base::Sign, 32, None, move || {
        drop(black_box(json::from_str::<ActivityOrdervoucherCreateResponse>(black_box(voucher_node))));
    });
}

struct Samples {
    order: AppPay,
    points: MarketingToolPointsUpdate,
    voucher: ActivityOrdervoucherCreate,
    voucher_node: String,
}

impl Samples {
    fn read() -> Result<Self, Box<dyn Error>> {
        let (order, points) = (requests::order(), requests::points());
        Ok(Self { order, points, voucher: requests::voucher()?, voucher_node: requests::voucher_node()? })
    }
}

impl fmt::Display for Samples {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let library = if cfg!(feature = "aws-lc-rs") { "aws-lc-rs" } else { "ring" };
        let text = json::to_string(&self.voucher).map_err(|_| fmt::Error)?;
        let count = values(&serde_json::from_str(&text).map_err(|_| fmt::Error)?);
        write!(f, "with {library}; the ordervoucher has {count} values, {} bytes", text.len())
    }
}

/// How many values stand in the request: texts, numbers and truth values, also those in lists.
fn values(content: &Value) -> usize {
    match content {
        Value::Object(fields) => fields.values().map(values).sum(),
        Value::Array(items) => items.iter().map(values).sum(),
        _ => 1,
    }
}

/// Nothing is counted apart here.
fn http<T>(work: impl FnOnce() -> T) -> T {
    work()
}

/// The library alone, its key parsed once.
struct Bare {
    key: RsaKeyPair,
    random: SystemRandom,
    #[cfg(feature = "aws-lc-rs")]
    public: library::signature::ParsedPublicKey,
    /// `ring` keeps no key parsed.
    #[cfg(not(feature = "aws-lc-rs"))]
    public: library::signature::UnparsedPublicKey<Vec<u8>>,
}

impl Bare {
    fn read() -> Result<Self, Box<dyn Error>> {
        let key = RsaKeyPair::from_der(PrivateKey::parse(KEY)?.pkcs1_der().unwrap_or_default())?;
        let public = key.public_key().as_ref().to_vec();
        #[cfg(feature = "aws-lc-rs")]
        let public = library::signature::ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, public)?;
        #[cfg(not(feature = "aws-lc-rs"))]
        let public = library::signature::UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, public);
        Ok(Self { key, random: SystemRandom::new(), public })
    }

    fn sign(&self, text: &[u8]) -> [u8; 256] {
        let mut signature = [0; 256];
        self.key.sign(&RSA_PKCS1_SHA256, &self.random, text, &mut signature).expect("the key has 2048 bits");
        signature
    }

    fn verify(&self, text: &[u8], signature: &[u8]) {
        #[cfg(feature = "aws-lc-rs")]
        let verified = self.public.verify_sig(black_box(text), black_box(signature));
        #[cfg(not(feature = "aws-lc-rs"))]
        let verified = self.public.verify(black_box(text), black_box(signature));
        verified.expect("its own signature");
    }
}
