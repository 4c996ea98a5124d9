//! `alipay.offline.material.image.upload`: takes any image, and says by its number what arrived.

use ring::digest::{SHA256, digest};
use serde_json::json;

use crate::certificate::hex;
use crate::{Call, Reply};

pub(super) fn answer(call: &Call) -> Reply {
    for name in ["image_type", "image_name"] {
        if call.parameter(name).is_none_or(str::is_empty) {
            return Reply::business_error("INVALID_PARAMETER", &format!("{name} is missing"));
        }
    }
    let Some(image) = call.files().iter().find(|file| file.name() == "image_content") else {
        return Reply::business_error("INVALID_PARAMETER", "image_content must be a file");
    };
    let id = hex(digest(&SHA256, image.bytes()).as_ref());
    Reply::success(json!({ "image_url": format!("https://images.example/{id}"), "image_id": id }))
}
