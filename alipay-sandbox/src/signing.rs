//! The two keys of the gateway: the application's, which must have signed the call, and its own,
//! which signs the answer.

use alipay_core::key::{KeyError, PrivateKey, PublicKey};
use alipay_core::parameters::Parameters;
use alipay_core::sign::{KeySigner, KeyVerifier};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use encoding_rs::Encoding;

use crate::checks::invalid;
use crate::{Call, Reply};

/// An application's public key.
pub(crate) struct ApplicationKey(KeyVerifier);

impl ApplicationKey {
    pub(crate) fn parse(text: &str) -> Result<Self, KeyError> {
        PublicKey::parse(text).and_then(KeyVerifier::new).map(Self)
    }

    /// The answer to a call that the application has not signed: it tells what should have been.
    pub(crate) fn refuse(&self, call: &Call, charset: &'static Encoding) -> Option<Reply> {
        let text = text_to_sign(call);
        let signature = BASE64_STANDARD.decode(call.parameter("sign").unwrap_or_default()).ok();
        let is_signed = signature.is_some_and(|sign| self.0.verify_now(&charset.encode(&text).0, &sign).is_ok());
        (!is_signed).then(|| invalid("isv.invalid-signature", &format!("{TEXT_TO_SIGN_FOLLOWS}{}", escape_html(&text))))
    }
}

/// How the platform introduces its own text to sign.
const TEXT_TO_SIGN_FOLLOWS: &str = "验签出错，网关生成的验签字符串为：";

fn text_to_sign(call: &Call) -> String {
    let mut parameters = Parameters::new();
    for (name, value) in call.parameters() {
        parameters.add(name, value);
    }
    parameters.text_to_sign()
}

/// The platform writes this one text as if it stood in a web page.
fn escape_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The gateway's own key pair.
pub(crate) struct GatewayKey {
    signer: KeySigner,
    public_key_pem: String,
}

impl GatewayKey {
    /// Refuses two keys that are not a pair.
    pub(crate) fn parse(private_key: &str, public_key: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        let private = PrivateKey::parse(private_key)?;
        if *private.public_key() != PublicKey::parse(public_key)? {
            return Err("the public key does not belong to the private key".into());
        }
        Ok(Self { signer: KeySigner::new(&private)?, public_key_pem: public_key.to_owned() })
    }

    pub(crate) fn public_key_pem(&self) -> &str {
        &self.public_key_pem
    }

    /// The base64 of the signature. Without random numbers from the system it is empty, and so no
    /// signature that anybody would accept.
    pub(crate) fn sign(&self, text: &[u8]) -> String {
        self.signer.sign_now(text).map(|signature| BASE64_STANDARD.encode(signature)).unwrap_or_default()
    }
}
