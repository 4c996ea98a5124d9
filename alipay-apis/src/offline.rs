//! `alipay.offline.*`: photos and videos of shops. Needs the feature `offline`.

use alipay_core::{Api, ApiRequest};

pub mod material_image_upload;

pub use material_image_upload::{MaterialImageUpload, MaterialImageUploadError, MaterialImageUploadResponse};

pub(crate) const METHODS: &[fn() -> &'static Api] = &[MaterialImageUpload::api];
