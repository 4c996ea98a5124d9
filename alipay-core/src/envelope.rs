//! The answer's envelope: one strict parse, one signature check, and the text that was checked.
//!
//! The gateway answers `{"<method>_response": node, "sign": "…"}`. The signature covers the exact
//! bytes of the node. Whoever reads another node than the one that was checked can be fed forged
//! data, so there is one parse of the whole body, and only a [`VerifiedText`] is read further.
//!
//! On the path: *… → request → **answer → verified span** → response*.

use std::borrow::Cow;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

pub(crate) use self::error::{EnvelopeError, Malformed, SignatureError};
pub(crate) use self::head::Head;
use self::members::Members;
#[cfg(feature = "websocket")]
pub(crate) use self::members::members;
use crate::charset::Charset;
use crate::encryption::{ContentKey, Encryption};
use crate::sign::{Signed, Verifier, VerifyError};

mod error;
mod head;
mod members;
pub(crate) mod parts;

/// A node whose signature was checked. Can only be made here.
#[derive(Clone)]
pub(crate) struct VerifiedText(String);

impl VerifiedText {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn into_string(self) -> String {
        self.0
    }
}

/// What the gateway said.
pub(crate) enum Opened {
    /// It did what was asked, or accepted it (`code` 10003). Always signed.
    Success { head: Head, node: VerifiedText },
    /// It refused, and signed that.
    Failure { head: Head, node: VerifiedText },
    /// Somebody says that it refused: some errors of the gateway come without a signature.
    UnverifiedFailure { head: Head, node: String },
}

/// How to open the answers of one method.
#[derive(Clone, Copy)]
pub(crate) struct Expected<'a> {
    /// The member that holds the node.
    pub(crate) response_key: &'a str,
    /// `code` 10003 is an answer of this method.
    pub(crate) in_progress: bool,
    /// What decrypts an encrypted answer, and how its question was encrypted.
    pub(crate) content_key: Option<&'a ContentKey>,
    pub(crate) encryption: Encryption,
}

/// Takes an answer apart and checks its signature.
pub(crate) async fn open(
    body: &[u8],
    content_type: Option<&str>,
    expected: Expected<'_>,
    verifier: &dyn Verifier,
) -> Result<Opened, EnvelopeError> {
    let charset = Charset::of_content_type(content_type).ok_or(Malformed::UnknownCharset)?;
    let (text, charset) = charset.decode(body).ok_or(Malformed::NotInCharset)?;
    let members = Members::parse(&text, expected.response_key)?;
    let node = members.node.get();

    let Some(sign) = members.sign.as_deref().filter(|sign| !sign.is_empty()) else {
        return unsigned(node);
    };
    let signature = BASE64_STANDARD.decode(sign).map_err(|_| SignatureError::NotBase64)?;
    let sn = members.alipay_cert_sn.as_deref();
    let check = Check { charset, signature: &signature, alipay_cert_sn: sn, verifier };
    let node = check
        .verified(node)
        .await
        .map_err(|cause| SignatureError::Rejected { cause, claimed: Head::read(node).ok() })?;
    let node = if node.as_str().starts_with('"') { decrypted(&node, charset, expected)? } else { node };

    let head = Head::read(node.as_str())?;
    let is_success = head.is_success(expected.in_progress);
    if members.is_error_response && head.claims_success() {
        return Err(Malformed::SuccessInErrorResponse.into());
    }
    Ok(if is_success { Opened::Success { head, node } } else { Opened::Failure { head, node } })
}

/// The text inside a node that is a JSON string: encrypted, and signed with its quotes.
fn decrypted(node: &VerifiedText, charset: Charset, expected: Expected<'_>) -> Result<VerifiedText, Malformed> {
    let key = expected.content_key.ok_or(Malformed::Encrypted)?;
    let sealed: Cow<'_, str> = serde_json::from_str(node.as_str()).map_err(|_| Malformed::Undecryptable)?;
    let bytes = key.decrypt(&sealed, expected.encryption).ok_or(Malformed::Undecryptable)?;
    let (text, _) = charset.decode(&bytes).ok_or(Malformed::NotInCharset)?;
    Ok(VerifiedText(text.into_owned()))
}

/// Without a signature there is no success, whatever the node says.
fn unsigned(node: &str) -> Result<Opened, EnvelopeError> {
    match Head::read(node) {
        Ok(head) if head.code.is_some() && !head.claims_success() => {
            Ok(Opened::UnverifiedFailure { head, node: node.to_owned() })
        }
        _ => Err(SignatureError::Missing.into()),
    }
}

struct Check<'a> {
    charset: Charset,
    signature: &'a [u8],
    alipay_cert_sn: Option<&'a str>,
    verifier: &'a dyn Verifier,
}

impl Check<'_> {
    /// The text that the signature covers: the node, or the node as it was before a gateway that
    /// signs first and escapes later wrote its slashes as `\/`.
    async fn verified(&self, node: &str) -> Result<VerifiedText, VerifyError> {
        match self.verify(node).await {
            Err(VerifyError::Mismatch) if node.contains("\\/") => {
                let unescaped = node.replace("\\/", "/");
                self.verify(&unescaped).await?;
                Ok(VerifiedText(unescaped))
            }
            checked => checked.map(|()| VerifiedText(node.to_owned())),
        }
    }

    async fn verify(&self, text: &str) -> Result<(), VerifyError> {
        let bytes = self.charset.encode(text).ok_or(VerifyError::Mismatch)?;
        self.verifier.verify(Signed::new(&bytes, self.signature).alipay_cert_sn(self.alipay_cert_sn)).await
    }
}

#[cfg(all(test, any(feature = "ring", feature = "aws-lc-rs")))]
mod tests;
