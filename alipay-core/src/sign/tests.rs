//! Each sign type against signatures that others made, and against what is no signature.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;

use super::{KeySigner, KeyVerifier, SignType, Signed, VerifyError};
use crate::key::{PrivateKey, PublicKey};

mod java;
mod other_library;
mod refusals;

macro_rules! test_key {
    ($file:literal) => {
        include_str!(concat!("../../../tests/data/test-keys/", $file))
    };
}

/// The keys of the application for one sign type.
struct Pair {
    sign_type: SignType,
    private: &'static str,
    public: &'static str,
    /// Somebody else's.
    other_public: &'static str,
}

impl Pair {
    fn signer(&self) -> KeySigner {
        KeySigner::new(&PrivateKey::parse_for(self.sign_type, self.private).unwrap()).unwrap()
    }

    fn verifier(&self) -> KeyVerifier {
        self.verifier_with(self.public)
    }

    fn verifier_with(&self, public: &str) -> KeyVerifier {
        KeyVerifier::new(PublicKey::parse_for(self.sign_type, public).unwrap()).unwrap()
    }
}

const PAIRS: &[Pair] = &[
    Pair {
        sign_type: SignType::Rsa2,
        private: test_key!("app_pkcs8.pem"),
        public: test_key!("app_pub.pem"),
        other_public: test_key!("alipay_pub.pem"),
    },
    #[cfg(feature = "rsa-sha1")]
    Pair {
        sign_type: SignType::Rsa,
        private: test_key!("app_pkcs8.pem"),
        public: test_key!("app_pub.pem"),
        other_public: test_key!("alipay_pub.pem"),
    },
    #[cfg(feature = "rsa-sha1")]
    Pair {
        sign_type: SignType::Rsa,
        private: test_key!("short_pkcs8.pem"),
        public: test_key!("short_pub.pem"),
        other_public: test_key!("app_pub.pem"),
    },
    #[cfg(feature = "sm2")]
    Pair {
        sign_type: SignType::Sm2,
        private: test_key!("sm2_pkcs8.pem"),
        public: test_key!("sm2_pub.pem"),
        other_public: test_key!("alipay_sm2_pub.pem"),
    },
];

#[test]
fn what_is_signed_verifies() {
    for pair in PAIRS {
        let (signer, verifier) = (pair.signer(), pair.verifier());
        for text in ["", "a", "a=1&b=中文", &"x".repeat(100_000)] {
            let signature = signer.sign_now(text.as_bytes()).unwrap();
            verifier.verify_now(text.as_bytes(), &signature).unwrap();
            assert_eq!(signer.sign_now(text.as_bytes()).unwrap(), signature, "the same each time");
        }
    }
}

#[test]
fn debug_shows_no_secret() {
    for pair in PAIRS {
        let public = format!("{:?}", PublicKey::parse_for(pair.sign_type, pair.public).unwrap());
        assert_eq!(format!("{:?}", pair.signer()), format!("KeySigner {{ public: {public}, .. }}"));
        assert_eq!(format!("{:?}", pair.verifier()), format!("KeyVerifier {{ public: {public}, .. }}"));
    }
    let signed = Signed::new(b"secret", b"secret").alipay_cert_sn(Some("7a"));
    assert_eq!(format!("{signed:?}"), "Signed { message: <6 bytes>, alipay_cert_sn: Some(\"7a\"), .. }");
}

#[cfg(not(all(feature = "rsa-sha1", feature = "sm2")))]
#[test]
fn what_is_not_built_in_says_which_feature_brings_it() {
    #[cfg(not(feature = "rsa-sha1"))]
    {
        let message = "the sign type RSA needs the feature `rsa-sha1`";
        let key = PrivateKey::parse_for(SignType::Rsa, test_key!("app_pkcs8.pem")).unwrap();
        assert_eq!(KeySigner::new(&key).unwrap_err().to_string(), message);
        assert_eq!(KeyVerifier::new(key.public_key().clone()).unwrap_err().to_string(), message);
    }
    #[cfg(not(feature = "sm2"))]
    PrivateKey::parse_for(SignType::Sm2, test_key!("sm2_pkcs8.pem")).unwrap_err();
}

/// With OpenSSL, over `a=1&b=中文`.
#[cfg(feature = "rsa-sha1")]
#[test]
fn sha_1_signatures_are_those_of_openssl() {
    let signatures = [
        "A0leD8CQi1wgo+1MxyYhMS4jw+1LpzG+ewa3/GqTzL4YdgK4wuTGPxn4nLW1VNPGWrbF8hOKF9nfP0q2BswEnc8POdoKAogvoJKLKj/K43iN\
         v2twaQ+lsv1LK+kLvYiBK0nQ1BRRwTKNF5gPEpX6bhZoRMSqkh9dEa3VJp4Y8LNfk63Rx2ovCxip4NwhijRvo8hYslrPlXYplDBuewJZMK/G\
         8n2sNwUiPL0WG81xhqXjdgI7KWg0JTom/3ztoxb85PqVZhYnMdbuxVJ89omCPccqxyoitopTqE4TD7mcTAj8ElqIT/U8kYcFujSVV5bG8GHQ\
         GiFQld3615D5GHbpHQ==",
        "M5t4sT9AzSCM6m5UsvX5Ue6rFJ6G8BiI9ZUTzQDEIZaiwv75E3ILJzE0w80rzdPCKgVnV4hKBgtHz9rUeiUxk76KOuS6z2XwLNeSQoiACscY\
         cuE1ykgesXrjHbfwwEKAF4cDYaxuPuMO0qs+RDhDp+AjFksk2DBXhu82BYZAnf8=",
    ];
    let pairs = PAIRS.iter().filter(|pair| pair.sign_type == SignType::Rsa);
    for (pair, signature) in pairs.zip(signatures) {
        let signature = BASE64_STANDARD.decode(signature).unwrap();
        assert_eq!(pair.signer().sign_now("a=1&b=中文".as_bytes()).unwrap(), signature);
        pair.verifier().verify_now("a=1&b=中文".as_bytes(), &signature).unwrap();
    }
}

/// With OpenSSL, over `a=1&b=中文`.
#[cfg(feature = "sm2")]
#[test]
fn an_sm2_signature_of_openssl_verifies() {
    let signature = "MEUCIQDOa9aO5TSB/WO+Mu8oq7QGoE8nlmxz4CuyPCwAQyLttgIgGHldtVWexCUHzAfB/DKCLZK1qEx6wAqHkCZbKgiEFkY=";
    let pair = PAIRS.iter().find(|pair| pair.sign_type == SignType::Sm2).unwrap();
    pair.verifier().verify_now("a=1&b=中文".as_bytes(), &BASE64_STANDARD.decode(signature).unwrap()).unwrap();
}

/// They are other people's data and not part of this project: a file of them, if the environment
/// names one.
#[test]
fn signatures_that_alipay_really_made_verify_and_altered_ones_do_not() {
    let Ok(path) = std::env::var("ALIPAY_SIGNED_VECTORS") else {
        println!("skipped: ALIPAY_SIGNED_VECTORS does not name a file");
        return;
    };
    let vectors: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let mut seen = 0;
    for case in vectors["signatures"].as_array().unwrap() {
        let text = |name: &str| case[name].as_str().unwrap_or_default();
        let sign_type = match text("hash") {
            "SHA256" => SignType::Rsa2,
            "SHA1" if cfg!(feature = "rsa-sha1") => SignType::Rsa,
            _ => continue,
        };
        let key = PublicKey::parse_for(sign_type, text("public_key_pem")).unwrap();
        let signature = BASE64_STANDARD.decode(text("sign")).unwrap();
        let verified = KeyVerifier::new(key).unwrap().verify_now(text("content").as_bytes(), &signature);
        assert_eq!(verified.is_ok(), case["expect"] == true, "{}", text("id"));
        seen += 1;
    }
    assert!(seen > 0);
}
