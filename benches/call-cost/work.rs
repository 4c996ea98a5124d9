//! The steps from a request to what is sent, by the same functions that the client uses, and the
//! bare cryptography to compare them with.

use std::error::Error;

use alipay_apis::koubei::MarketingToolPointsUpdate;
use alipay_core::json;
use alipay_core::key::{KeyError, PrivateKey};
use alipay_core::parameters::Parameters;
use alipay_core::sign::KeySigner;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use ring::rand::SystemRandom;
use ring::signature::{KeyPair, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, RsaKeyPair, UnparsedPublicKey};

/// A test key of 2048 bits.
pub(crate) fn private_key() -> Result<PrivateKey, KeyError> {
    PrivateKey::parse(include_str!("../../tests/data/test-keys/app_pkcs8.pem"))
}

/// One key, parsed once: for `ring` alone, and for our signer over it.
pub(crate) struct BareKeys {
    key: RsaKeyPair,
    random: SystemRandom,
    pub(crate) signer: KeySigner,
}

impl BareKeys {
    pub(crate) fn read() -> Result<Self, Box<dyn Error>> {
        let private = private_key()?;
        let key = RsaKeyPair::from_der(private.pkcs1_der().unwrap_or_default())?;
        Ok(Self { key, random: SystemRandom::new(), signer: KeySigner::new(&private)? })
    }

    pub(crate) fn sign(&self, text: &[u8]) -> [u8; 256] {
        let mut signature = [0; 256];
        self.key.sign(&RSA_PKCS1_SHA256, &self.random, text, &mut signature).expect("the key has 2048 bits");
        signature
    }

    pub(crate) fn verify(&self, text: &[u8], signature: &[u8]) {
        let key = UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, self.key.public_key());
        key.verify(text, signature).expect("its own signature");
    }
}

pub(crate) fn validate(request: &MarketingToolPointsUpdate) {
    request.validate().expect("the sample keeps the rules");
}

pub(crate) fn write(request: &MarketingToolPointsUpdate) -> String {
    json::to_string(request).expect("the sample is flat")
}

pub(crate) fn text_to_sign(request: &MarketingToolPointsUpdate) -> String {
    parameters(&write(request)).text_to_sign()
}

/// What is signed, the query and the body.
pub(crate) type Encoded = (String, String, String);

/// Text to sign, query and body. Any signature has 344 characters.
pub(crate) fn encode(biz_content: &str) -> Encoded {
    let mut parameters = parameters(biz_content);
    let text = parameters.text_to_sign();
    parameters.add("sign", SOME_SIGN);
    (text, parameters.query(), parameters.body())
}

/// Everything up to the request that could be sent, but for the signature.
pub(crate) fn order(request: &MarketingToolPointsUpdate) -> Encoded {
    validate(request);
    encode(&write(request))
}

/// Everything up to the request that could be sent.
pub(crate) fn signed_order(request: &MarketingToolPointsUpdate, signer: &KeySigner) -> Encoded {
    validate(request);
    let biz_content = write(request);
    let mut parameters = parameters(&biz_content);
    let text = parameters.text_to_sign();
    let sign = BASE64_STANDARD.encode(signer.sign_now(text.as_bytes()).expect("random numbers"));
    parameters.add("sign", &sign);
    (text, parameters.query(), parameters.body())
}

/// What the client adds to `biz_content`, without the signature.
fn parameters(biz_content: &str) -> Parameters<'_> {
    let mut parameters = Parameters::new();
    for (name, value) in [
        ("app_id", "2021000000000001"),
        ("method", MarketingToolPointsUpdate::METHOD),
        ("format", "json"),
        ("charset", "utf-8"),
        ("sign_type", "RSA2"),
        ("timestamp", "2026-11-23 08:00:00"),
        ("version", "1.0"),
        ("biz_content", biz_content),
    ] {
        parameters.add(name, value);
    }
    parameters
}

const SOME_SIGN: &str = match str::from_utf8(&[b'k'; 344]) {
    Ok(text) => text,
    Err(_) => "",
};
