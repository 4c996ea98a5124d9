//! `alipay.open.*`: applications, their certificates, keys and authorisations, codes and files. Needs the
//! feature `open`.

use alipay_core::{Api, ApiRequest};

pub mod app_alipaycert_download;
pub mod app_qrcode_create;
pub mod auth_app_aes_get;
pub mod auth_token_app;
pub mod auth_token_app_query;
pub mod file_upload;

pub use app_alipaycert_download::{AppAlipaycertDownload, AppAlipaycertDownloadResponse};
pub use app_qrcode_create::{AppQrcodeCreate, AppQrcodeCreateError, AppQrcodeCreateResponse};
pub use auth_app_aes_get::{AuthAppAesGet, AuthAppAesGetError, AuthAppAesGetResponse};
pub use auth_token_app::{AuthTokenApp, AuthTokenAppError, AuthTokenAppResponse};
pub use auth_token_app_query::{AuthTokenAppQuery, AuthTokenAppQueryError, AuthTokenAppQueryResponse};
pub use file_upload::{FileUpload, FileUploadError, FileUploadResponse};

pub(crate) const METHODS: &[fn() -> &'static Api] = &[
    AppAlipaycertDownload::api,
    AppQrcodeCreate::api,
    AuthAppAesGet::api,
    AuthTokenApp::api,
    AuthTokenAppQuery::api,
    FileUpload::api,
];
