//! An application as the gateway knows it: the key that must have signed its calls, the certificate
//! it is registered by, the key of its encrypted contents.

use alipay_core::key::PublicKey;
use alipay_core::parameters::Parameters;
use alipay_core::sign::{KeyVerifier, SignType};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use encoding_rs::Encoding;

use crate::checks::{invalid, missing};
use crate::content::ContentKey;
use crate::{Call, Reply, certificate};

pub(crate) type Error = Box<dyn std::error::Error + Send + Sync>;

pub(crate) struct Application {
    key: KeyVerifier,
    pub(crate) sign_type: SignType,
    /// The number of its certificate, if it is registered by one.
    certificate: Option<String>,
    pub(crate) content_key: Option<ContentKey>,
}

impl Application {
    pub(crate) fn with_key(sign_type: SignType, public_key: &str) -> Result<Self, Error> {
        let key = KeyVerifier::new(PublicKey::parse_for(sign_type, public_key)?)?;
        Ok(Self { key, sign_type, certificate: None, content_key: None })
    }

    /// The key is that of the first certificate in the file.
    pub(crate) fn with_certificate(pem: &str) -> Result<Self, Error> {
        let number = certificate::parse(pem)?.first().map(certificate::number);
        Ok(Self { certificate: number, ..Self::with_key(SignType::Rsa2, pem)? })
    }

    pub(crate) fn has_certificate(&self) -> bool {
        self.certificate.is_some()
    }

    /// The answer to a call that is signed in another way than the application is registered for.
    pub(crate) fn refuse_sign_type(&self, call: &Call) -> Option<Reply> {
        let expected = self.sign_type.as_str();
        (call.parameter("sign_type") != Some(expected)).then(|| {
            invalid("isv.invalid-signature-type", &format!("this application's calls have the sign_type {expected}"))
        })
    }

    /// The answer to a call that names other certificates than those of the application and of Alipay.
    pub(crate) fn refuse_certificates(&self, call: &Call, roots: &str) -> Option<Reply> {
        let expected = self.certificate.as_deref()?;
        for (name, sub_code) in
            [("app_cert_sn", "isv.missing-app-cert-sn"), ("alipay_root_cert_sn", "isv.missing-alipay-root-cert-sn")]
        {
            if call.parameter(name).is_none_or(str::is_empty) {
                return Some(missing(sub_code, name));
            }
        }
        if call.parameter("app_cert_sn") != Some(expected) {
            return Some(invalid("isv.app-cert-not-exist", "app_cert_sn is not the number of this application's"));
        }
        (call.parameter("alipay_root_cert_sn") != Some(roots)).then(|| {
            invalid("isv.invalid-alipay-root-cert-sn", "alipay_root_cert_sn is not that of this gateway's roots")
        })
    }

    /// The answer to a call that the application has not signed: it tells what should have been.
    pub(crate) fn refuse_signature(&self, call: &Call, charset: &'static Encoding) -> Option<Reply> {
        let text = text_to_sign(call);
        let signature = BASE64_STANDARD.decode(call.parameter("sign").unwrap_or_default()).ok();
        let is_signed = signature.is_some_and(|sign| self.key.verify_now(&charset.encode(&text).0, &sign).is_ok());
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
