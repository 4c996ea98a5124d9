//! Typed, checked methods of Alipay's Open Platform.
//!
//! A method is a struct: fill it, call it, read a verified answer. What the platform's document
//! says about lengths, values and combinations is checked before anything is sent.
//!
//! ```no_run
//! use alipay_apis::trade::Precreate;
//! use alipay_apis::{Amount, Client, Gateway};
//!
//! # async fn example(private_key: &str, alipay_public_key: &str) -> Result<(), alipay_apis::Error> {
//! let client = Client::builder("2021000000000000")
//!     .private_key(private_key)
//!     .alipay_public_key(alipay_public_key)
//!     .gateway(Gateway::Production)
//!     .build()?;
//!
//! let order = Precreate::new("20150320010101001", Amount::fen(8888), "Iphone6 16G").qr_code_timeout_express("30m");
//! let answer = order.call(&client).await?;
//! println!("have the buyer scan {}", answer.qr_code);
//! # Ok(())
//! # }
//! ```
//!
//! # Finding a method
//!
//! The module is the product family, the type is the rest of the method's name:
//!
//! | methods | module and feature | example |
//! |---|---|---|
//! | `alipay.data.*` | `data` | `data::DataserviceBillDownloadurlQuery` |
//! | `alipay.fund.*` | `fund` | `fund::TransUniTransfer` |
//! | `alipay.marketing.*` | `marketing` | `marketing::CampaignCashDetailQuery` |
//! | `alipay.offline.*` | `offline` | `offline::MaterialImageUpload` |
//! | `alipay.open.*` | `open` | `open::AppAlipaycertDownload` |
//! | `alipay.system.oauth.token`, `alipay.user.*` | `user` | `user::InfoShare` |
//! | `alipay.trade.*` | `trade`, by default | [`trade::PagePay`] |
//! | `koubei.*` | `koubei` | `koubei::MarketingToolPointsUpdate` |
//!
//! Payments are on by default, every other family is a feature to ask for, and `full` is all of them. What is
//! not switched on is not compiled:
//!
//! ```toml
//! alipay-apis = { version = "0.1", features = ["fund", "user"] }
//! ```
//!
//! Payments that end certainly, whatever gets lost on the way, refunds and transfers that can be repeated:
//! a chapter leads through it, `guide::taking_a_payment`.
//!
//! Beside the request stand `…Response` and `…Error` (its business error codes); objects and enums
//! that belong to one method are in the module named after it.
//! A method that is not here can be declared in your own crate
//! ([a chapter](alipay_core::guide::declaring_a_method) leads through it) or called untyped
//! ([`Client::call_json`]).

#![cfg_attr(
    not(test),
    deny(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]

#[cfg(feature = "data")]
pub mod data;
#[cfg(feature = "fund")]
pub mod fund;
#[cfg(feature = "trade")]
pub mod guide;
#[cfg(feature = "koubei")]
pub mod koubei;
#[cfg(feature = "marketing")]
pub mod marketing;
#[cfg(feature = "offline")]
pub mod offline;
#[cfg(feature = "open")]
pub mod open;
#[cfg(feature = "trade")]
pub mod trade;
#[cfg(feature = "user")]
pub mod user;
#[cfg(any(feature = "fund", feature = "trade"))]
pub mod waiting;

pub use alipay_core::*;

/// Every method that is declared here and compiled in, for tools that list or check them.
pub fn catalogue() -> Vec<&'static Api> {
    let families: &[&[fn() -> &'static Api]] = &[
        #[cfg(feature = "data")]
        data::METHODS,
        #[cfg(feature = "fund")]
        fund::METHODS,
        #[cfg(feature = "koubei")]
        koubei::METHODS,
        #[cfg(feature = "marketing")]
        marketing::METHODS,
        #[cfg(feature = "offline")]
        offline::METHODS,
        #[cfg(feature = "open")]
        open::METHODS,
        #[cfg(feature = "trade")]
        trade::METHODS,
        #[cfg(feature = "user")]
        user::METHODS,
    ];
    families.iter().copied().flatten().map(|api| api()).collect()
}

/// The examples of the READMEs, compiled and run as tests.
#[cfg(all(doctest, feature = "hyper", feature = "koubei"))]
mod readme {
    #[doc = include_str!("../../README.md")]
    struct English;

    #[doc = include_str!("../../README.zh-CN.md")]
    struct Chinese;
}
