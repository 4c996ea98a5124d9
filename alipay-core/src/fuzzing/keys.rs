//! Keys and certificates, in every form in which they come.

use std::borrow::Cow;
use std::error::Error;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use md5::{Digest, Md5};

use super::is_set;
use crate::certificate::{Certificate, CertificateBundle, CertificateVerifier};
use crate::key::{PrivateKey, PublicKey};
use crate::sign::{KeySigner, KeyVerifier, SignType};

/// By the lowest three bits of the settings.
const READERS: [fn(&Material) -> bool; 8] = [
    |it| private_key(SignType::Rsa2, it),
    |it| private_key(SignType::Rsa, it),
    |it| private_key(SignType::Sm2, it),
    |it| public_key(SignType::Rsa2, it),
    |it| public_key(SignType::Rsa, it),
    |it| public_key(SignType::Sm2, it),
    certificates,
    content_key,
];

/// What is read, as the text that somebody would paste.
struct Material<'a> {
    text: Cow<'a, str>,
    bytes: Cow<'a, [u8]>,
    /// Bit 5: what takes long is done too.
    is_used: bool,
}

/// Reads a key or certificates. Bits 3 and 4 of the settings say how the input is given to the reader: as
/// it is, as bare base64, or in PEM of one or two labels, so that a fuzzer need not know base64.
pub fn keys(input: &[u8]) -> bool {
    let Some((&settings, given)) = input.split_first() else { return false };
    let pem = |label| format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", BASE64_STANDARD.encode(given));
    let given_as = (settings >> 3) & 3;
    let text = match given_as {
        0 => String::from_utf8_lossy(given),
        1 => BASE64_STANDARD.encode(given).into(),
        2 => pem("CERTIFICATE").into(),
        _ => pem("PRIVATE KEY").into(),
    };
    let bytes = if given_as == 0 { Cow::Borrowed(given) } else { Cow::Owned(text.clone().into_owned().into_bytes()) };
    READERS[usize::from(settings & 7)](&Material { text, bytes, is_used: is_set(settings, 5) })
}

fn private_key(sign_type: SignType, material: &Material<'_>) -> bool {
    let key = match PrivateKey::parse_for(sign_type, &material.text) {
        Ok(key) => key,
        Err(error) => return is_told(&material.text, &error),
    };
    assert_eq!(key.sign_type(), sign_type);
    check_hidden(&material.text, &format!("{key:?}"));
    // What was read as a private key is never taken for a public one.
    PublicKey::parse_for(sign_type, &material.text).expect_err("a private key was taken for a public one");
    check_public_key(key.public_key(), material.is_used);
    if let Some(pkcs1) = key.pkcs1_der() {
        let again = PrivateKey::parse_for(sign_type, &BASE64_STANDARD.encode(pkcs1)).expect("its own form is refused");
        assert!(again.public_key() == key.public_key() && again.pkcs1_der() == Some(pkcs1));
    }
    if !material.is_used {
        return true;
    }
    let Ok(signer) = KeySigner::new(&key) else { return false };
    let verifier = KeyVerifier::new(key.public_key().clone()).expect("it signs, and its public half is refused");
    // Numbers that do not fit each other are noticed at the latest here.
    let Ok(signature) = signer.sign_now(b"text") else { return false };
    verifier.verify_now(b"text", &signature).expect("its own signature is refused");
    verifier.verify_now(b"texts", &signature).expect_err("any text is signed");
    true
}

fn public_key(sign_type: SignType, material: &Material<'_>) -> bool {
    match PublicKey::parse_for(sign_type, &material.text) {
        Ok(key) => {
            assert_eq!(key.sign_type(), sign_type);
            check_public_key(&key, material.is_used);
            true
        }
        Err(error) => is_told(&material.text, &error),
    }
}

/// What holds of every key that was taken.
fn check_public_key(key: &PublicKey, is_used: bool) {
    let least = if key.sign_type() == SignType::Rsa && cfg!(feature = "rsa-sha1") { 1024 } else { 2048 };
    if let (Some(pkcs1), Some(spki)) = (key.pkcs1_der(), key.spki_der()) {
        assert!((least..=8192).contains(&key.bits()), "{} bits", key.bits());
        for der in [pkcs1, &spki] {
            match PublicKey::parse_for(key.sign_type(), &BASE64_STANDARD.encode(der)) {
                Ok(again) => assert!(again == *key, "its own form is another key"),
                Err(error) => panic!("its own form is refused: {error}"),
            }
        }
    } else {
        assert_eq!((key.sign_type(), key.bits()), (SignType::Sm2, 256));
    }
    if !is_used {
        return;
    }
    if let Ok(verifier) = KeyVerifier::new(key.clone()) {
        // With a sound key these are no signatures; with the exponent 1 the last one would be.
        let length = key.bits().div_ceil(8);
        for signature in [vec![], vec![0; length], vec![1; length], padded(length)] {
            verifier.verify_now(b"text", &signature).expect_err("it takes what nobody signed");
        }
    }
}

/// PKCS#1 v1.5 around the SHA-256 of `text`: its signature with a key that changes nothing.
fn padded(length: usize) -> Vec<u8> {
    /// The identifier of SHA-256 in DER (RFC 8017, 9.2), and the digest.
    const DIGEST: [u8; 51] = *b"\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20\
        \x98\x2d\x9e\x3e\xb9\x96\xf5\x59\xe6\x33\xf4\xd1\x94\xde\xf3\x76\
        \x1d\x90\x9f\x5a\x3b\x64\x7d\x1a\x85\x1f\xea\xd6\x7c\x32\xc9\xd1";
    let filling = vec![0xff; length.saturating_sub(3 + DIGEST.len())];
    [&[0, 1][..], &filling, &[0], &DIGEST].concat()
}

/// A refusal, which says nothing of what was refused.
fn is_told(secret: &str, error: &impl Error) -> bool {
    check_hidden(secret, &format!("{error} {error:?}"));
    false
}

/// Nothing of a private key stands in what is printed.
fn check_hidden(secret: &str, shown: &str) {
    let parts = secret.as_bytes().windows(24).filter(|part| part.iter().all(u8::is_ascii_alphanumeric));
    for part in parts {
        assert!(!shown.as_bytes().windows(24).any(|window| window == part), "a part of the text is printed");
    }
}

fn certificates(material: &Material<'_>) -> bool {
    let bundle = match CertificateBundle::parse(&material.bytes) {
        Ok(bundle) => bundle,
        Err(error) => return is_told(&material.text, &error),
    };
    for certificate in bundle.iter() {
        check_certificate(certificate, material.is_used);
    }
    for sign_type in [SignType::Rsa2, SignType::Sm2] {
        if let Ok(numbers) = bundle.root_cert_sn(sign_type) {
            let mut own = bundle.iter().map(Certificate::sn);
            assert!(numbers.split('_').all(|number| own.any(|sn| sn == number)), "not of these, or not in this order");
        }
    }
    check_chain(&bundle);
    true
}

fn check_certificate(certificate: &Certificate, is_used: bool) {
    let sn = certificate.sn();
    assert!(sn.len() == 32 && sn.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte)));
    let number = certificate.serial_number();
    let digits = number.strip_prefix('-').unwrap_or(&number);
    assert!(digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0')));
    let digest = Md5::digest(format!("{}{number}", certificate.issuer()));
    assert!(
        digest.iter().zip(sn.as_bytes().chunks(2)).all(|(byte, digits)| format!("{byte:02x}").as_bytes() == digits)
    );
    // A short sequence is no file of its own: it might be text.
    if matches!(certificate.der(), [0x30, 0x81..=0x84, ..]) {
        let again = CertificateBundle::parse(certificate.der()).expect("it is not read again");
        assert!(again.first() == certificate && again.others().is_empty() && again.first().sn() == sn);
    }
    let pasted = CertificateBundle::parse(BASE64_STANDARD.encode(certificate.der())).expect("it is not read again");
    assert!(pasted.first() == certificate);
    let text = BASE64_STANDARD.encode(certificate.der());
    for sign_type in [SignType::Rsa2, SignType::Rsa, SignType::Sm2] {
        if let Ok(key) = certificate.public_key(sign_type) {
            check_public_key(&key, is_used);
            // The bytes may also be those of something that is looked for first.
            if let Ok(pasted) = PublicKey::parse_for(sign_type, &text) {
                assert!(pasted == key);
            }
        }
    }
    let _ = (certificate.subject(), certificate.is_valid_at(certificate.not_before()), format!("{certificate:?}"));
}

/// Only what the authorities of the tests have signed leads to their roots, and their keys are not in here.
fn check_chain(bundle: &CertificateBundle) {
    const SIGNED: [&[u8]; 4] = [
        include_bytes!("../../../tests/data/test-keys/alipay_chain.crt"),
        include_bytes!("../../../tests/data/test-keys/app.crt"),
        include_bytes!("../../../tests/data/test-keys/sm2_alipay_chain.crt"),
        include_bytes!("../../../tests/data/test-keys/sm2_app.crt"),
    ];
    const ROOTS: [(SignType, &[u8]); 2] = [
        (SignType::Rsa2, include_bytes!("../../../tests/data/test-keys/root_bundle.crt")),
        (SignType::Sm2, include_bytes!("../../../tests/data/test-keys/sm2_root.crt")),
    ];
    thread_local! {
        static KNOWN: (Vec<Certificate>, Vec<(SignType, CertificateBundle)>) = {
            let read = |file| CertificateBundle::parse(file).unwrap();
            let signed = SIGNED.map(|file| read(file).first().clone()).to_vec();
            (signed, ROOTS.map(|(sign_type, file)| (sign_type, read(file))).to_vec())
        };
    }
    KNOWN.with(|(signed, roots)| {
        for (sign_type, roots) in roots {
            let Ok(verifier) = CertificateVerifier::new(*sign_type, bundle, roots) else { continue };
            let [trusted] = &verifier.certificates()[..] else { panic!("one was given") };
            let is_known = signed.iter().any(|known| {
                let is_same_key = known.public_key(*sign_type).ok() == trusted.public_key(*sign_type).ok();
                known.sn() == trusted.sn() && known.subject() == trusted.subject() && is_same_key
            });
            assert!(is_known, "a certificate is trusted that nobody issued");
        }
    });
}

#[cfg(feature = "encryption")]
fn content_key(material: &Material<'_>) -> bool {
    use crate::encryption::{ContentKey, Encryption};

    let key = match ContentKey::parse(&material.text) {
        Ok(key) => key,
        Err(error) => return is_told(&material.text, &error),
    };
    check_hidden(&material.text, &format!("{key:?}"));
    for how in [Encryption::Aes, Encryption::AesV2] {
        let sealed = key.encrypt(&material.bytes, how).unwrap();
        assert_eq!(key.decrypt(&sealed, how).as_deref(), Some(&*material.bytes));
    }
    true
}

#[cfg(not(feature = "encryption"))]
fn content_key(_: &Material<'_>) -> bool {
    false
}
