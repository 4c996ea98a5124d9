//! `alipay.user.*` and `alipay.system.oauth.token`: users, their tokens, and what they let be known of
//! them. Needs the feature `user`.

use alipay_core::{Api, ApiRequest};

pub mod info_share;
pub mod system_oauth_token;

pub use info_share::{InfoShare, InfoShareError, InfoShareResponse};
pub use system_oauth_token::{SystemOauthToken, SystemOauthTokenError, SystemOauthTokenResponse};

pub(crate) const METHODS: &[fn() -> &'static Api] = &[InfoShare::api, SystemOauthToken::api];
