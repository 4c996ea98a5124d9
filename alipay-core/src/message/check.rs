//! The request by which the platform checks an application gateway, and its answer.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use crate::client::Client;
use crate::error::{Cause, Error};
use crate::notify::Notification;

/// Whether these verified fields are the platform's check.
pub(super) fn is_check(posted: &Notification) -> bool {
    posted.get("service") == Some("alipay.service.check")
}

/// The XML that answers it. Everything in it is ASCII, so it is the same in GBK.
pub(super) async fn answer(client: &Client) -> Result<Vec<u8>, Error> {
    let signer = client.signer();
    let key = signer.public_key().ok_or_else(|| {
        Error::configuration("the signer does not tell its public key, which the check of the gateway asks for")
    })?;
    // What the platform expects for SM2 is not known.
    let key = key.spki_der().ok_or_else(|| Error::configuration("the check of the gateway knows RSA keys only"))?;
    let key = BASE64_STANDARD.encode(key);
    let response = format!("<success>true</success><biz_content>{key}</biz_content>");
    let signature = signer.sign(response.as_bytes()).await.map_err(|error| Error::unsent(Cause::Signing(error)))?;
    let sign = BASE64_STANDARD.encode(signature);
    let sign_type = signer.sign_type().as_str();
    let head = r#"<?xml version="1.0" encoding="GBK"?>"#;
    let xml = format!(
        "{head}<alipay><response>{response}</response><sign>{sign}</sign><sign_type>{sign_type}</sign_type></alipay>"
    );
    Ok(xml.into_bytes())
}
