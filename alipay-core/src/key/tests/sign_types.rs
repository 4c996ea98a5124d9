//! A key is read for one sign type, and what does not fit it is refused.

use pkcs1::{RsaPublicKey, UintRef};
use pkcs8::der::Encode;

use super::{CERTIFICATE, EC, PRIVATE_PKCS1, PUBLIC, bare, pem_of};
use crate::key::{KeyError, PrivateKey, PublicKey};
use crate::sign::SignType;

macro_rules! test_key {
    ($file:literal) => {
        include_str!(concat!("../../../../tests/data/test-keys/", $file))
    };
}

const SHORT: &str = test_key!("short_pkcs8.pem");
const SHORT_PUBLIC: &str = test_key!("short_pub.pem");
const SM2: &str = test_key!("sm2_pkcs8.pem");
const SM2_PUBLIC: &str = test_key!("sm2_pub.pem");
const SM2_CERTIFICATE: &str = test_key!("sm2.crt");

/// The two numbers of `SM2_PUBLIC`.
const X: &str = "6799b6f9fbd4a688ea6684e5f2c08438331c15ec592ad029ff6692089b621b60";
const Y: &str = "fd45942116d2456d692ce7a694cc8574bde123ae60bc6b48c60987381dc68ca4";
/// The number of `SM2`.
const D: &str = "a66ad936d8426e919335960ebfb3ced22779260104c1242534377e1b2aacebb2";

fn private(sign_type: SignType, text: &str) -> Result<PrivateKey, KeyError> {
    PrivateKey::parse_for(sign_type, text)
}

fn public(sign_type: SignType, text: &str) -> Result<PublicKey, KeyError> {
    PublicKey::parse_for(sign_type, text)
}

fn refused<T: std::fmt::Debug>(table: impl IntoIterator<Item = (Result<T, KeyError>, &'static str)>) {
    for (outcome, expected) in table {
        let message = outcome.unwrap_err().to_string();
        assert!(message.contains(expected), "{message:?} lacks {expected:?}");
    }
}

#[test]
fn the_same_numbers_are_equal_whatever_they_were_read_for() {
    let rsa2 = PublicKey::parse(PUBLIC).unwrap();
    let rsa = public(SignType::Rsa, CERTIFICATE).unwrap();
    assert_eq!(rsa, rsa2);
    assert_eq!((rsa.sign_type(), rsa2.sign_type()), (SignType::Rsa, SignType::Rsa2));
    assert_eq!(private(SignType::Rsa, PRIVATE_PKCS1).unwrap().public_key(), &rsa);
}

#[test]
fn short_keys_are_refused_for_rsa2_whatever_the_features() {
    let message = "this RSA key has 1024 bits; at least 2048 are needed";
    refused([(private(SignType::Rsa2, SHORT), message)]);
    refused([(public(SignType::Rsa2, SHORT_PUBLIC), message)]);
}

#[cfg(not(feature = "rsa-sha1"))]
#[test]
fn short_keys_need_a_feature() {
    let message = "this RSA key has 1024 bits; at least 2048 are needed";
    refused([(private(SignType::Rsa, SHORT), message)]);
    refused([(public(SignType::Rsa, SHORT_PUBLIC), message)]);
}

#[cfg(feature = "rsa-sha1")]
#[test]
fn short_keys_are_taken_for_sha_1_alone() {
    let key = private(SignType::Rsa, SHORT).unwrap();
    assert_eq!(key.public_key(), &public(SignType::Rsa, SHORT_PUBLIC).unwrap());
    assert_eq!(key.public_key().bits(), 1024);
    let one_bit_less = pem(&[&[0x7f; 128][..]].concat(), &[1, 0, 1]);
    refused([(public(SignType::Rsa, &one_bit_less), "this RSA key has 1023 bits; at least 1024 are needed")]);
}

#[test]
fn numbers_with_which_anybody_could_sign_are_refused() {
    let odd = [&[0x80][..], &[0; 254], &[1]].concat();
    let even = [&[0x80][..], &[0; 255]].concat();
    let exponent = "the public exponent of this RSA key is even, below 3 or over 33 bits";
    refused([
        (public(SignType::Rsa2, &pem(&odd, &[0])), exponent),
        (public(SignType::Rsa2, &pem(&odd, &[1])), exponent),
        (public(SignType::Rsa2, &pem(&odd, &[2])), exponent),
        (public(SignType::Rsa2, &pem(&odd, &[1, 0, 0])), exponent),
        (public(SignType::Rsa2, &pem(&odd, &[2, 0, 0, 0, 1])), exponent),
        (public(SignType::Rsa2, &pem(&odd, &odd)), exponent),
        (public(SignType::Rsa2, &pem(&even, &[1, 0, 1])), "the modulus of this RSA key is even"),
    ]);
    for exponent in [&[3][..], &[17], &[1, 0, 1], &[1, 0xff, 0xff, 0xff, 0xff]] {
        assert_eq!(public(SignType::Rsa2, &pem(&odd, exponent)).unwrap().bits(), 2048);
    }
}

#[test]
fn the_numbers_of_a_private_key_and_of_one_in_spki_are_looked_at_as_well() {
    use base64::Engine;

    for number in [[1, 0, 0], [0x7f, 0xff, 0xfe]] {
        for (sound, label) in [(PRIVATE_PKCS1, "RSA PRIVATE KEY"), (PUBLIC, "PUBLIC KEY")] {
            let mut der = base64::prelude::BASE64_STANDARD.decode(bare(sound)).unwrap();
            // 65537 as DER.
            let place = der.windows(5).position(|window| window == [2, 3, 1, 0, 1]).unwrap();
            der[place + 2..place + 5].copy_from_slice(&number);
            let text = pem_of(label, &der);
            let expected = "the public exponent of this RSA key is even, below 3 or over 33 bits";
            match label {
                "PUBLIC KEY" => refused([(public(SignType::Rsa2, &text), expected)]),
                _ => refused([(private(SignType::Rsa2, &text), expected)]),
            }
        }
    }
}

/// A public key of these numbers.
fn pem(modulus: &[u8], exponent: &[u8]) -> String {
    let [modulus, public_exponent] = [modulus, exponent].map(|number| UintRef::new(number).unwrap());
    pem_of("RSA PUBLIC KEY", &RsaPublicKey { modulus, public_exponent }.to_der().unwrap())
}

#[test]
fn an_elliptic_key_is_named_when_the_sign_type_wants_rsa() {
    for sign_type in [SignType::Rsa2, SignType::Rsa] {
        refused([
            (private(sign_type, SM2), "this is an SM2 key, and the sign type is RSA"),
            (private(sign_type, EC), "this is a private key on an elliptic curve (SEC1), and the sign type is RSA"),
            (
                private(sign_type, D),
                "this is a private key on an elliptic curve (hexadecimal), and the sign type is RSA",
            ),
        ]);
        refused([
            (public(sign_type, SM2_PUBLIC), "this is an SM2 key, and the sign type is RSA"),
            (public(sign_type, SM2_CERTIFICATE), "this is an SM2 key, and the sign type is RSA"),
            (public(sign_type, &format!("04{X}{Y}")), "a public key on an elliptic curve (hexadecimal), and the sign"),
            (public(sign_type, D), "this is a private key on an elliptic curve (hexadecimal); Alipay's public key"),
        ]);
    }
}

#[cfg(not(feature = "sm2"))]
#[test]
fn sm2_keys_need_a_feature() {
    refused([(private(SignType::Sm2, SM2), "the sign type SM2 needs the feature `sm2`")]);
    refused([(public(SignType::Sm2, SM2_PUBLIC), "the sign type SM2 needs the feature `sm2`")]);
}

#[cfg(feature = "sm2")]
mod sm2 {
    use super::*;
    use crate::key::tests::{ENCRYPTED, PRIVATE};

    /// What OpenSSL writes of the same key in SEC1, with and without curve and point.
    fn sec1(with_curve_and_point: bool) -> String {
        let mut hex = format!("0201010420{D}");
        if with_curve_and_point {
            hex.extend(["a00a06082a811ccf5501822da14403420004", X, Y]);
        }
        let bytes: Vec<u8> = hex
            .as_bytes()
            .chunks(2)
            .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
            .collect();
        pem_of("EC PRIVATE KEY", &[&[0x30, u8::try_from(bytes.len()).unwrap()][..], &bytes].concat())
    }

    #[test]
    fn every_text_of_a_private_key_is_read() {
        let expected = public(SignType::Sm2, SM2_PUBLIC).unwrap();
        let texts = [
            SM2.to_owned(),
            bare(SM2),
            SM2.replace('\n', "\\n"),
            sec1(true),
            sec1(false),
            bare(&sec1(true)),
            D.to_owned(),
            D.to_uppercase(),
            format!(" {D}\n"),
        ];
        for text in texts {
            let key = private(SignType::Sm2, &text).unwrap();
            assert_eq!(key.public_key(), &expected, "{text}");
            assert_eq!(key.sign_type(), SignType::Sm2);
            assert_eq!(key.pkcs1_der(), None);
        }
    }

    #[test]
    fn every_text_of_a_public_key_is_read() {
        let expected = private(SignType::Sm2, SM2).unwrap().public_key().clone();
        // The second number is even.
        let texts = [
            SM2_PUBLIC.to_owned(),
            bare(SM2_PUBLIC),
            SM2_CERTIFICATE.to_owned(),
            format!("04{X}{Y}"),
            format!("{X}{Y}"),
            format!("{X}\n{Y}").to_uppercase(),
            format!("02{X}"),
        ];
        for text in texts {
            assert_eq!(public(SignType::Sm2, &text).unwrap(), expected, "{text}");
        }
        assert_ne!(public(SignType::Sm2, &format!("03{X}")).unwrap(), expected);
        assert_eq!(expected.bits(), 256);
    }

    #[test]
    fn a_wrong_text_is_named_and_never_quoted() {
        let order = "fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123";
        let raw = "this looks like a private key on an elliptic curve (hexadecimal), but what is inside cannot be read";
        refused([
            (private(SignType::Sm2, PRIVATE), "this is an RSA key, and the sign type is SM2"),
            (private(SignType::Sm2, PRIVATE_PKCS1), "this is an RSA key, and the sign type is SM2"),
            (
                private(SignType::Sm2, SM2_PUBLIC),
                "this is a public key (SPKI); the application's private key is needed",
            ),
            (private(SignType::Sm2, SM2_CERTIFICATE), "this is an X.509 certificate"),
            (private(SignType::Sm2, &format!("04{X}{Y}")), "this is a public key on an elliptic curve (hexadecimal)"),
            (private(SignType::Sm2, EC), "but what is inside cannot be read"),
            (private(SignType::Sm2, ENCRYPTED), "remove the passphrase first"),
            (private(SignType::Sm2, &"0".repeat(64)), raw),
            (private(SignType::Sm2, order), raw),
            (private(SignType::Sm2, &D[..63]), "not"),
            (private(SignType::Sm2, "/etc/keys/app.pem"), "neither PEM nor base64"),
        ]);
        let point = "but what is inside cannot be read; Alipay's public key is needed here, SM2 in SPKI";
        refused([
            (public(SignType::Sm2, PUBLIC), "this is an RSA key, and the sign type is SM2"),
            (public(SignType::Sm2, CERTIFICATE), "this is an RSA key, and the sign type is SM2"),
            (public(SignType::Sm2, SM2), "this is a private key (PKCS#8); Alipay's public key is needed here"),
            (public(SignType::Sm2, D), "this is a private key on an elliptic curve (hexadecimal); Alipay's public key"),
            // Not on the curve.
            (public(SignType::Sm2, &format!("04{Y}{X}")), point),
            (public(SignType::Sm2, &format!("{X}{X}")), point),
            (public(SignType::Sm2, &format!("05{X}")), point),
            (public(SignType::Sm2, &"0".repeat(128)), point),
            (public(SignType::Sm2, &"0".repeat(130)), point),
        ]);
    }

    #[test]
    fn a_private_key_with_another_s_public_key_in_it_is_refused() {
        let other = test_key!("alipay_sm2_pkcs8.pem");
        let mixed = [&lines(SM2)[..1], &lines(other)[1..]].concat().concat();
        assert!(private(SignType::Sm2, &mixed).is_err());
        assert!(private(SignType::Sm2, other).is_ok());
    }

    /// Of the base64; the first holds most of the number.
    fn lines(pem: &str) -> Vec<&str> {
        pem.lines().filter(|line| !line.starts_with('-')).collect()
    }

    #[test]
    fn debug_shows_the_size_and_nothing_else() {
        let key = private(SignType::Sm2, SM2).unwrap();
        assert_eq!(format!("{key:?}"), "PrivateKey { sign_type: Sm2, bits: 256, .. }");
        assert_eq!(format!("{:?}", key.public_key()), "PublicKey { sign_type: Sm2, bits: 256, .. }");
    }
}
