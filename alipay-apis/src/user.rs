//! `alipay.user.*` and `alipay.system.oauth.token`: users, their tokens, what they let be known of them,
//! and whether they are who they say. Needs the feature `user`.
//!
//! A user's identity is certified in three steps: [`CertifyOpenInitialize`] gives a number,
//! [`CertifyOpenCertify`] leads the user to Alipay with it, and [`CertifyOpenQuery`] says how it went.

use alipay_core::{Api, ApiRequest};

pub mod certify_open_certify;
pub mod certify_open_initialize;
pub mod certify_open_query;
pub mod info_share;
pub mod notifications;
pub mod system_oauth_token;

pub use certify_open_certify::{CertifyOpenCertify, CertifyOpenCertifyResponse};
pub use certify_open_initialize::{CertifyOpenInitialize, CertifyOpenInitializeError, CertifyOpenInitializeResponse};
pub use certify_open_query::{CertifyOpenQuery, CertifyOpenQueryError, CertifyOpenQueryResponse};
pub use info_share::{InfoShare, InfoShareError, InfoShareResponse};
pub use system_oauth_token::{SystemOauthToken, SystemOauthTokenError, SystemOauthTokenResponse};

pub(crate) const METHODS: &[fn() -> &'static Api] = &[
    CertifyOpenCertify::api,
    CertifyOpenInitialize::api,
    CertifyOpenQuery::api,
    InfoShare::api,
    SystemOauthToken::api,
];
