//! `alipay.open.*`: applications, their certificates and keys. Needs the feature `open`.

use alipay_core::{Api, ApiRequest};

pub mod app_alipaycert_download;
pub mod auth_app_aes_get;

pub use app_alipaycert_download::{AppAlipaycertDownload, AppAlipaycertDownloadResponse};
pub use auth_app_aes_get::{AuthAppAesGet, AuthAppAesGetError, AuthAppAesGetResponse};

pub(crate) const METHODS: &[fn() -> &'static Api] = &[AppAlipaycertDownload::api, AuthAppAesGet::api];
